import { expect, test } from 'vitest';
import { createJournal } from '../../src/observe/journal.ts';

const create = () =>
  createJournal<{ weight: number }>({ entries: 3, weight: 10, weigh: ({ weight }) => weight });

function keep(journal: ReturnType<typeof create>, ...weights: number[]): number[] {
  for (const weight of weights) journal.add({ weight });
  return journal.entries().map(({ weight }) => weight);
}

test.each([
  ['within its bounds', [1, 2, 7], [1, 2, 7]],
  ['of too many', [1, 2, 3, 4, 3], [3, 4, 3]],
  ['of too heavy ones', [4, 4, 2, 7], [2, 7]],
  ['when the newest is too heavy alone', [1, 2, 11], [11]],
  ['after one that was too heavy alone', [11, 4, 6], [4, 6]],
])('the newest entries are kept, %s', (_when, added, kept) => {
  expect(keep(create(), ...added)).toEqual(kept);
});

test('nothing of what was cleared weighs any more', () => {
  const journal = create();
  keep(journal, 5, 5);
  journal.clear();
  expect(journal.entries()).toEqual([]);
  expect(keep(journal, 4, 6)).toEqual([4, 6]);
});

test('what was listed does not change with what comes after', () => {
  const journal = create();
  journal.add({ weight: 1 });
  const listed = journal.entries();
  journal.clear();
  expect(listed).toEqual([{ weight: 1 }]);
});
