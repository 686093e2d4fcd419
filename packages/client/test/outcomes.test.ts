import { ChatApiError } from '@chat-sns/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStubbedChat, failureOf, requestOf } from './support/chat.ts';
import { fail, item, ok } from './support/server.ts';

const answerTo = (items: unknown, accounts = ['id1', 'id2', 'id3']) => {
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteFriends', { ...ok, ResultItem: items });
  return chat.deleteFriends({ ...requestOf('deleteFriends'), To_Account: accounts });
};

test('an account without an item is unanswered, not deleted', async () => {
  expect(await answerTo([item('id1')])).toMatchObject({ deleted: ['id1'], unanswered: ['id2', 'id3'] });
});

test('an OK without any items leaves every account unanswered', async () => {
  expect(await answerTo(undefined)).toMatchObject({
    deleted: [],
    unanswered: ['id1', 'id2', 'id3'],
    unexpected: [],
  });
});

test('items are matched by account and not by position', async () => {
  const outcome = await answerTo([item('id3', 31704), item('id1'), item('id2', 30006, 'busy')]);
  expect(outcome).toMatchObject({
    deleted: ['id1'],
    notFriends: ['id3'],
    failed: [{ account: 'id2', code: 30006, title: 'InternalError', info: 'busy', retryable: true }],
    unanswered: [],
  });
});

test('items for nobody, repeated items and unreadable items are kept apart', async () => {
  const odd = [item('stranger'), item('id2', 31704), { To_Account: 'id3', ResultCode: '0' }, null];
  const outcome = await answerTo([item('id1'), item('id2', 31704), ...odd]);
  expect(outcome).toMatchObject({
    deleted: ['id1'],
    notFriends: ['id2'],
    unanswered: ['id3'],
    unexpected: odd,
  });
});

test.each([
  [[item('id1', 0), item('id1', 30006)]],
  [[item('id1', 30006), item('id1', 0)]],
  [[item('id1', 31704), item('id1', 30006), item('id1', 0)]],
])('when items contradict each other, the failure counts: %j', async (items) => {
  const outcome = await answerTo(items, ['id1']);
  expect(outcome).toMatchObject({ deleted: [], notFriends: [], failed: [{ account: 'id1', code: 30006 }] });
  expect(outcome.unexpected).toHaveLength(items.length - 1);
});

test('the order of contradicting items says nothing: done is worse than deleted, and refused than done', async () => {
  const lists = async (...codes: number[]) => {
    const items = codes.map((code) => item('id1', code));
    const { deleted, notFriends, failed, unexpected } = await answerTo(items, ['id1']);
    return [
      deleted.length,
      notFriends.length,
      failed.length,
      (unexpected as { ResultCode: number }[])[0]?.ResultCode,
    ];
  };
  expect(await lists(0, 31704)).toEqual([0, 1, 0, 0]);
  expect(await lists(31704, 0)).toEqual([0, 1, 0, 0]);
  expect(await lists(31704, 30006)).toEqual([0, 0, 1, 31704]);
  expect(await lists(30006, 31704)).toEqual([0, 0, 1, 31704]);
});

test('of two items that are as bad, the first counts', async () => {
  const items = [item('id1', 30006, 'first'), item('id1', 30008, 'second')];
  expect(await answerTo(items, ['id1'])).toMatchObject({
    failed: [{ info: 'first' }],
    unexpected: [items[1]],
  });
});

test.each([undefined, null, 7])('a ResultInfo that is no text, %j, is none', async (ResultInfo) => {
  const { failed } = await answerTo([{ To_Account: 'id1', ResultCode: 30006, ResultInfo }], ['id1']);
  expect(failed).toMatchObject([{ account: 'id1', info: '' }]);
});

test.each([
  'no object',
  ['id1', 0],
  { ResultCode: 0 },
  { To_Account: 1, ResultCode: 0 },
  { To_Account: 'id1' },
  { To_Account: 'id1', ResultCode: 0.5 },
])('an item that cannot be read, %j, deletes nobody', async (odd) => {
  expect(await answerTo([odd], ['id1'])).toMatchObject({
    deleted: [],
    unanswered: ['id1'],
    unexpected: [odd],
  });
});

test('a number outside the catalogue fails its account and is named unknown', async () => {
  const { failed } = await answerTo([item('id1', 39999, 'what')], ['id1']);
  expect(failed).toEqual([{ account: 'id1', code: 39999, title: 'Unknown', info: 'what', retryable: false }]);
});

test('an item with a code that asks for another signature is not retryable: the same deletion fails again', async () => {
  const { failed } = await answerTo([item('id1', 70001)], ['id1']);
  expect(failed).toMatchObject([{ title: 'UserSigExpired', retryable: false }]);
});

test('an account that the request names twice is sent once and counts once', async () => {
  const { chat, stub } = createStubbedChat();
  const outcome = await chat.deleteFriends({
    ...requestOf('deleteFriends'),
    To_Account: ['id2', 'id1', 'id2'],
  });
  expect(stub.calls[0]?.request.To_Account).toEqual(['id2', 'id1']);
  expect(outcome.deleted).toEqual(['id2', 'id1']);
});

test('each account is in exactly one list, whatever the answer says', async () => {
  const account = fc.constantFrom('id1', 'id2', 'id3', 'id4', 'stranger');
  const code = fc.constantFrom(0, 30006, 31704, 39999, '0', null);
  const answered = fc.oneof(fc.record({ To_Account: account, ResultCode: code }), fc.anything());
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(account, { minLength: 1 }),
      fc.array(answered),
      async (accounts, items) => {
        const outcome = await answerTo(JSON.parse(JSON.stringify(items)), accounts);
        const failed = outcome.failed.map((failure) => failure.account);
        const all = [...outcome.deleted, ...outcome.notFriends, ...failed, ...outcome.unanswered];
        expect(all.toSorted()).toEqual(accounts.toSorted());
      },
    ),
  );
});

test('the raw answer is kept, fields that nobody knows included', async () => {
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteFriends', { ...ok, ResultItem: [], RequestId: 'Id-1', Fail_Account: ['id1'] });
  const { raw } = await chat.deleteFriends(requestOf('deleteFriends'));
  expect(raw).toMatchObject({ RequestId: 'Id-1', Fail_Account: ['id1'] });
});

test('nothing is lost when the top level says FAIL and items are present', async () => {
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteFriends', { ...fail(30003, 'gone'), ResultItem: [item('id1'), item('id2', 30003)] });
  const error = await failureOf(chat.deleteFriends(requestOf('deleteFriends')));
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
  stub.respondTo('deleteFriends', { ...fail(30003), ResultItem });
  expect((await failureOf(chat.deleteFriends(requestOf('deleteFriends')))).outcome).toBeUndefined();
});

test('a __proto__ field of an answer changes no prototype', async () => {
  const { chat, stub } = createStubbedChat();
  const text = `{"__proto__":{"polluted":1},"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ResultItem":[]}`;
  stub.respondTo('deleteFriends', new Response(text));
  const { raw } = await chat.deleteFriends(requestOf('deleteFriends'));
  expect(Reflect.get(raw, 'polluted')).toBeUndefined();
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
