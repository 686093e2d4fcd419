import { expect, test } from 'vitest';
import { demoState } from '../../src/state/demo-state.ts';
import { readState } from '../../src/state/state.ts';

const graph = readState(demoState);
const friendsOf = (id: string) => [...(graph.get(id)?.friends.keys() ?? [])];
const listsOf = (id: string) =>
  Object.fromEntries([...(graph.get(id)?.lists ?? [])].map(([name, members]) => [name, [...members]]));

test('the demo graph has mutual friends, one-sided ones on either side, and an admin without any', () => {
  expect([...graph.keys()].map((id) => [id, friendsOf(id)])).toEqual([
    ['administrator', []],
    ['alice', ['bob', 'carol', 'dave']],
    ['bob', ['alice', 'carol']],
    ['carol', ['alice', 'bob']],
    ['dave', []],
    ['erin', ['alice']],
  ]);
});

test('the demo graph has lists to delete, with members and without', () => {
  expect(listsOf('alice')).toEqual({ family: ['bob', 'carol'], work: ['carol', 'dave'], empty: [] });
  expect(listsOf('carol')).toEqual({ friends: ['alice'] });
});

test('a friend of the demo graph was added at some time, without a remark', () => {
  expect(graph.get('alice')?.friends.get('bob')).toEqual({ remark: '', time: 1_700_000_000 });
});
