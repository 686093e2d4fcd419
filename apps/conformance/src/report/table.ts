import { type ClaimResult, deviates, isFirm, type RunResult, type ScenarioResult } from '../run/result.ts';

const words = { passed: 'ok', failed: 'FAILED', differs: 'differs', skipped: 'skipped' } as const;

/** For people: a line per scenario with what is wrong below it, and the totals. */
export function writeTable({ target, scenarios, summary }: RunResult): string {
  const width = Math.max(...scenarios.map(({ id }) => id.length));
  const lines = scenarios.flatMap((result, index) => [
    ...(result.group === scenarios[index - 1]?.group ? [] : ['', result.group]),
    `  ${words[result.outcome].padEnd(8)} ${result.id.padEnd(width)}  ${result.title}`,
    ...detailsOf(result).map((line) => `           ${line}`),
  ]);
  const { passed, failed, differs, skipped } = summary;
  return [
    `${target.baseUrl} (adapter ${target.adapter}${target.live ? ', live' : ''})`,
    ...lines,
    '',
    `${scenarios.length} scenarios: ${passed} passed, ${failed} failed, ${differs} differ, ${skipped} skipped`,
    ...(differs > 0 ? [meaningOfDiffers] : []),
    '',
  ].join('\n');
}

const meaningOfDiffers =
  'A scenario that differs contradicts nothing documented, only what was observed or inferred. --strict counts it as failed.';

function detailsOf({ claims, reason }: ScenarioResult): string[] {
  return [
    ...(reason ? [`(${reason})`] : []),
    ...claims.filter(deviates).flatMap(explain),
    ...claims.flatMap(noteOf),
  ];
}

function explain(result: ClaimResult): string[] {
  const { claim, status, source, step, verdict } = result;
  if (!('holds' in verdict) || verdict.holds) return [];
  return [
    `${isFirm(status) ? 'not as' : 'other than'} ${status}, step ${step}: ${claim}`,
    `  expected ${verdict.expected}`,
    `  got      ${verdict.got}`,
    `  source   ${source.join(', ')}`,
  ];
}

function noteOf({ step, verdict }: ClaimResult): string[] {
  return 'holds' in verdict && verdict.holds && verdict.noted
    ? [`noted, step ${step}: ${verdict.noted}`]
    : [];
}
