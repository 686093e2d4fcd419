import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import { call, canary } from './support/call.ts';
import { type Child, startNode } from './support/child.ts';
import { request } from './support/hostile.ts';
import { sendRaw } from './support/raw.ts';

const bin = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const start = (...args: string[]) => startNode([bin, ...args]);
const urlOf = (child: Child) => child.waitFor(/http:\/\/127\.0\.0\.1:\d+/);

describe('the built command', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints its URL, logs a line per request without the usersig, and ends with code 0 on %s, open connections or not',
    async (signal) => {
      await using child = start('--port', '0');
      const url = await urlOf(child);
      expect((await call(url, 'deleteFriends')).envelope.ErrorCode).toBe(0);
      expect(await child.waitFor(/POST .*usersig=\*\*\*.* 200 OK 0 .* ms/)).toBeTruthy();
      expect(child.output()).not.toContain(canary);
      const unfinished = sendRaw(url, request().subarray(0, -5)).catch(() => 'closed');
      await call(url, 'deleteFriends');
      expect(await child.end(signal)).toEqual({ code: 0, signal: null });
      expect(await unfinished).toBe('closed');
    },
  );

  it('prints one line that says what to do when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await using child = start('--port', String(port));
    expect(await child.end()).toEqual({ code: 1, signal: null });
    expect(child.output()).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program. Choose another port, or 0 for any free one.\n`,
    );
    other.close();
  });

  it('refuses an unknown option with code 2', async () => {
    await using child = start('--bogus');
    expect(await child.end()).toEqual({ code: 2, signal: null });
    expect(child.output()).toBe("Unknown option '--bogus'.\nRun `chat-sns-mock --help`.\n");
  });

  it('ends quietly when nobody reads its output any more', async () => {
    await using child = start('--port', '0');
    const url = await urlOf(child);
    child.process.stdout?.destroy();
    await call(url, 'deleteFriends');
    await call(url, 'deleteFriends');
    expect(await child.end('SIGTERM')).toEqual({ code: 0, signal: null });
  });

  it('proxies, and prints a summary at the end', async () => {
    await using mock = await startMock();
    await using proxy = start('proxy', mock.url, '--port', '0');
    const url = await urlOf(proxy);
    await call(url, 'deleteFriends');
    await call(url, 'deleteFriends', { body: {} });
    expect(await proxy.end('SIGTERM')).toEqual({ code: 65, signal: null });
    expect(proxy.output()).toContain('2 calls forwarded, 1 of them with violations');
    expect(proxy.output()).not.toContain(canary);
  });
});

/** Whether a process runs. One that has ended may stay in the list until the system takes note of it. */
const isRunning = (pid = '') => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' });
  return /^[^Z]/.test(stdout.trim());
};

describe('the built command, running a test command', () => {
  it('leaves the output of the command alone and prints its own on standard error', async () => {
    await using child = start('test', '--allow-no-calls', '--', 'sh', '-c', 'echo "$0 $1"', 'a', '--help');
    let output = '';
    child.process.stdout?.on('data', (chunk) => (output += chunk));
    expect(await child.end()).toEqual({ code: 0, signal: null });
    expect(output).toBe('a --help\n');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'passes %s on to the command and all that it started, and leaves nothing running',
    async (signal) => {
      const script = 'sleep 300 & echo started $! $CHAT_SNS_BASE_URL; wait';
      await using child = start('test', '--', 'bash', '-c', script);
      const [, pid, url = ''] = (await child.waitFor(/started \d+ http\S+/)).split(' ');
      const codes = { SIGTERM: 143, SIGINT: 130 };
      expect(await child.end(signal)).toEqual({ code: codes[signal], signal: null });
      await expect.poll(() => isRunning(pid)).toBe(false);
      await expect(fetch(url)).rejects.toThrow();
    },
  );

  it('does not pass when it was interrupted and the command ends with code 0', async () => {
    const script =
      "process.on('SIGHUP', () => process.exit(0)); setInterval(() => {}, 1000); console.log('started')";
    await using child = start('test', '--', process.execPath, '-e', script);
    await child.waitFor(/started/);
    expect(await child.end('SIGHUP')).toEqual({ code: 129, signal: null });
  });
});
