import { readEveryResponse, readNotCovered, readScenarios, type Sourced } from './scenario.ts';

/** What a run can say about a discovery of `@chat-sns/spec`. */
export interface Coverage {
  /** Ids of the scenarios whose claims name it. */
  readonly scenarios: readonly string[];
  /** Whether a claim about every response names it. */
  readonly everyResponse: boolean;
  /** Why no scenario settles it. */
  readonly reason?: string;
}

/** Reads what settles each discovery, by its id. What is absent here, nothing settles. */
export function readCoverage(): ReadonlyMap<string, Coverage> {
  const scenarios = readScenarios().map(({ id, steps }) => ({
    id,
    sources: sourcesOf(steps.flatMap(({ expect = [] }) => expect)),
  }));
  const ofEvery = sourcesOf(readEveryResponse());
  const reasons = new Map(
    Object.entries(readNotCovered()).flatMap(([reason, ids]) => ids.map((id) => [id, reason] as const)),
  );
  const ids = new Set([...scenarios.flatMap(({ sources }) => [...sources]), ...ofEvery, ...reasons.keys()]);
  return new Map(
    [...ids].map((discovery) => {
      const reason = reasons.get(discovery);
      const settling = scenarios.filter(({ sources }) => sources.has(discovery)).map(({ id }) => id);
      return [
        discovery,
        { scenarios: settling, everyResponse: ofEvery.has(discovery), ...(reason && { reason }) },
      ];
    }),
  );
}

const sourcesOf = (claims: readonly Sourced[]) => new Set(claims.flatMap(({ source }) => source));
