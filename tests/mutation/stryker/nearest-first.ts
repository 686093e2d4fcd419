import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Runs the tests named after the mutated file first, and the named slow ones last: a mutant dies in the first test that
 * fails. vitest's own order has the slow ones first.
 */
export function nearestFirst(slow: readonly string[]): typeof BaseSequencer {
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      // StrykerJS names the mutated file here when `vitest.related` is on.
      const [mutated = ''] = this.ctx.config.related ?? [];
      const name = basename(mutated, '.ts');
      const rank = ({ moduleId }: TestSpecification) => {
        const test = basename(moduleId);
        return name !== '' && test.startsWith(`${name}.`) ? -2 : slow.indexOf(test);
      };
      return files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
    }
  };
}
