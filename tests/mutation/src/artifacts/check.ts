import { isDeepStrictEqual } from 'node:util';

/** Collects what is not as a scenario says. */
export interface Checks {
  problems: string[];
  equal(what: string, found: unknown, expected: unknown): void;
  /** Runs a step; an error that it throws is a problem, as is one that never ends. */
  step(what: string, run: () => Promise<void>): Promise<void>;
}

const patience = 10_000;

export function createChecks(): Checks {
  const problems: string[] = [];
  return {
    problems,
    equal(what, found, expected) {
      if (isDeepStrictEqual(found, expected)) return;
      problems.push(`${what}: expected ${show(expected)}, got ${show(found)}`);
    },
    async step(what, run) {
      const ended = Promise.withResolvers<never>();
      const timer = setTimeout(() => ended.reject(new Error('no end after 10 s')), patience);
      await Promise.race([run(), ended.promise])
        .catch((error: unknown) =>
          problems.push(`${what}: ${error instanceof Error ? error.message : error}`),
        )
        .finally(() => clearTimeout(timer));
    },
  };
}

const show = (value: unknown) => (JSON.stringify(value) ?? String(value)).slice(0, 200);

/** The error that a promise rejects with, or what it resolved to in words. */
export const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => `no error but ${show(value)}`,
    (error: unknown) => error,
  );
