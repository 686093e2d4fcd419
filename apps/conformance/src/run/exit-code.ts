import type { RunResult } from './result.ts';

/** 1: something failed. 2: nothing failed, but nothing ran, or state that should have been seeded was not. */
export function exitCodeOf({ scenarios, summary }: RunResult, strict: boolean): 0 | 1 | 2 {
  if (summary.failed > 0 || (strict && summary.differs > 0)) return 1;
  const ran = scenarios.length - summary.skipped;
  return ran === 0 || scenarios.some(({ seedingFailed }) => seedingFailed) ? 2 : 0;
}
