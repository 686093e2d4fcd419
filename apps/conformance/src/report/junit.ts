import { type ClaimResult, deviates, isFirm, type RunResult, type ScenarioResult } from '../run/result.ts';

/**
 * For CI systems: a test suite per group. JUnit has no warnings, so what differs without contradicting anything
 * documented is a failure only when `strict`; otherwise it is in the output of its test case.
 */
export function writeJunit({ scenarios, summary }: RunResult, strict: boolean): string {
  const groups = [...new Set(scenarios.map(({ group }) => group))];
  const failures = summary.failed + (strict ? summary.differs : 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="chat-sns-conformance" tests="${scenarios.length}" failures="${failures}" skipped="${summary.skipped}">`,
    ...groups.flatMap((group) =>
      suite(
        group,
        scenarios.filter((scenario) => scenario.group === group),
        strict,
      ),
    ),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(group: string, scenarios: readonly ScenarioResult[], strict: boolean): string[] {
  const count = (outcome: string) => scenarios.filter((scenario) => scenario.outcome === outcome).length;
  const failures = count('failed') + (strict ? count('differs') : 0);
  return [
    `  <testsuite name="${toXml(group)}" tests="${scenarios.length}" failures="${failures}" skipped="${count('skipped')}">`,
    ...scenarios.flatMap((scenario) => testCase(scenario, strict)),
    '  </testsuite>',
  ];
}

function testCase(
  { id, title, group, outcome, reason, claims, milliseconds }: ScenarioResult,
  strict: boolean,
): string[] {
  const open = `    <testcase classname="${toXml(group)}" name="${toXml(`${id}: ${title}`)}" time="${milliseconds / 1000}"`;
  if (outcome === 'passed') return [`${open}/>`];
  if (outcome === 'skipped')
    return [`${open}>`, `      <skipped message="${toXml(reason ?? '')}"/>`, '    </testcase>'];
  const wrong = claims.filter(deviates);
  const asFailure = wrong.filter(({ status }) => strict || isFirm(status));
  const asOutput = wrong.filter((claim) => !asFailure.includes(claim));
  return [
    `${open}>`,
    ...failure(asFailure),
    ...(asOutput.length > 0
      ? [`      <system-out>${toXml(asOutput.map(sentence).join('\n'))}</system-out>`]
      : []),
    '    </testcase>',
  ];
}

/** One element for everything that is wrong: readers of JUnit expect at most one failure for a test case. */
function failure(claims: readonly ClaimResult[]): string[] {
  const [first, ...others] = claims;
  if (!first) return [];
  const message = others.length === 0 ? first.claim : `${first.claim} And ${others.length} more.`;
  const text = claims.map(sentence).join('\n');
  return [`      <failure type="${first.status}" message="${toXml(message)}">${toXml(text)}</failure>`];
}

function sentence({ claim, status, source, step, verdict }: ClaimResult): string {
  const { expected, got } = 'expected' in verdict ? verdict : { expected: '', got: '' };
  return `${status}, step ${step}: ${claim} Expected ${expected}, got ${got}. Source: ${source.join(', ')}`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// XML 1.0 allows most control characters nowhere, not even escaped.
const toXml = (text: string) =>
  text
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd');
