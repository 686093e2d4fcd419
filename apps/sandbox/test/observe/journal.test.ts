import { expect, test } from 'vitest';
import { createJournal } from '../../src/observe/journal.ts';

const create = () =>
  createJournal<{ weight: number }>({ entries: 3, weight: 10, weigh: ({ weight }) => weight });

function addAll(journal: ReturnType<typeof create>, ...weights: number[]): number[] {
  for (const weight of weights) journal.add({ weight });
  return journal.entries().map(({ weight }) => weight);
}

test.each([
  ['within the limits', [1, 2, 7], [1, 2, 7]],
  ['too many', [1, 2, 3, 4, 3], [3, 4, 3]],
  ['too heavy together', [4, 4, 2, 7], [2, 7]],
  ['the newest too heavy alone', [1, 2, 11], [11]],
  ['after one too heavy alone', [11, 4, 6], [4, 6]],
])('keeps the newest entries: %s', (_when, added, kept) => {
  expect(addAll(create(), ...added)).toEqual(kept);
});

test('cleared entries no longer weigh anything', () => {
  const journal = create();
  addAll(journal, 5, 5);
  journal.clear();
  expect(journal.entries()).toEqual([]);
  expect(addAll(journal, 4, 6)).toEqual([4, 6]);
});

test('a list that was returned does not change later', () => {
  const journal = create();
  journal.add({ weight: 1 });
  const listed = journal.entries();
  journal.clear();
  expect(listed).toEqual([{ weight: 1 }]);
});
