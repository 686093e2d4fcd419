import { stripVTControlCharacters } from 'node:util';

/** What one tool did with the document: per check `null` when it passed, otherwise what was found instead. */
export type Results = Record<string, string | null>;

/** Runs the checks of one tool, so that one failure does not hide the next. */
export interface Checks {
  results: Results;
  /** Resolves to what `run` resolved to, or to undefined when it threw. */
  attempt<T>(name: string, run: () => T | Promise<T>): Promise<T | undefined>;
  /** One check over several cases. `run` resolves to null when a case is right, otherwise to what it found. */
  attemptEach<T extends { name: string }>(
    name: string,
    cases: T[],
    run: (one: T) => Promise<string | null>,
  ): Promise<void>;
}

export function createChecks(): Checks {
  const results: Results = {};
  const attempt: Checks['attempt'] = async (name, run) => {
    try {
      const value = await run();
      results[name] ??= null;
      return value;
    } catch (error) {
      results[name] = shorten(error instanceof Error ? error.message : String(error), 480);
      return undefined;
    }
  };
  return {
    results,
    attempt,
    async attemptEach(name, cases, run) {
      await attempt(name, async () => {
        const wrong: string[] = [];
        for (const one of cases) {
          const found = await run(one);
          if (found !== null) wrong.push(`${one.name} (${shorten(found, 120)})`);
        }
        if (wrong.length === 0) return;
        const more = wrong.length > 3 ? `, and ${wrong.length - 3} more` : '';
        const right = cases.length - wrong.length;
        throw new Error(`${right} of ${cases.length}; not ${wrong.slice(0, 3).join(', ')}${more}`);
      });
    },
  };
}

/** One line without colours and without this machine's paths and ports. */
export function shorten(text: string, length: number): string {
  const plain = stripVTControlCharacters(text)
    .replace(/(?:file:\/\/|(?<![\w.:/-]))\/(?!v4\/)[^\s'"():]*\//g, '')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}
