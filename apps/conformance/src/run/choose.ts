import type { Scenario } from '../scenarios/scenario.ts';

/** Which scenarios of the list run. */
export interface Choice {
  /** Ids, groups and operations; all scenarios when empty. `*` at the end stands for any ending. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Leaves out the scenarios that a server may count as bad signatures. */
  readonly withoutLocks: boolean;
}

export interface Chosen {
  readonly scenario: Scenario;
  /** Position in the whole list, so that UserIDs do not depend on the choice. */
  readonly index: number;
  /** Why it is left out, absent when it runs. */
  readonly leftOut?: string;
}

/** @throws Error when a pattern matches nothing: with a typing mistake the run would pass without checking anything. */
export function chooseScenarios(
  scenarios: readonly Scenario[],
  { only, skip, withoutLocks }: Choice,
): Chosen[] {
  for (const pattern of [...only, ...skip]) {
    if (scenarios.some((scenario) => matches(scenario, pattern))) continue;
    const groups = [...new Set(scenarios.map(({ group }) => group))].join(', ');
    throw new Error(
      `No scenario, group or operation is named ${pattern}. Groups: ${groups}. Run with --list to see all ids.`,
    );
  }
  return scenarios
    .map((scenario, index): Chosen => {
      if (skip.some((pattern) => matches(scenario, pattern)))
        return { scenario, index, leftOut: 'left out by --skip' };
      if (!withoutLocks || !scenario.locks) return { scenario, index };
      return {
        scenario,
        index,
        leftOut: 'bad signatures can lock the caller out; see --with-bad-signatures',
      };
    })
    .filter(({ scenario }) => only.length === 0 || only.some((pattern) => matches(scenario, pattern)));
}

function matches({ id, group, steps }: Scenario, pattern: string): boolean {
  const names = [id, group, ...steps.map(({ call }) => call)];
  if (pattern.endsWith('*')) return names.some((name) => name.startsWith(pattern.slice(0, -1)));
  return names.includes(pattern);
}
