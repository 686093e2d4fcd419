import { type ChatClient, ChatConfigError, createChatClient, type OperationId } from '@chat-sns/client';
import { errorCatalogue } from '@chat-sns/client/catalogue';
import { fixture, fixtureNames, requestFixture } from '@chat-sns/client/testing';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { app, copyRequest, createStubbedChat, requests, userSig } from './support/chat.ts';

const operations = Object.keys(requests) as OperationId[];
const codes = errorCatalogue.flatMap((entry) =>
  entry.operations.map((operation) => ({ operation, code: entry.code })),
);
const callAny = (chat: ChatClient, operation: OperationId) =>
  (chat.safe[operation] as (request: unknown) => Promise<{ ok: boolean }>)(copyRequest(operation));

test('there is a fixture for every code of an operation', () => {
  for (const { operation, code } of codes) expect(fixture(operation, code)).toHaveProperty('ErrorCode');
});

test('every fixture leads to a result or a known refusal, and to nothing else', async () => {
  for (const operation of operations) {
    for (const name of fixtureNames(operation)) {
      const { chat, stub } = createStubbedChat({ retry: false });
      stub.respondTo(operation, name);
      const result = await callAny(chat, operation);
      if (!result.ok)
        expect(result).toMatchObject({
          error: { name: 'ChatApiError', title: expect.not.stringMatching('Unknown') },
        });
      expect(result.ok).toBe(fixture(operation, name).ActionStatus === 'OK');
    }
  }
});

test('an unknown fixture is rejected with the list of names', () => {
  expect(() => fixture('deleteAllFriends', 'nonsense')).toThrow(ChatConfigError);
  expect(() => fixture('deleteAllFriends', 31704)).toThrow(/one-way, .*error-30003/);
});

test('each fixture is a new copy', () => {
  fixture('deleteFriends', 'one-way').ActionStatus = 'changed';
  expect(fixture('deleteFriends', 'one-way').ActionStatus).toBe('OK');
  expect(requestFixture('deleteFriends', 'two-way')).toMatchObject({ DeleteType: 'Delete_Type_Both' });
});

test('the stub responds in order, records the requests and masks the UserSig', async () => {
  const { chat, stub } = createStubbedChat({ retry: false });
  stub.respondTo('deleteFriends', 31704, new TypeError('offline'));
  const friends = copyRequest('deleteFriends');
  expect(await chat.deleteFriends(friends)).toMatchObject({ notFriends: friends.To_Account });
  await expect(chat.deleteFriends(friends)).rejects.toMatchObject({ name: 'ChatNetworkError' });
  expect(await chat.deleteFriends(friends)).toMatchObject({ deleted: friends.To_Account });
  expect(stub.calls).toHaveLength(3);
  expect(stub.calls[0]).toMatchObject({
    operation: 'deleteFriends',
    request: friends,
    query: { usersig: '***' },
  });
});

test('a response is a code, a name, a body, a response or a function that chooses one of them', async () => {
  const { chat, stub } = createStubbedChat({ retry: false });
  const body = { ...fixture('deleteAllFriends', 'one-way'), RequestId: 'mine' };
  const outcomes = [
    [0, { ok: true }],
    ['one-way', { ok: true, value: { raw: fixture('deleteAllFriends', 'one-way') } }],
    [body, { ok: true, value: { raw: body } }],
    [Response.json(body), { ok: true, value: { raw: body } }],
    [30003, { ok: false, error: { code: 30003 } }],
    [() => 30003, { ok: false, error: { code: 30003 } }],
    [async () => () => new TypeError('offline'), { ok: false, error: { cause: { message: 'offline' } } }],
  ] as const;
  for (const [response, outcome] of outcomes) {
    stub.respondTo('deleteAllFriends', response);
    expect(await callAny(chat, 'deleteAllFriends')).toMatchObject(outcome);
  }
});

test('responses that are added later come after the remaining ones, each for its operation', async () => {
  const { chat, stub } = createStubbedChat({ retry: false });
  const chained = stub.respondTo('deleteFriends', 30003).respondTo('deleteFriends', 30004);
  expect(chained).toBe(stub);
  expect(await callAny(chat, 'deleteFriendLists')).toMatchObject({ ok: true });
  expect(await callAny(chat, 'deleteFriends')).toMatchObject({ error: { code: 30003 } });
  expect(await callAny(chat, 'deleteFriends')).toMatchObject({ error: { code: 30004 } });
});

test('a responding function gets the request as the service sees it, with the UserSig masked', async () => {
  const { chat, stub } = createStubbedChat();
  const seen: unknown[] = [];
  stub.respondTo('deleteFriendLists', (call) => seen.push(call) && 0);
  await callAny(chat, 'deleteFriendLists');
  expect(seen).toEqual([
    {
      operation: 'deleteFriendLists',
      query: {
        sdkappid: '1400000000',
        identifier: 'administrator',
        usersig: '***',
        random: '2147483648',
        contenttype: 'json',
      },
      request: copyRequest('deleteFriendLists'),
    },
  ]);
  expect(stub.calls).toEqual(seen);
});

test('the stub rejects an unknown path, and obeys a signal', async () => {
  const { stub } = createStubbedChat();
  await expect(stub.fetch('https://chat.test/v4/other?usersig=x', { body: '{}' })).rejects.toThrow(
    new TypeError('no operation has the path /v4/other'),
  );
  const signal = AbortSignal.abort('stop');
  const url = 'https://chat.test/v4/sns/friend_delete';
  await expect(stub.fetch(url, { body: '{}', signal })).rejects.toBe('stop');
  expect(stub.calls).toEqual([]);
  const response = await stub.fetch(url, { body: '{}' });
  expect(response.headers.get('content-type')).toMatch('application/json');
});

test('recipe: MSW intercepts a client that was created before, with fixtures as responses', async () => {
  const chat = createChatClient({ ...app, userSig, region: 'singapore' });
  const server = setupServer(
    http.post('https://adminapisgp.im.qcloud.com/v4/sns/friend_delete', async ({ request }) => {
      const body = (await request.json()) as { From_Account: string };
      return HttpResponse.json(
        fixture('deleteFriends', body.From_Account === 'gone' ? 30003 : 'partial-failure'),
      );
    }),
  );
  server.listen();
  try {
    const request = { ...copyRequest('deleteFriends'), To_Account: ['id1', 'mock-31704', 'id3'] };
    expect(await chat.deleteFriends(request)).toMatchObject({
      deleted: ['id1', 'id3'],
      notFriends: ['mock-31704'],
    });
    await expect(chat.deleteFriends({ ...request, From_Account: 'gone' })).rejects.toMatchObject({
      code: 30003,
    });
  } finally {
    server.close();
  }
});

test('a named fixture has the accounts of the request, with its results in turn', async () => {
  const { chat, stub } = createStubbedChat({ retry: false });
  stub.respondTo('deleteFriends', 'partial-failure', 'none-were-friends');
  const request = {
    From_Account: 'ann',
    To_Account: ['a', 'b', 'c', 'd', 'e'],
    DeleteType: 'Delete_Type_Both' as const,
  };
  const codes = (fixture('deleteFriends', 'partial-failure').ResultItem as { ResultCode: number }[]).map(
    ({ ResultCode }) => ResultCode,
  );
  const { raw, unanswered, unexpected } = await chat.deleteFriends(request);
  expect(raw.ResultItem.map(({ To_Account, ResultCode }) => [To_Account, ResultCode])).toEqual(
    request.To_Account.map((account, place) => [account, codes[place % codes.length]]),
  );
  expect([unanswered, unexpected]).toEqual([[], []]);
  expect((await chat.deleteFriends(request)).notFriends).toEqual(request.To_Account);
});

test('accounts named mock-<code> get their code, as at the mock', async () => {
  const { chat } = createStubbedChat({ retry: false });
  const ask = (From_Account: string, ...To_Account: string[]) =>
    chat.safe.deleteFriends({ From_Account, To_Account, DeleteType: 'Delete_Type_Both' });
  expect(await ask('ann', 'ben', 'mock-31704', 'mock-30006')).toMatchObject({
    value: { deleted: ['ben'], notFriends: ['mock-31704'], failed: [{ account: 'mock-30006', code: 30006 }] },
  });
  expect(await ask('ann', 'ben', 'mock-60007')).toMatchObject({ error: { code: 60007 } });
  expect(await ask('mock-70009', 'ben')).toMatchObject({ error: { code: 70009 } });
  expect(await chat.safe.deleteAllFriends({ From_Account: 'mock-30003' })).toMatchObject({
    error: { code: 30003 },
  });
  expect(await ask('ann', 'mock-user')).toMatchObject({ value: { deleted: ['mock-user'] } });
});

test('a code or a name without a fixture is refused where it is given', () => {
  const { stub } = createStubbedChat();
  expect(() => stub.respondTo('deleteFriends', 0, 31704, 'one-way')).not.toThrow();
  expect(() => stub.respondTo('deleteFriends', 'nonsense')).toThrow(/no fixture 'nonsense'/);
  expect(() => stub.respondTo('deleteAllFriends', 31704)).toThrow(ChatConfigError);
});
