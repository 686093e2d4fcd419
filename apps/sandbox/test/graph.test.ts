import { expect, test } from 'vitest';
import { applyChanges } from '../src/graph.ts';
import { readState } from '../src/state.ts';

test('who is no friend any more is on no list any more', () => {
  const graph = readState({
    accounts: { ann: { friends: { ben: { lists: ['x'] } }, lists: ['x', 'y'] }, ben: {} },
  });
  applyChanges(graph, { pairs: [{ From_Account: 'ann', To_Account: 'ben' }] });
  expect(graph.get('ann')).toEqual({
    friends: new Map(),
    lists: new Map([
      ['x', new Set()],
      ['y', new Set()],
    ]),
    sequence: 0,
  });
});
