import type { Verdict } from '../checks/verdict.ts';
import type { ClaimStatus, Sourced } from '../scenarios/scenario.ts';

/** A claim after a step, decided. */
export interface ClaimResult extends Sourced {
  /** 1 for the first step. */
  readonly step: number;
  readonly verdict: Verdict;
  /** The check of scenarios/every-answer.yaml that decided it, absent for the scenario's own claims. */
  readonly everyAnswer?: string;
}

/**
 * `failed`: something documented does not hold. `differs`: something that was only observed or inferred does not hold,
 * so that the server may be right. `skipped`: not run, or none of its own claims could be decided, with the reason.
 */
export type Outcome = 'passed' | 'failed' | 'differs' | 'skipped';

export interface ScenarioResult {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly outcome: Outcome;
  /** Why it was skipped or is incomplete. */
  readonly reason?: string;
  /** The server should have been brought into the state and was not: the run as a whole is incomplete then. */
  readonly seedingFailed?: true;
  readonly claims: readonly ClaimResult[];
  readonly milliseconds: number;
}

export interface RunResult {
  readonly target: { readonly baseUrl: string; readonly adapter: string; readonly live: boolean };
  readonly scenarios: readonly ScenarioResult[];
  readonly summary: Readonly<Record<Outcome, number>>;
}

export const deviates = ({ verdict }: ClaimResult) => 'holds' in verdict && !verdict.holds;

export const isFirm = (status: ClaimStatus) => status === 'documented';

export function outcomeOf(claims: readonly ClaimResult[]): Exclude<Outcome, 'skipped'> {
  const wrong = claims.filter(deviates);
  if (wrong.some(({ status }) => isFirm(status))) return 'failed';
  return wrong.length > 0 ? 'differs' : 'passed';
}

export function summarise(scenarios: readonly ScenarioResult[]): Record<Outcome, number> {
  const summary = { passed: 0, failed: 0, differs: 0, skipped: 0 };
  for (const { outcome } of scenarios) summary[outcome] += 1;
  return summary;
}

/** 1: something failed. 2: nothing failed, but nothing ran, or state that should have been seeded was not. */
export function exitCodeOf({ scenarios, summary }: RunResult, strict: boolean): 0 | 1 | 2 {
  if (summary.failed > 0 || (strict && summary.differs > 0)) return 1;
  const ran = scenarios.length - summary.skipped;
  return ran === 0 || scenarios.some(({ seedingFailed }) => seedingFailed) ? 2 : 0;
}
