import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createReport } from '../src/proxy/junit.ts';
import type { ProxySummary } from '../src/proxy/summary.ts';

async function report(summary: Partial<ProxySummary>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-junit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'report.xml');
  const write = createReport(file, false);
  await write({ calls: 2, violating: 1, checked: {}, violations: [], ...summary });
  return readFileSync(file, 'utf8');
}

const violation = { side: 'request', at: 'body', message: 'is wrong', count: 1 } as const;

it('escapes what a message has from the request, and replaces what XML cannot have', async () => {
  const xml = await report({
    violations: [{ ...violation, operation: 'deleteFriends', message: '<a b="c">&\u0000\ud800\u{1f600}\t' }],
  });
  expect(xml).toContain(
    'message="deleteFriends request body: &lt;a b=&quot;c&quot;&gt;&amp;\ufffd\ufffd\u{1f600}\t"',
  );
});

it('names the suite, and has the seconds that the test took', async () => {
  const [, attributes = '', seconds] =
    /<testsuite (id="0" package.*?) timestamp=.* time="(\d+\.\d{3})"/.exec(await report({})) ?? [];
  expect(attributes).toBe('id="0" package="chat-sns" name="chat-sns contract" hostname="localhost"');
  expect(Number(seconds)).toBeLessThan(60);
});

it('has a test case of its own for calls to other paths, which only a failed check can break', async () => {
  const ofOther = '<testcase classname="chat-sns contract" name="other paths" time="0"><failure ';
  expect(await report({ violations: [violation] })).toContain(
    `${ofOther}type="ContractViolation" message="another path request body: is wrong">`,
  );
  expect(await report({ violations: [{ ...violation, operation: 'deleteFriends' }] })).not.toContain(ofOther);
});
