import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { demoState } from '../../src/state/demo-state.ts';
import { InvalidState, readState, type StateDocument, writeState } from '../../src/state/state.ts';
import { call } from '../support/service.ts';
import { stateArbitrary } from '../support/state-arbitrary.ts';

test('reading and writing a document changes nothing', () => {
  fc.assert(
    fc.property(stateArbitrary, (state) => {
      expect(writeState(readState(state))).toEqual(state);
    }),
  );
});

test('fields that are left out have their defaults', () => {
  const state = { accounts: { ann: { friends: { ben: {} } }, ben: {} } };
  expect(writeState(readState(state))).toEqual({
    accounts: {
      ann: { friends: { ben: { lists: [], remark: '', time: 0 } }, lists: [], sequence: 0 },
      ben: { friends: {}, lists: [], sequence: 0 },
    },
  });
});

test('names with a meaning in JavaScript are ordinary UserIDs', async () => {
  const text =
    '{"accounts":{"__proto__":{"friends":{"constructor":{}}},"constructor":{"friends":{"__proto__":{}}}}}';
  const sandbox = createSandbox({ state: JSON.parse(text) });
  const body = JSON.parse(
    '{"From_Account":"__proto__","To_Account":["constructor","toString"],"DeleteType":"Delete_Type_Both"}',
  );
  const { ResultItem } = await call(sandbox, 'deleteFriends', body);
  expect(ResultItem?.map((item) => item.ResultCode)).toEqual([0, 30003]);
  const after = JSON.stringify(sandbox.state.read());
  expect(after).toBe(
    '{"accounts":{"__proto__":{"friends":{},"lists":[],"sequence":0},"constructor":{"friends":{},"lists":[],"sequence":0}}}',
  );
});

test('a chatbot is an account like any other, its friends on both sides included', async () => {
  const state = { accounts: { ann: { friends: { '@RBT#001': {} } }, '@RBT#001': { friends: { ann: {} } } } };
  const sandbox = createSandbox({ state });
  const both = { From_Account: 'ann', To_Account: ['@RBT#001'], DeleteType: 'Delete_Type_Both' } as const;
  expect((await call(sandbox, 'deleteFriends', both)).ResultItem?.[0]?.ResultCode).toBe(0);
  expect(sandbox.state.read().accounts['@RBT#001']?.friends).toEqual({});
  expect((await call(sandbox, 'deleteAllFriends', { From_Account: '@RBT#001' })).ErrorCode).toBe(0);
});

const ann = (account: object) => ({ accounts: { ann: account, ben: {} } });
const userId = '^(?:[a-zA-Z0-9_-]+|@RBT#[ -~]*)$';
test.each<[what: string, state: unknown, message: string]>([
  ['a number', 7, 'the document must be object, not 7'],
  ['no accounts', {}, "the document must have required property 'accounts'"],
  [
    'an unknown field',
    { accounts: {}, more: 1 },
    'the document has no property "more". Valid: $schema, accounts',
  ],
  [
    'an unknown field of an account',
    ann({ friend: {} }),
    '/accounts/ann has no property "friend". Valid: friends, lists, sequence',
  ],
  ['a number as an account', { accounts: { ann: 7 } }, '/accounts/ann must be object, not 7'],
  [
    'a UserID with a space',
    { accounts: { 'a b': {} } },
    `/accounts must match pattern "${userId}", not "a b"`,
  ],
  [
    'an e-mail address',
    { accounts: { 'a.b@example.com': {} } },
    `/accounts must match pattern "${userId}", not "a.b@example.com"`,
  ],
  ['a friend who is not an account', ann({ friends: { cat: {} } }), 'friend cat of ann is not in "accounts"'],
  ['a friend of itself', ann({ friends: { ann: {} } }), 'ann cannot be its own friend'],
  [
    'a member of a list that does not exist',
    ann({ friends: { ben: { lists: ['x'] } } }),
    'list "x" of friend ben is not in "lists" of ann',
  ],
  [
    '33 lists',
    ann({ lists: Array.from({ length: 33 }, (_, index) => `${index}`) }),
    '/accounts/ann/lists must NOT have more than 32 items',
  ],
  [
    'a duplicate list',
    ann({ lists: ['x', 'x'] }),
    '/accounts/ann/lists must NOT have duplicate items (items ## 1 and 0 are identical)',
  ],
  [
    'a list name of 31 characters',
    ann({ lists: ['x', 'y'.repeat(31)] }),
    `/accounts/ann/lists/1 must NOT have more than 30 characters: "${'y'.repeat(31)}"`,
  ],
  [
    'a list name of 33 bytes',
    ann({ lists: ['\u4e2d'.repeat(11)] }),
    `list "${'\u4e2d'.repeat(11)}" has more than 30 bytes`,
  ],
  [
    'half a surrogate pair in a list name',
    ann({ lists: ['x', '\ud800'] }),
    'list "\\ud800" is not well-formed Unicode',
  ],
  [
    'half a surrogate pair in a remark',
    ann({ friends: { ben: { remark: '\ud800' } } }),
    'the remark of ann about ben is not well-formed Unicode',
  ],
  ['a negative sequence', ann({ sequence: -1 }), '/accounts/ann/sequence must be >= 0, not -1'],
])('%s is rejected and changes nothing', (_what, state, message) => {
  const sandbox = createSandbox();
  const replace = () => sandbox.state.replace(state as StateDocument);
  expect(replace).toThrow(InvalidState);
  expect(replace).toThrow(new Error(message));
  expect(sandbox.state.read()).toEqual(createSandbox().state.read());
});

test('a list name can have 30 bytes', () => {
  const longest = '\u4e2d'.repeat(10);
  expect(writeState(readState(ann({ lists: [longest] }))).accounts.ann?.lists).toEqual([longest]);
});

test('reset restores the initial state and clears everything else', async () => {
  const sandbox = createSandbox({ rateLimit: 1 });
  sandbox.faults.add({ kind: 'drop', account: 'dave' });
  await call(sandbox, 'deleteFriends', { From_Account: 'alice', To_Account: ['bob'] });
  sandbox.reset();
  expect(sandbox.state.read()).toEqual(writeState(readState(demoState)));
  expect([sandbox.faults.list(), sandbox.calls.list(), sandbox.webhooks.list()]).toEqual([[], [], []]);
  expect(
    (await call(sandbox, 'deleteFriends', { From_Account: 'alice', To_Account: ['bob'] })).ErrorCode,
  ).toBe(0);
});
