import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Runs the named test files last, and the others before them: a mutant dies in the first test that fails, and most die
 * in a quick one. vitest's own order is the other way round.
 */
export function lastOf(slow: readonly string[]): typeof BaseSequencer {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const rank = ({ moduleId }: TestSpecification) => slow.indexOf(basename(moduleId));
      return files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
    }
  };
}
