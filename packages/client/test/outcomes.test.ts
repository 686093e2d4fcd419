import { ChatApiError } from '@chat-sns/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyRequest, createStubbedChat, getFailure } from './support/chat.ts';
import { createFailBody, createItem, okBody } from './support/server.ts';

const callWithItems = (items: unknown, accounts = ['id1', 'id2', 'id3']) => {
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteFriends', { ...okBody, ResultItem: items });
  return chat.deleteFriends({ ...copyRequest('deleteFriends'), To_Account: accounts });
};

test('an account without an item is unanswered, not deleted', async () => {
  expect(await callWithItems([createItem('id1')])).toMatchObject({
    deleted: ['id1'],
    unanswered: ['id2', 'id3'],
  });
});

test('an OK without any items leaves every account unanswered', async () => {
  expect(await callWithItems(undefined)).toMatchObject({
    deleted: [],
    unanswered: ['id1', 'id2', 'id3'],
    unexpected: [],
  });
});

test('items are matched by account and not by position', async () => {
  const outcome = await callWithItems([
    createItem('id3', 31704),
    createItem('id1'),
    createItem('id2', 30006, 'busy'),
  ]);
  expect(outcome).toMatchObject({
    deleted: ['id1'],
    notFriends: ['id3'],
    failed: [{ account: 'id2', code: 30006, title: 'InternalError', info: 'busy', retryable: true }],
    unanswered: [],
  });
});

test('unknown, duplicate and unreadable items are unexpected', async () => {
  const odd = [
    createItem('stranger'),
    createItem('id2', 31704),
    { To_Account: 'id3', ResultCode: '0' },
    null,
  ];
  const outcome = await callWithItems([createItem('id1'), createItem('id2', 31704), ...odd]);
  expect(outcome).toMatchObject({
    deleted: ['id1'],
    notFriends: ['id2'],
    unanswered: ['id3'],
    unexpected: odd,
  });
});

test.each([
  [[createItem('id1', 0), createItem('id1', 30006)]],
  [[createItem('id1', 30006), createItem('id1', 0)]],
  [[createItem('id1', 31704), createItem('id1', 30006), createItem('id1', 0)]],
])('when items contradict each other, the failure counts: %j', async (items) => {
  const outcome = await callWithItems(items, ['id1']);
  expect(outcome).toMatchObject({ deleted: [], notFriends: [], failed: [{ account: 'id1', code: 30006 }] });
  expect(outcome.unexpected).toHaveLength(items.length - 1);
});

test('the worst of contradicting items counts in any order: refused, then done, then deleted', async () => {
  const countByCodes = async (...codes: number[]) => {
    const items = codes.map((code) => createItem('id1', code));
    const { deleted, notFriends, failed, unexpected } = await callWithItems(items, ['id1']);
    return [
      deleted.length,
      notFriends.length,
      failed.length,
      (unexpected as { ResultCode: number }[])[0]?.ResultCode,
    ];
  };
  expect(await countByCodes(0, 31704)).toEqual([0, 1, 0, 0]);
  expect(await countByCodes(31704, 0)).toEqual([0, 1, 0, 0]);
  expect(await countByCodes(31704, 30006)).toEqual([0, 0, 1, 31704]);
  expect(await countByCodes(30006, 31704)).toEqual([0, 0, 1, 31704]);
});

test('of two equally bad items, the first counts', async () => {
  const items = [createItem('id1', 30006, 'first'), createItem('id1', 30008, 'second')];
  expect(await callWithItems(items, ['id1'])).toMatchObject({
    failed: [{ info: 'first' }],
    unexpected: [items[1]],
  });
});

test.each([undefined, null, 7])('a ResultInfo that is not a string, %j, is ignored', async (ResultInfo) => {
  const { failed } = await callWithItems([{ To_Account: 'id1', ResultCode: 30006, ResultInfo }], ['id1']);
  expect(failed).toMatchObject([{ account: 'id1', info: '' }]);
});

test.each([
  'not an object',
  ['id1', 0],
  { ResultCode: 0 },
  { To_Account: 1, ResultCode: 0 },
  { To_Account: 'id1' },
  { To_Account: 'id1', ResultCode: 0.5 },
])('an unreadable item, %j, leaves its account unanswered', async (odd) => {
  expect(await callWithItems([odd], ['id1'])).toMatchObject({
    deleted: [],
    unanswered: ['id1'],
    unexpected: [odd],
  });
});

test('an account with a code outside the catalogue is in failed, as Unknown', async () => {
  const { failed } = await callWithItems([createItem('id1', 39999, 'what')], ['id1']);
  expect(failed).toEqual([{ account: 'id1', code: 39999, title: 'Unknown', info: 'what', retryable: false }]);
});

test('an item with a code that requires a new signature is not retryable: the same deletion fails again', async () => {
  const { failed } = await callWithItems([createItem('id1', 70001)], ['id1']);
  expect(failed).toMatchObject([{ title: 'UserSigExpired', retryable: false }]);
});

test('an account that the request names twice is sent once and counts once', async () => {
  const { chat, stub } = createStubbedChat();
  const outcome = await chat.deleteFriends({
    ...copyRequest('deleteFriends'),
    To_Account: ['id2', 'id1', 'id2'],
  });
  expect(stub.calls[0]?.request.To_Account).toEqual(['id2', 'id1']);
  expect(outcome.deleted).toEqual(['id2', 'id1']);
});

test('each account is in exactly one list, whatever the response says', async () => {
  const account = fc.constantFrom('id1', 'id2', 'id3', 'id4', 'stranger');
  const code = fc.constantFrom(0, 30006, 31704, 39999, '0', null);
  const answered = fc.oneof(fc.record({ To_Account: account, ResultCode: code }), fc.anything());
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(account, { minLength: 1 }),
      fc.array(answered),
      async (accounts, items) => {
        const outcome = await callWithItems(JSON.parse(JSON.stringify(items)), accounts);
        const failed = outcome.failed.map((failure) => failure.account);
        const all = [...outcome.deleted, ...outcome.notFriends, ...failed, ...outcome.unanswered];
        expect(all.toSorted()).toEqual(accounts.toSorted());
      },
    ),
  );
});

test('the raw response is kept, including unknown fields', async () => {
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteFriends', { ...okBody, ResultItem: [], RequestId: 'Id-1', Fail_Account: ['id1'] });
  const { raw } = await chat.deleteFriends(copyRequest('deleteFriends'));
  expect(raw).toMatchObject({ RequestId: 'Id-1', Fail_Account: ['id1'] });
});

test('nothing is lost when the top level says FAIL and items are present', async () => {
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteFriends', {
    ...createFailBody(30003, 'gone'),
    ResultItem: [createItem('id1'), createItem('id2', 30003)],
  });
  const error = await getFailure(chat.deleteFriends(copyRequest('deleteFriends')));
  expect(error).toBeInstanceOf(ChatApiError);
  expect(error.outcome).toMatchObject({
    deleted: ['id1'],
    failed: [{ account: 'id2' }],
    unanswered: ['id3'],
  });
  expect(error.raw).toMatchObject({
    ErrorCode: 30003,
    ResultItem: [{ To_Account: 'id1' }, { To_Account: 'id2' }],
  });
});

test.each([undefined, null, {}, 'items'])('a FAIL with the items %j has no outcome', async (ResultItem) => {
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteFriends', { ...createFailBody(30003), ResultItem });
  expect((await getFailure(chat.deleteFriends(copyRequest('deleteFriends')))).outcome).toBeUndefined();
});

test('a __proto__ field of a response changes no prototype', async () => {
  const { chat, stub } = createStubbedChat();
  const text = `{"__proto__":{"polluted":1},"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ResultItem":[]}`;
  stub.respondTo('deleteFriends', new Response(text));
  const { raw } = await chat.deleteFriends(copyRequest('deleteFriends'));
  expect(Reflect.get(raw, 'polluted')).toBeUndefined();
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
