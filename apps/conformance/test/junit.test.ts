import { expect, test } from 'vitest';
import { writeJunit } from '../src/report/junit.ts';
import type { ClaimResult, RunResult, ScenarioResult } from '../src/run/result.ts';

const claim = (text: string, got: string, status: ClaimResult['status'] = 'documented'): ClaimResult => ({
  step: 1,
  claim: text,
  status,
  source: ['a-page'],
  verdict: { holds: false, expected: 'OK', got },
});

const scenario = (id: string, rest: Partial<ScenarioResult>): ScenarioResult => ({
  id,
  title: 'A call',
  group: 'calls',
  outcome: 'passed',
  milliseconds: 12,
  claims: [],
  ...rest,
});

const run: RunResult = {
  target: { baseUrl: 'http://127.0.0.1:4010', adapter: 'none', live: false },
  scenarios: [
    scenario('right', { claims: [{ ...claim('It is OK.', ''), verdict: { holds: true } }] }),
    scenario('wrong', {
      outcome: 'failed',
      claims: [
        claim('It is OK.', 'FAIL'),
        claim('It has items.', 'none'),
        claim('They are in order.', 'reversed', 'inferred'),
      ],
    }),
    scenario('other', {
      group: 'others',
      outcome: 'differs',
      claims: [claim('It is new.', 'old', 'observed')],
    }),
    scenario('absent', { group: 'others', outcome: 'skipped', reason: 'left out by --skip' }),
  ],
  summary: { passed: 1, failed: 1, differs: 1, skipped: 1 },
};

test('a test case has one failure with everything documented that is wrong, and the rest in its output', () => {
  expect(writeJunit(run, false)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="chat-sns-conformance" tests="4" failures="1" skipped="1">
  <testsuite name="calls" tests="2" failures="1" skipped="0">
    <testcase classname="calls" name="right: A call" time="0.012"/>
    <testcase classname="calls" name="wrong: A call" time="0.012">
      <failure type="documented" message="It is OK. And 1 more.">documented, step 1: It is OK. Expected OK, got FAIL. Source: a-page
documented, step 1: It has items. Expected OK, got none. Source: a-page</failure>
      <system-out>inferred, step 1: They are in order. Expected OK, got reversed. Source: a-page</system-out>
    </testcase>
  </testsuite>
  <testsuite name="others" tests="2" failures="0" skipped="1">
    <testcase classname="others" name="other: A call" time="0.012">
      <system-out>observed, step 1: It is new. Expected OK, got old. Source: a-page</system-out>
    </testcase>
    <testcase classname="others" name="absent: A call" time="0.012">
      <skipped message="left out by --skip"/>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('a strict report counts as failed what differs', () => {
  const report = writeJunit(run, true);
  expect(report).toContain(' tests="4" failures="2" skipped="1">');
  expect(report).toContain('<testsuite name="others" tests="2" failures="1" skipped="1">');
  expect(report).toContain('<failure type="documented" message="It is OK. And 2 more.">');
  expect(report).toContain('<failure type="observed" message="It is new.">');
  expect(report).not.toContain('<system-out>');
});

test('markup and control characters leave the report well-formed', () => {
  const bad = '<b>&"\u0000\u001b\ttab\uffff';
  const good = '&lt;b&gt;&amp;&quot;\ufffd\ufffd\ttab\ufffd';
  const report = writeJunit(
    {
      ...run,
      scenarios: [
        scenario('wrong', { outcome: 'failed', title: bad, group: bad, claims: [claim(bad, bad)] }),
        scenario('absent', { outcome: 'skipped', group: bad, reason: bad }),
      ],
    },
    false,
  );
  expect(report).toContain(`<testsuite name="${good}"`);
  expect(report).toContain(`<testcase classname="${good}" name="wrong: ${good}"`);
  expect(report).toContain(`message="${good}">documented, step 1: ${good} Expected OK, got ${good}.`);
  expect(report).toContain(`<skipped message="${good}"/>`);
});
