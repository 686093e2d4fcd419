import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { argsFor, runCommandLine } from './command-line.ts';
import { startWrongServer } from './wrong-server/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a scenario that could check nothing of its own is skipped, however well-formed the answer is', async () => {
  await using server = await startWrongServer();
  const args = argsFor(server.url, '--only', 'order-without-state');
  const wrongKey = { env: { CHAT_SNS_SECRET_KEY: 'not-the-key-of-the-server' } };
  const { code, out } = await runCommandLine(args, wrongKey);
  expect(out).toContain('skipped  order-without-state');
  expect(out).toContain('(ActionStatus is not OK)');
  expect(out).toContain('1 scenarios: 0 passed, 0 failed, 0 differ, 1 skipped');
  expect(code).toBe(2);
});

test.each(['--output', '--differences'])(
  'a file for %s that cannot be written is refused before anything is sent',
  async (option) => {
    await using server = await startWrongServer();
    const file = join(folder, 'nowhere', 'report');
    const { code, err } = await runCommandLine(argsFor(server.url, '--only', 'malformed-json', option, file));
    expect([code, err]).toEqual([2, `${option} ${file} cannot be written.\n`]);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  },
);
