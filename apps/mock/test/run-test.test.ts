import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isService, runTest, type TestOptions } from '../src/run-test.ts';
import { canary, validQuery } from './support/call.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-sns-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that sends one call for each body, and ends with a code. */
function suite(bodies: unknown[], code = 0, path = '/v4/sns/friend_delete'): string[] {
  const file = join(folder, 'suite.mjs');
  const target = `${path}?${new URLSearchParams(validQuery)}`;
  writeFileSync(
    file,
    `for (const body of ${JSON.stringify(bodies)})
  await fetch(process.env.CHAT_SNS_BASE_URL + ${JSON.stringify(target)}, { method: 'POST', body: JSON.stringify(body) });
process.exit(${code});`,
  );
  return [process.execPath, file];
}

async function run(command: string[], options: Partial<TestOptions> = {}, patienceMs?: number) {
  const lines: string[] = [];
  const standard = { port: 0, host: '127.0.0.1', quiet: true, allowNoCalls: false };
  const code = await runTest({ ...standard, command, ...options }, (line) => lines.push(line), patienceMs);
  return { code, lines };
}

const valid = { From_Account: 'ann', To_Account: ['ben'] };
const numbers = { From_Account: 'ann', To_Account: [1, 2] };
const withoutSender = { To_Account: ['ben'] };

/** The test cases of a report, and what each of them has inside. */
const casesIn = (xml: string) =>
  Object.fromEntries(
    [
      ...xml.matchAll(/<testcase classname="chat-sns contract" name="([^"]+)" time="0">(.*?)<\/testcase>/gs),
    ].map(([, name, inside]) => [name, inside]),
  );
const noCall = '<skipped message="no call"/>';

describe('chat-sns-mock test', () => {
  it('ends with code 0 when the command passes and its calls keep the contract', async () => {
    const { code, lines } = await run(suite([valid, valid]), { quiet: false });
    expect(lines).toEqual([
      expect.stringMatching(
        /^chat-sns-mock test: CHAT_SNS_BASE_URL=http:\/\/127\.0\.0\.1:\d+ leads to the mock$/,
      ),
      'chat-sns-mock test: 2 calls forwarded, 0 of them with violations',
    ]);
    expect(code).toBe(0);
  });

  it('ends with code 65 when a call breaks the contract, and says each violation once with its fix', async () => {
    const { code, lines } = await run(suite([valid, numbers, numbers, withoutSender]));
    expect(code).toBe(65);
    expect(lines.slice(1)).toEqual([
      'deleteFriends request body.To_Account.*: Request body property To_Account.* must be string (4 times)',
      expect.stringMatching(
        /^ {2}The mock responds with 60015 InvalidAccountType\. Fix: Send every UserID as a string/,
      ),
      "deleteFriends request body: Request body must have required property 'From_Account'",
      expect.stringMatching(/^ {2}The mock responds with 30001 InvalidParameter\. Fix: /),
      'chat-sns-mock test: 4 calls forwarded, 3 of them with violations',
    ]);
  });

  it('logs a call that breaks the contract when it comes, but no other', async () => {
    const { lines } = await run(suite([valid, numbers]), { quiet: false });
    expect(lines[1]).toMatch(/^POST .*usersig=\*\*\*.* 2 violations /);
    expect(lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
  });

  it('passes the exit code of a command that fails on, violations or not', async () => {
    expect((await run(suite([valid], 7))).code).toBe(7);
    expect((await run(suite([numbers], 7))).code).toBe(7);
    expect((await run(['sh', '-c', 'kill -9 $$'])).code).toBe(128 + 9);
    expect(await run(['chat-sns-no-such-program'])).toEqual({
      code: 127,
      lines: [
        expect.stringContaining('CHAT_SNS_BASE_URL='),
        'Command not found: chat-sns-no-such-program',
        'chat-sns-mock test: 0 calls forwarded, 0 of them with violations',
      ],
    });
    expect((await run([folder])).code).toBe(126);
  });

  it.each([
    ['the command makes none', []],
    ['it is to no operation', [valid]],
  ])(
    'ends with code 66 when no call was checked because %s, unless that is allowed',
    async (_why, bodies) => {
      const command = suite(bodies, 0, '/v4/sns/friend_get');
      const { code, lines } = await run(command);
      expect(code).toBe(66);
      expect(lines.at(-1)).toBe(
        'No call was checked. Let the command call CHAT_SNS_BASE_URL, or pass --allow-no-calls.',
      );
      const others = bodies.length > 0 ? ', 1 not checked: the contract has no such path' : '';
      expect(lines.at(-2)).toBe(
        `chat-sns-mock test: ${bodies.length === 1 ? '1 call' : '0 calls'} forwarded, 0 of them with violations${others}`,
      );
      expect((await run(command, { allowNoCalls: true })).code).toBe(0);
    },
  );

  it('requires random, which the check does too', async () => {
    const { random: _, ...query } = validQuery;
    const script = `const url = process.env.CHAT_SNS_BASE_URL + '/v4/sns/friend_delete?${new URLSearchParams(query)}';
      const response = await fetch(url, { method: 'POST', body: '${JSON.stringify(valid)}' });
      process.exit((await response.json()).ErrorCode === 60025 ? 0 : 9);`;
    const { code, lines } = await run([process.execPath, '--input-type=module', '-e', script]);
    expect(lines[1]).toBe("deleteFriends request query: Request query must have required property 'random'");
    expect(code).toBe(65);
  });
});

describe('chat-sns-mock test --upstream', () => {
  it('waits for a server that is still starting, and checks its responses', async () => {
    const server = createServer((incoming, response) => {
      incoming.resume();
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ActionStatus":"OK"}');
    });
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    const running = run(suite([valid]), { upstream: `http://127.0.0.1:${port}` });
    setTimeout(() => server.listen(port, '127.0.0.1'), 1000);
    const { code, lines } = await running;
    server.close();
    expect(code).toBe(65);
    expect(lines[0]).toContain(` leads to http://127.0.0.1:${port}/`);
    expect(lines[1]).toMatch(/^deleteFriends response body: /);
    expect(lines[2]).toBe(
      '  Fix: correct the server behind the proxy. If it is the service itself, the contract is wrong.',
    );
  });

  it('does not run the command when nothing listens', async () => {
    const file = join(folder, 'ran');
    await expect(run(['touch', file], { upstream: 'http://127.0.0.1:1' }, 100)).rejects.toThrow(
      'Nothing listens on 127.0.0.1:1, the --upstream, after 0.1 s. Start it before the command.',
    );
    expect(existsSync(file)).toBe(false);
  });

  it('knows the service itself', () => {
    expect(isService(new URL('https://adminapisgp.im.qcloud.com/'))).toBe(true);
    expect(isService(new URL('https://adminapisgp.my-imcloud.com/'))).toBe(true);
    expect(isService(new URL('http://127.0.0.1:4020/'))).toBe(false);
  });
});

describe('chat-sns-mock test --junit', () => {
  it('has a test case for each operation and side, without a UserSig', async () => {
    const junit = join(folder, 'reports/contract.xml');
    const secret = { From_Account: 'ann', To_Account: ['ben'], DeleteType: canary };
    expect((await run(suite([valid, numbers, secret]), { junit })).code).toBe(65);
    const xml = readFileSync(junit, 'utf8');
    expect(xml).not.toContain('CANARY');
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites>\n<testsuite id="0" /);
    expect(xml).toMatch(
      / timestamp="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d" time="\d+\.\d{3}" tests="7" failures="1" errors="0" skipped="4">/,
    );
    const { 'deleteFriends request': failed = '', ...others } = casesIn(xml);
    expect(failed).toMatch(
      /^<failure type="ContractViolation" message="deleteFriends request body\.To_Account\.\*: /,
    );
    expect(failed).toContain('must be string (2 times)\n  The mock responds with 60015 InvalidAccountType.');
    expect(failed).toContain('&quot;10001&quot; and not 10001');
    expect(others).toEqual({
      'a call was checked': '',
      'deleteFriends response': '',
      'deleteAllFriends request': noCall,
      'deleteAllFriends response': noCall,
      'deleteFriendLists request': noCall,
      'deleteFriendLists response': noCall,
    });
  });

  it('fails without a call, and does before the command ends', async () => {
    const junit = join(folder, 'contract.xml');
    const failed =
      '<failure type="NothingChecked" message="No call was checked.">No call was checked.</failure>';
    // What a command sees is what stays when it takes this process down.
    const code = `process.exit(fs.readFileSync(${JSON.stringify(junit)}, 'utf8').includes('NothingChecked') ? 9 : 0)`;
    expect((await run([process.execPath, '-e', code], { junit })).code).toBe(9);
    expect(casesIn(readFileSync(junit, 'utf8'))['a call was checked']).toBe(failed);
    await run(['true'], { junit, allowNoCalls: true });
    expect(casesIn(readFileSync(junit, 'utf8'))['a call was checked']).toBe(noCall);
  });

  it('does not run the command when the report cannot be written', async () => {
    const file = join(folder, 'ran');
    await expect(run(['touch', file], { junit: folder })).rejects.toThrow('EISDIR');
    expect(existsSync(file)).toBe(false);
  });
});
