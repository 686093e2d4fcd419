import { expect, test } from 'vitest';
import { writeJunit } from '../src/report/junit.ts';
import type { ClaimResult, RunResult } from '../src/run/result.ts';

const claim = (text: string, got: string, status: ClaimResult['status'] = 'documented'): ClaimResult => ({
  step: 1,
  claim: text,
  status,
  source: ['a-page'],
  verdict: { holds: false, expected: 'OK', got },
});

function reportOn(claims: ClaimResult[], strict = false): string {
  const scenario = {
    id: 'one',
    title: 'A call',
    group: 'calls',
    outcome: 'failed',
    milliseconds: 12,
  } as const;
  const run: RunResult = {
    target: { baseUrl: 'http://127.0.0.1:4010', adapter: 'none', live: false },
    scenarios: [{ ...scenario, claims }],
    summary: { passed: 0, failed: 1, differs: 0, skipped: 0 },
  };
  return writeJunit(run, strict);
}

test('a case has one failure with all that is wrong, and what is only inferred stands in its output', () => {
  const report = reportOn([
    claim('It says OK.', 'FAIL'),
    claim('It has items.', 'none'),
    claim('They are in order.', 'reversed', 'inferred'),
  ]);
  expect(report.match(/<failure /g)).toHaveLength(1);
  expect(report).toContain('<failure type="documented" message="It says OK. And 1 more.">');
  expect(report).toMatch(/<failure[^>]*>[^<]*It has items\.[^<]*<\/failure>/);
  expect(report).toMatch(/<system-out>[^<]*They are in order\.[^<]*<\/system-out>/);
  expect(reportOn([claim('They are in order.', 'reversed', 'inferred')], true)).toContain(
    '<failure type="inferred" message="They are in order.">',
  );
});

test('an answer with markup and control characters leaves the report well-formed', () => {
  const report = reportOn([claim('It says OK.', '<b>&"\u0000\u001b\ttab\uffff')]);
  expect(report).toContain('got &lt;b&gt;&amp;&quot;\ufffd\ufffd\ttab\ufffd.');
});
