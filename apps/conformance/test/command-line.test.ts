import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { argsFor, runCommandLine } from './command-line.ts';
import { startProgram } from './start-program.ts';
import { app } from './wrong-server/gateway.ts';
import { startWrongServer } from './wrong-server/server.ts';

const directory = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(directory, { recursive: true }));

test('exits with 0 when everything passes', async () => {
  await using server = await startWrongServer();
  const { code, out, err } = await runCommandLine(
    argsFor(server.url, '--adapter', 'sandbox', '--only', 'lists'),
  );
  expect(out).toContain('16 scenarios: 16 passed, 0 failed, 0 differ, 0 skipped');
  expect([code, err]).toEqual([0, '']);
});

test('exits with 1 when a documented claim does not hold, and reports what was expected and what came', async () => {
  await using server = await startWrongServer('two-way-deletes-one-side');
  const { code, out } = await runCommandLine(
    argsFor(server.url, '--adapter', 'sandbox', '--only', 'friends'),
  );
  expect(code).toBe(1);
  expect(out).toContain('FAILED   two-way-deletes-both-sides');
  expect(out).toContain('not as documented, step 1: Ann and Ben lose each other.');
  expect(out).toContain('expected friends of ben to be ["cid"]');
  expect(out).toContain('got      ["ann","cid"]');
  expect(out).toContain('source   relationship-chain');
});

test('an inferred claim that does not hold differs, and fails only with --strict', async () => {
  await using server = await startWrongServer('items-sorted');
  const args = argsFor(server.url, '--adapter', 'sandbox', '--only', 'items-in-request-order');
  const relaxed = await runCommandLine(args);
  expect(relaxed.code).toBe(0);
  expect(relaxed.out).toContain('differs  items-in-request-order');
  expect(relaxed.out).toContain('other than inferred, step 1: There is one item for each account');
  expect((await runCommandLine([...args, '--strict'])).code).toBe(1);
});

test('without an adapter, skips what requires accounts and says why', async () => {
  await using server = await startWrongServer();
  const { code, out } = await runCommandLine(argsFor(server.url, '--only', 'malformed-json,second-deletion'));
  expect(out).toContain('skipped  second-deletion');
  expect(out).toContain('(its accounts cannot be seeded; see --adapter)');
  expect(out).toContain('1 passed, 0 failed, 0 differ, 1 skipped');
  expect(code).toBe(0);
});

test('exits with 2 when everything is skipped', async () => {
  await using server = await startWrongServer();
  const { code } = await runCommandLine(
    argsFor(server.url, '--only', 'all-friends', '--skip', 'all-friends'),
  );
  expect(code).toBe(2);
});

test('exits with 2 when seeding fails', async () => {
  await using server = await startProgram('mock');
  const args = argsFor(server.url, '--adapter', 'sandbox', '--only', 'second-deletion');
  const { code, out } = await runCommandLine(args);
  expect(out).toContain('skipped  second-deletion');
  expect(out).toContain('GET /sandbox/state responded with');
  expect(code).toBe(2);
});

test('--format junit writes JUnit, in which --strict counts what differs', async () => {
  await using server = await startWrongServer('items-sorted');
  const only = ['--adapter', 'sandbox', '--only', 'items-in-request-order'];
  const args = argsFor(server.url, ...only, '--format', 'junit');
  const openingOf = async (...more: string[]) =>
    (await runCommandLine([...args, ...more])).out.match(/<testsuites .*>/)?.[0];
  const suites = '<testsuites name="chat-sns-conformance" tests="1"';
  expect(await openingOf()).toBe(`${suites} failures="0" skipped="0">`);
  expect(await openingOf('--strict')).toBe(`${suites} failures="1" skipped="0">`);
});

test('JSON has every claim with its verdict, and --output writes it to a file', async () => {
  await using server = await startWrongServer();
  const output = join(directory, 'report.json');
  const args = argsFor(server.url, '--only', 'unknown-command', '--format', 'json', '--output', output);
  expect(await runCommandLine(args)).toEqual({ code: 0, out: '', err: '' });
  const { target, summary, scenarios } = JSON.parse(readFileSync(output, 'utf8'));
  expect(target).toMatchObject({ adapter: 'none', live: false });
  expect(summary).toEqual({ passed: 1, failed: 0, differs: 0, skipped: 0 });
  expect(scenarios[0].claims).toContainEqual({
    claim: 'The code is 60009.',
    status: 'inferred',
    source: ['inferred-unknown-command-60009'],
    step: 1,
    verdict: { holds: true },
  });
});

test('no report contains the key or a usersig, even if the server echoes the request', async () => {
  const echo = createServer((request, response) => response.end(JSON.stringify({ ErrorInfo: request.url })));
  await new Promise<void>((done) => echo.listen(0, '127.0.0.1', done));
  const { port } = echo.address() as AddressInfo;
  for (const format of ['table', 'junit', 'json']) {
    const args = argsFor(`http://127.0.0.1:${port}`, '--only', 'request,signatures', '--format', format);
    const { code, out } = await runCommandLine(args);
    expect(code).toBe(1);
    expect(out).toContain('usersig=***');
    expect(out).not.toMatch(/usersig=(?!\*\*\*)/);
    expect(out).not.toContain(app.secretKey);
    expect(out).not.toContain('eJy');
  }
  await new Promise((done) => echo.close(done));
});

test('reports in one line that no server responds', async () => {
  const server = await startWrongServer();
  await server[Symbol.asyncDispose]();
  const { code, out, err } = await runCommandLine(argsFor(server.url));
  expect([code, out]).toEqual([2, '']);
  expect(err).toBe(
    `No server responds at ${server.url} (ECONNREFUSED). Start the server, or check --base-url.\n`,
  );
});

const wrongKey = { env: { CHAT_SNS_SECRET_KEY: 'not-the-key-of-the-server' } };
test.each([
  ['a wrong key', [], wrongKey, /70009 UserSigWrongKey.*\nFix the secret key: CHAT_SNS_SECRET_KEY or/],
  ['another app', ['--sdkappid', '1400000001'], {}, /70020 AppNotFound.*\nFix --sdkappid/],
  [
    'a caller that is not an admin',
    ['--identifier', 'x'],
    {},
    /60010 IdentifierNotAdmin.*\nFix --identifier/,
  ],
  [
    'a clock that is two days late',
    [],
    { now: () => Date.now() - 2 * 86_400_000 },
    /70001 .*\nFix the clock/,
  ],
  ['another path', ['--base-url', 'PATH'], {}, /60009 InvalidResource.*\nFix --base-url/],
])('with %s, sends one request, says what to fix and exits with 2', async (_, args, changes, message) => {
  await using server = await startWrongServer();
  const given = args.map((arg) => (arg === 'PATH' ? `${server.url}/nowhere` : arg));
  const { code, out, err } = await runCommandLine(argsFor(server.url, ...given), changes);
  expect([code, out, err]).toEqual([2, '', expect.stringMatching(message)]);
  expect(server.received).toHaveLength(1);
});

test.each([
  [
    'a server of another kind',
    (response: ServerResponse) => response.writeHead(404).end('<html>'),
    /: HTTP 404 <html>\nFix/,
  ],
  ['a server that hangs up', (response: ServerResponse) => response.destroy(), /: no response \(\w+\)\nFix/],
])('reports %s in the same manner', async (_, respond, message) => {
  let requests = 0;
  const other = createServer((_, response) => {
    requests += 1;
    respond(response);
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  const { code, out, err } = await runCommandLine(argsFor(`http://127.0.0.1:${port}`));
  expect([code, out, err, requests]).toEqual([2, '', expect.stringMatching(message), 1]);
  await new Promise((done) => other.close(done));
});

test('reports a port to which fetch never connects', async () => {
  const { code, err } = await runCommandLine(argsFor('http://127.0.0.1:9'));
  expect([code, err]).toEqual([2, expect.stringContaining('(bad port)')]);
});

const right = argsFor('http://127.0.0.1:9');
test.each([
  [
    'no address',
    ['--sdkappid', '1'],
    {},
    '--base-url is required. For example: --base-url http://127.0.0.1:4020',
  ],
  ['an invalid address', argsFor('nowhere'), {}, '--base-url must be an http or https URL'],
  ['an address with a query', argsFor('http://127.0.0.1?usersig=x'), {}, 'without user, query and fragment'],
  ['plain http to another machine', argsFor('http://192.0.2.1'), {}, '--base-url must be https'],
  ['no key', right, { env: {} }, 'The secret key is missing. Set CHAT_SNS_SECRET_KEY'],
  [
    'a key file that is not there',
    [...right, '--secret-key-file', 'no-such-file'],
    {},
    'Cannot read --secret-key-file no-such-file.',
  ],
  [
    'an unknown adapter',
    [...right, '--adapter', 'magic'],
    {},
    '--adapter must be one of sandbox, vendor, none, not "magic".',
  ],
  [
    'an unknown format',
    [...right, '--format', 'tap'],
    {},
    '--format must be one of table, junit, json, not "tap".',
  ],
  [
    'an sdkappid that is not a number',
    [...right, '--sdkappid', 'x'],
    {},
    '--sdkappid must be a whole number from 1 to 4294967295, not "x".',
  ],
  [
    'a time that no timer can wait',
    [...right, '--timeout', '2147483648'],
    {},
    '--timeout must be a whole number from 1 to 2147483647, not "2147483648".',
  ],
  ['an invalid identifier', [...right, '--identifier', 'a b'], {}, '--identifier must be a UserID'],
  [
    'a scenario that does not exist',
    [...right, '--only', 'nothing'],
    {},
    'No scenario, group or operation is named nothing.',
  ],
  [
    'an unknown flag',
    [...right, '--fast'],
    {},
    "Unknown option '--fast'. Run `chat-sns-conformance --help`.",
  ],
])('%s exits with 2 and says what to do', async (_, args, changes, message) => {
  const { code, err } = await runCommandLine(args, changes);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('the built command reads the key from a file, and runs the published scenarios', async () => {
  await using server = await startWrongServer();
  const keyFile = join(directory, 'key');
  writeFileSync(keyFile, `${app.secretKey}\n`);
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [cli, ...args], { env: { PATH: process.env.PATH } });
  const args = argsFor(server.url, '--secret-key-file', keyFile, '--only', 'request');
  expect((await run(...args)).stdout).toContain('9 scenarios: 9 passed');
  expect((await run('--help')).stdout).toContain('--yes-delete');
  expect((await run('--list')).stdout).toContain('lists\tmissing-list\t');
});
