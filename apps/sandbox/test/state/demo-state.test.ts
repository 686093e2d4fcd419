import { expect, test } from 'vitest';
import { demoState } from '../../src/state/demo-state.ts';
import { readState } from '../../src/state/state.ts';

const graph = readState(demoState);
const friendsOf = (id: string) => [...(graph.get(id)?.friends.keys() ?? [])];
const listsOf = (id: string) =>
  Object.fromEntries([...(graph.get(id)?.lists ?? [])].map(([name, members]) => [name, [...members]]));

test('the demo graph has mutual and one-sided friends, and an admin without friends', () => {
  expect([...graph.keys()].map((id) => [id, friendsOf(id)])).toEqual([
    ['administrator', []],
    ['alice', ['bob', 'carol', 'dave']],
    ['bob', ['alice', 'carol']],
    ['carol', ['alice', 'bob']],
    ['dave', []],
    ['erin', ['alice']],
  ]);
});

test('the demo graph has lists with and without members', () => {
  expect(listsOf('alice')).toEqual({ family: ['bob', 'carol'], work: ['carol', 'dave'], empty: [] });
  expect(listsOf('carol')).toEqual({ friends: ['alice'] });
});

test('a friend in the demo graph has a time and no remark', () => {
  expect(graph.get('alice')?.friends.get('bob')).toEqual({ remark: '', time: 1_700_000_000 });
});
