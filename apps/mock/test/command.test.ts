import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../src/command.ts';
import { startMock } from '../src/index.ts';
import { call, canary } from './support/call.ts';
import { operationIds, pathOf } from './support/contract.ts';

/** Runs the command to its end. */
async function run(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCommand(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    onStop: (stop) => stop(),
  });
  return { code, out, error };
}

/** Starts the command and resolves when it listens. */
async function start(...args: string[]) {
  const out: string[] = [];
  let ended: Promise<number> | undefined;
  const stop = await new Promise<() => void>((resolve, reject) => {
    ended = runCommand(args, {
      out: (line) => out.push(line),
      error: (line) => reject(new Error(line)),
      onStop: resolve,
    });
  });
  const end = async () => {
    stop();
    return ended;
  };
  return { out, url: /http:\/\/[^ ]+/.exec(out[0] ?? '')?.[0] ?? '', end };
}

describe('chat-sns-mock', () => {
  it('prints its URL, logs a line per request, and ends with code 0', async () => {
    const { out, url, end } = await start('--port', '0');
    expect(out).toEqual([expect.stringMatching(/^chat-sns-mock is listening on http:\/\/127\.0\.0\.1:\d+$/)]);
    await call(url, 'deleteFriends');
    expect(out[1]).toMatch(/^POST .*usersig=\*\*\*.* 200 OK 0 .* ms$/);
    expect(await end()).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it.each(['--quiet', '-q'])('logs no request with %s', async (option) => {
    const { out, url, end } = await start('-p', '0', option);
    await call(url, 'deleteFriends');
    await end();
    expect(out).toHaveLength(1);
  });

  it('listens on port 4010 of this machine unless told otherwise', async () => {
    // Whoever has the port, it is in use.
    const other = createServer().listen(4010, '127.0.0.1');
    await Promise.race([once(other, 'listening'), once(other, 'error')]).catch(() => {});
    const { code, error } = await run();
    other.close();
    expect(code).toBe(1);
    expect(error).toEqual([expect.stringMatching(/^Port 4010 on 127\.0\.0\.1 is in use/)]);
  });

  it('accepts every port and passes the host on', async () => {
    expect(await run('--port', '65535', '--host', '203.0.113.1')).toEqual({
      code: 2,
      out: [],
      error: [expect.stringMatching(/^203\.0\.113\.1 is not an address of this machine\./)],
    });
  });

  it.each(['--help', '-h'])('prints its help with %s, whatever else is there', async (option) => {
    const { code, out, error } = await run('proxy', option);
    expect([code, error]).toEqual([0, []]);
    const help = out.join('\n');
    for (const word of ['--port', '--host', '--quiet', 'proxy <url>', 'mock-31704', 'Prefer: example='])
      expect(help).toContain(word);
    for (const operation of operationIds)
      expect(help).toMatch(new RegExp(`\\n  POST ${pathOf(operation)} +${operation}\\n`));
  });

  it.each(['--version', '-v'])('prints its version with %s', async (option) => {
    expect(await run(option)).toEqual({ code: 0, out: [expect.stringMatching(/^\d+\.\d+\.\d+/)], error: [] });
  });

  const port = '--port must be a number from 0 to 65535, not';
  const behind = 'test requires the command to run behind "--": chat-sns-mock test -- <command>';
  const scheme = 'The URL to forward to must start with http: or https:';
  const mistakes: [args: string[], problem: string][] = [
    [['--port', 'x'], `${port} "x".`],
    [['--port', '1x'], `${port} "1x".`],
    [['--port', 'x1'], `${port} "x1".`],
    [['--port', ''], `${port} "".`],
    [['--port', '65536'], `${port} "65536".`],
    [['--port=-1'], `${port} "-1".`],
    [['--bogus'], "Unknown option '--bogus'."],
    [['serve'], 'Unknown command "serve". Use "proxy", "test", or no command to start the mock.'],
    [['proxy'], 'proxy requires the URL to forward to: chat-sns-mock proxy <url>'],
    [['proxy', 'http://a', 'http://b'], 'proxy takes one URL, not 2.'],
    [['--upstream', 'http://a'], '--upstream is an option of test.'],
    [['proxy', 'http://a', '--allow-no-calls'], '--allow-no-calls is an option of test.'],
    [['--junit', 'a.xml'], '--junit is an option of test and proxy.'],
    [['--host', ''], '--host must be an address of this machine, not "".'],
    [['proxy', 'x'], 'The URL to forward to is not valid. Pass one such as https://host'],
    [['test', '--upstream', 'ftp://a', '--', 'true'], `${scheme}, not with ftp:`],
    [['test'], behind],
    [['test', '--'], behind],
    [['test', 'npm', 'test'], behind],
    [['test', 'npm', '--', 'npm'], behind],
  ];
  it.each(mistakes)('refuses %j with code 2 and what to do', async (args, problem) => {
    expect(await run(...args)).toEqual({
      code: 2,
      out: [],
      error: [`${problem}\nRun \`chat-sns-mock --help\`.`],
    });
  });
});

describe('chat-sns-mock proxy', () => {
  it('forwards, logs, and prints a summary at the end', async () => {
    await using mock = await startMock();
    const { out, url, end } = await start('proxy', mock.url, '--port', '0');
    expect(out).toEqual([
      `chat-sns-mock proxy is listening on ${url} and forwards to ${new URL(mock.url).href}`,
    ]);
    await call(url, 'deleteFriends');
    await call(url, 'deleteFriends', { body: {} });
    expect(await end()).toBe(65);
    expect(out.length).toBeGreaterThan(4);
    expect(out.at(-1)).toBe('2 calls forwarded, 1 of them with violations');
    expect(out.join('\n')).not.toContain(canary);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('logs no request with --quiet', async () => {
    await using mock = await startMock();
    const { out, url, end } = await start('proxy', mock.url, '--port', '0', '--quiet');
    await call(url, 'deleteFriends', { body: {} });
    await end();
    expect(out.slice(1).filter((line) => line.startsWith('POST'))).toEqual([]);
    expect(out.at(-1)).toBe('1 call forwarded, 1 of them with violations');
  });

  it('writes what it found as JUnit XML at its end, and ends with code 0 without a violation', async () => {
    await using mock = await startMock();
    const file = join(mkdtempSync(join(tmpdir(), 'chat-sns-proxy-')), 'new/contract.xml');
    const { url, end } = await start('proxy', mock.url, '--port', '0', '--quiet', '--junit', file);
    await call(url, 'deleteFriends');
    expect(await end()).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('tests="7" failures="0" errors="0" skipped="4"');
    rmSync(dirname(dirname(file)), { recursive: true });
  });

  it('does not repeat a secret in the URL to forward to', async () => {
    const { code, out, error } = await run('proxy', `https://user:${canary}@host.example/?usersig=${canary}`);
    expect([code, out]).toEqual([2, []]);
    expect(error).toEqual([
      'The URL of host.example must not have a user, query or fragment\nRun `chat-sns-mock --help`.',
    ]);
  });
});

describe('chat-sns-mock test', () => {
  it('passes what is behind "--" to the command, and its own options to itself', async () => {
    const script = 'process.exit(process.argv[1] === "--help" && process.env.CHAT_SNS_BASE_URL ? 0 : 9)';
    const { code, out, error } = await run(
      'test',
      '--allow-no-calls',
      '--',
      process.execPath,
      '-e',
      script,
      '--',
      '--help',
    );
    expect([code, out]).toEqual([0, []]);
    expect(error.at(-1)).toBe('chat-sns-mock test: 0 calls forwarded, 0 of them with violations');
  });

  it('ends with code 2 before the command runs when the report cannot be written', async () => {
    const file = `${process.execPath}/report.xml`;
    const { code, error } = await run(
      'test',
      '--junit',
      file,
      '--',
      process.execPath,
      '-e',
      'process.exit(7)',
    );
    expect([code, error.at(-1)]).toEqual([2, expect.stringContaining(`Cannot write --junit ${file}: `)]);
  });

  it('ends with the exit code of the command, and with 66 without a call', async () => {
    expect((await run('test', '--', process.execPath, '-e', 'process.exit(7)')).code).toBe(7);
    expect((await run('test', '--', process.execPath, '-e', '')).code).toBe(66);
  });
});
