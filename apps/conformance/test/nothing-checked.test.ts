import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { argsFor, runCommandLine } from './command-line.ts';
import { startWrongServer } from './wrong-server/server.ts';

const directory = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(directory, { recursive: true }));

test('a scenario none of whose own claims can be checked is skipped, even if the response is well-formed', async () => {
  await using server = await startWrongServer();
  const { code, out } = await runCommandLine(argsFor(server.url, '--only', 'order-without-state'));
  expect(out).toContain('skipped  order-without-state');
  expect(out).toContain('(ActionStatus is not OK)');
  expect(out).toContain('1 scenarios: 0 passed, 0 failed, 0 differ, 1 skipped');
  expect(code).toBe(2);
});

test.each(['--output', '--differences'])(
  'fails before the first request if the file of %s cannot be written',
  async (option) => {
    await using server = await startWrongServer();
    const file = join(directory, 'nowhere', 'report');
    const { code, err } = await runCommandLine(argsFor(server.url, '--only', 'malformed-json', option, file));
    expect([code, err]).toEqual([
      2,
      `Cannot write ${option} ${file}. Check its directory and permissions.\n`,
    ]);
    expect(existsSync(join(directory, 'nowhere'))).toBe(false);
  },
);
