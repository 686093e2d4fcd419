import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { folder, readLines, secretKey, startSandbox, startShell, writeInput } from './support.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const accounts = Array.from({ length: 40 }, (_, index) => `a${index}`);
const friendsOf = (account: string) => [`${account}x`, `${account}y`];
const start = (line: string, env = {}) => startShell(line, { env: { ...sandbox.env, ...env } });
const command = 'chat-sns friends delete job.csv --delete-type single --journal job.journal -y';

beforeEach(async () => {
  for (const file of ['job.journal', 'results.ndjson']) rmSync(join(folder, file), { force: true });
  const rows = accounts.flatMap((account) => friendsOf(account).map((friend) => `${account},${friend}`));
  writeInput('job.csv', `from,to\n${rows.join('\n')}\n`);
  await sandbox.seed(
    Object.fromEntries(accounts.map((account) => [account, { friends: friendsOf(account) }])),
  );
});

/** Waits until the sandbox has received so many calls. */
async function waitForCalls(count: number): Promise<void> {
  while ((await sandbox.calls()).length < count) await new Promise((done) => setTimeout(done, 20));
}

/** What every job must come to: one outcome for each line, and nobody has a friend any more. */
async function expectAllDeleted(lines: Record<string, unknown>[]): Promise<void> {
  const numbers = lines.map(({ line }) => Number(line)).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 80 }, (_, index) => index + 2));
  for (const account of accounts) expect(await sandbox.friendsOf(account)).toEqual([]);
}

test('after kill -9 a job goes on, and repeats no work that was acknowledged', async () => {
  const killed = start(`exec ${command} --rate-limit 20 --results results.ndjson`);
  await waitForCalls(12);
  killed.kill('SIGKILL');
  await killed.ended;
  const { code, err } = await start(`${command} --results results.ndjson --resume`).ended;
  expect(code).toBe(0);
  expect(err).toContain('80 inputs');
  const lines = readLines('results.ndjson');
  await expectAllDeleted(lines);
  const calls = (await sandbox.calls()).map(({ From_Account }) => From_Account);
  const repeated = accounts.filter((account) => calls.filter((other) => other === account).length > 1);
  // Only what was under way: those outcomes say that nobody knows which attempt it was.
  expect(repeated.length).toBeLessThanOrEqual(4);
  for (const { From_Account, status } of lines)
    expect(status).toBe(repeated.includes(String(From_Account)) ? 'gone' : 'deleted');
  expect(lines.filter(({ fromJournal }) => fromJournal).length).toBeGreaterThanOrEqual(2 * 8);
});

test('a job that goes on plans what is left, and one that has ended says that nothing is', async () => {
  await sandbox.fail({ kind: 'code', code: 30001, account: 'a3', count: 3 });
  const first = start(`exec ${command} --rate-limit 20`);
  await waitForCalls(12);
  first.kill('SIGINT');
  const left = 80 - (await first.ended).lines.filter(({ status }) => status !== 'notSent').length;
  for (const dry of ['', '--dry-run']) {
    const { err, out } = await start(`${command} --resume ${dry}`.replace(/-y(.*--dry)/, '$1')).ended;
    if (dry === '') {
      expect(err).toContain(`deletes   ${left} friends `);
      expect(err).toContain(`journal   has the outcome of ${80 - left} more\n`);
    } else expect(out).toBe('Nothing is left to do: the journal has the outcome of 80 inputs.\n');
  }
  const calls = (await sandbox.calls()).length;
  const again = await start(`${command} --resume --results results.ndjson`).ended;
  expect(again.err).toMatch(
    /^Nothing is left to do: .*\n80 inputs, 0 requests, .*\n {2}78 deleted\n {2}2 unknown: .*\n/,
  );
  expect([again.code, readLines('results.ndjson').length]).toEqual([1, 80]);
  expect(await sandbox.calls()).toHaveLength(calls);
});

test('a journal is refused without --resume, for another input and for another app', async () => {
  expect((await start(`${command} -q`).ended).code).toBe(0);
  const before = (await sandbox.calls()).length;
  expect(await start(command).ended).toMatchObject({
    code: 2,
    err: expect.stringContaining('--journal job.journal exists. Add --resume to go on with its job'),
  });
  expect(await start(`${command} --resume`, { CHAT_SNS_SDKAPPID: '1400000001' }).ended).toMatchObject({
    code: 2,
    err: expect.stringContaining('the journal belongs to another job: its name is "1400000000@127.0.0.1:'),
  });
  writeInput('job.csv', 'from,to\nother,one\n');
  expect(await start(`${command} --resume`).ended).toMatchObject({
    code: 2,
    err: expect.stringContaining('not those with which the journal was started'),
  });
  expect(await sandbox.calls()).toHaveLength(before);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the job after what is under way, and says how to go on', async (signal, expected) => {
  const job = start(`exec ${command} --rate-limit 20 --insecure-secret-key '${secretKey}'`);
  await waitForCalls(5);
  job.kill(signal);
  const { code, err, lines } = await job.ended;
  expect(err).toContain('Ending after the requests under way.');
  expect(code).toBe(expected);
  expect(lines.filter(({ status }) => status === 'unknown')).toEqual([]);
  const advice = /Go on by:\n\n {2}(.*)\n/.exec(err)?.[1] ?? '';
  expect(advice).toBe(`${command} --rate-limit 20 --insecure-secret-key "$CHAT_SNS_SECRET_KEY" --resume`);
  const rest = await start(advice.replace('--rate-limit 20', '')).ended;
  expect(rest.code).toBe(0);
  await expectAllDeleted(rest.lines);
  expect(await sandbox.calls()).toHaveLength(accounts.length);
});

test('a reason that concerns every call ends the job, with what to do', async () => {
  const { code, err } = await start(`${command} --rate-limit 20`, { CHAT_SNS_SECRET_KEY: 'wrong' }).ended;
  expect(code).toBe(3);
  expect(err).toMatch(/stopped: 70009 UserSigWrongKey: .*\n.*key/);
  expect(err).toContain(' --resume\n');
});

test.runIf(existsSync('/dev/full'))('a full disk under the results ends the job', async () => {
  for (const line of [
    `${command} --results /dev/full`,
    `${command.replace('job.journal', 'b.journal')} > /dev/full`,
  ]) {
    const { code, err } = await start(`${line} --rate-limit 20`.replace(/(> \S+)(.*)/, '$2 $1')).ended;
    expect(err).toMatch(/Cannot write (\/dev\/full|standard output): .*ENOSPC/);
    expect(err).toContain('--resume');
    expect(code).toBe(3);
  }
});

test('a reader that ends early ends the job', async () => {
  const { err } = await start(`${command} --rate-limit 20 | head -n 1`).ended;
  expect(err).toContain('Cannot write standard output');
  expect((await sandbox.calls()).length).toBeLessThan(accounts.length);
});

test('a full disk under the journal ends the job, which can go on elsewhere', async () => {
  const full = await start(`ulimit -f 1; ${command} --rate-limit 50`).ended;
  expect(full.err).toContain('stopped: JournalFailed: the journal could not be written');
  expect(full.err).toContain('EFBIG');
  expect(full.code).toBe(3);
  const rest = await start(`${command} --resume`).ended;
  expect(rest.code).toBe(0);
  await expectAllDeleted(rest.lines);
});

const hasScript = ['/usr/bin/script', '/bin/script'].some((path) => existsSync(path));
if (!hasScript) console.log('Skipped the test of the terminal: there is no `script` of util-linux.');

test.runIf(hasScript)('on a terminal it asks, and shows a bar', async () => {
  const line =
    'chat-sns friends delete job.csv --delete-type single --rate-limit 20 --results results.ndjson';
  await sandbox.fail({ kind: 'code', code: 30001, account: 'a3', operation: 'deleteFriends' });
  const terminal = start(`script -qec 'stty cols 120 rows 30; ${line}' /dev/null`, { TERM: 'xterm' });
  await terminal.see(/Delete 80 friends\? It cannot be undone\./);
  terminal.type('y');
  const { out, code } = await terminal.ended;
  expect(out).toMatch(
    /\[#+-+\] \d+ %, \d+ of 80, \d+ per second, \d+ s left, 2 failed \(30001 InvalidParameter 2\)/,
  );
  expect(out).toContain('78 deleted');
  expect(code).toBe(1);
});

test.runIf(hasScript)('on a terminal, no is the default', async () => {
  const terminal = start("script -qec 'stty cols 120; chat-sns friends delete-all --from a1' /dev/null");
  await terminal.see(/cannot be undone/);
  terminal.type('\r');
  expect(await terminal.ended).toMatchObject({ code: 2, out: expect.stringContaining('Nothing was sent.') });
  expect(await sandbox.calls()).toEqual([]);
});

// The last, because the sandbox goes on with the delayed calls.
test('a second Ctrl-C aborts what is under way', async () => {
  await sandbox.fail({ kind: 'delay', milliseconds: 9000, count: 40 });
  const job = start(`exec ${command}`);
  await job.see(/accounts {2}40/);
  await new Promise((done) => setTimeout(done, 1500));
  job.kill('SIGINT');
  await job.see(/Ending after the requests under way/);
  job.kill('SIGINT');
  const { code, lines, err } = await job.ended;
  expect(code).toBe(130);
  expect(new Set(lines.map(({ status }) => status))).toContain('unknown');
  expect(err).toContain('unknown: sent, and perhaps carried out');
});
