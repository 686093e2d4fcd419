import { expect, test } from 'vitest';
import { applyChanges, createFriend } from '../../src/state/graph.ts';
import { readState } from '../../src/state/state.ts';

test('removing a friend also removes it from every list', () => {
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

test('changes of an unknown account change nothing', () => {
  const state = { accounts: { ann: { friends: { ben: {} } }, ben: {} } };
  const graph = readState(state);
  applyChanges(graph, { pairs: [{ From_Account: 'cat', To_Account: 'ben' }] });
  applyChanges(graph, { pairs: [], lists: { account: 'cat', names: ['x'], sequence: 7 } });
  expect(graph).toEqual(readState(state));
});

test('friends without remark and time share one object, others have their own', () => {
  expect(createFriend('', 0)).toBe(createFriend('', 0));
  expect(createFriend('', 0)).toEqual({ remark: '', time: 0 });
  expect(createFriend('old', 0)).toEqual({ remark: 'old', time: 0 });
  expect(createFriend('', 7)).toEqual({ remark: '', time: 7 });
});
