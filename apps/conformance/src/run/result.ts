import type { Verdict } from '../checks/verdict.ts';
import type { ClaimStatus, Sourced } from '../scenarios/scenario.ts';

/** A claim and what was decided about it after a step. */
export interface ClaimResult extends Sourced {
  /** 1 for the first step. */
  readonly step: number;
  readonly verdict: Verdict;
  /** The check of scenarios/every-response.yaml that decided it, absent for the scenario's own claims. */
  readonly everyResponse?: string;
}

/**
 * `failed`: the server contradicts something documented. `differs`: it contradicts only what was observed or inferred,
 * and may be right. `skipped`: not run, or none of the scenario's own claims could be decided; `reason` says why.
 */
export type Outcome = 'passed' | 'failed' | 'differs' | 'skipped';

export interface ScenarioResult {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly outcome: Outcome;
  /** Why it was skipped or is incomplete. */
  readonly reason?: string;
  /** The server could not be seeded, which makes the whole run incomplete. */
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

/** 1: something failed. 2: nothing failed, but nothing ran, or seeding failed. */
export function exitCodeOf({ scenarios, summary }: RunResult, strict: boolean): 0 | 1 | 2 {
  if (summary.failed > 0 || (strict && summary.differs > 0)) return 1;
  const ran = scenarios.length - summary.skipped;
  return ran === 0 || scenarios.some(({ seedingFailed }) => seedingFailed) ? 2 : 0;
}
