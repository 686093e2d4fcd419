import { expect, test } from 'vitest';
import { chooseAccounts, compareGraphs, reduceTo, toGraph } from '../src/browser/state/graph.ts';

const before = toGraph({
  accounts: {
    ann: { friends: { ben: { lists: ['work'] }, cem: {} }, lists: ['work'] },
    ben: { friends: { ann: {} } },
    cem: {},
  },
});

test('a two-way deletion removes both directions', () => {
  const after = toGraph({ accounts: { ann: { friends: { cem: {} }, lists: ['work'] }, ben: {}, cem: {} } });
  const { gone, added, listsGone } = compareGraphs(before, after);
  expect(gone.map(({ from, to }) => `${from} ${to}`)).toEqual(['ann ben', 'ben ann']);
  expect([added, listsGone]).toEqual([[], []]);
});

test('deleting a list keeps its member as a friend', () => {
  const after = toGraph({
    accounts: { ann: { friends: { ben: {}, cem: {} } }, ben: { friends: { ann: {} } }, cem: {} },
  });
  const { gone, unlisted, listsGone } = compareGraphs(before, after);
  expect(gone).toEqual([]);
  expect(listsGone).toEqual([{ owner: 'ann', list: 'work' }]);
  expect(unlisted).toMatchObject([{ edge: { from: 'ann', to: 'ben' }, list: 'work' }]);
});

test('a large graph is reduced to the neighbourhood of the account', () => {
  const friends = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`user-${index}`, {}]));
  const accounts = {
    ann: { friends },
    ...Object.fromEntries(Object.keys(friends).map((name) => [name, {}])),
  };
  const graph = toGraph({ accounts });
  const chosen = chooseAccounts([graph], 'ann', 16);
  expect(chosen).toHaveLength(16);
  expect(chosen).toContain('ann');
  expect(reduceTo(chosen, graph).edges).toHaveLength(15);
});

test('an account that loses its last friend stays in both drawings, and one without friends is left out', () => {
  const start = toGraph({ accounts: { ann: { friends: { ben: {} } }, ben: {}, zoe: {} } });
  const end = toGraph({ accounts: { ann: {}, ben: {}, zoe: {} } });
  expect(chooseAccounts([start, end], 'ann', 16)).toEqual(['ann', 'ben']);
});
