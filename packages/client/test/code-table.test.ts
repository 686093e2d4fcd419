import { ChatApiError, type ChatError, type OperationId } from '@chat-sns/client';
import { errorCatalogue } from '@chat-sns/client/catalogue';
import { expect, test } from 'vitest';
import { copyRequest, createStubbedChat, getFailure } from './support/chat.ts';
import { createFailBody } from './support/server.ts';

/** What the catalogue's word for a failure has to mean: calls that are made when the failure stays. */
const callsWhenItStays = {
  never: 1,
  transient: 3,
  throttled: 3,
  cooldown: 1,
  're-sign': 2,
  done: 1,
} as const;
const retryable = {
  never: false,
  transient: true,
  throttled: true,
  cooldown: true,
  're-sign': false,
  done: false,
} as const;

const rows = errorCatalogue.flatMap((entry) =>
  entry.levels.includes('request') ? entry.operations.map((operation) => ({ ...entry, operation })) : [],
);

function callOperation(
  chat: ReturnType<typeof createStubbedChat>['chat'],
  operation: OperationId,
): Promise<unknown> {
  return {
    deleteFriends: () => chat.deleteFriends(copyRequest('deleteFriends')),
    deleteAllFriends: () => chat.deleteAllFriends(copyRequest('deleteAllFriends')),
    deleteFriendLists: () => chat.deleteFriendLists(copyRequest('deleteFriendLists')),
  }[operation]();
}

// Not in the form of a real one, so that nothing but the table's own subject takes time.
const signing = { userSig: () => 'supplied.usersig' };

test('the catalogue gives the table its rows', () => {
  expect(rows.length).toBeGreaterThan(140);
  expect(new Set(rows.map((row) => row.retry))).toEqual(
    new Set(['never', 'transient', 'throttled', 'cooldown', 're-sign']),
  );
});

test.each(rows)(
  '$operation with $code $title ($retry) throws that code and is repeated as its class says',
  async (row) => {
    const { code, title, retry, operation } = row;
    const { chat, stub, fake } = createStubbedChat(signing);
    stub.respondTo(operation, ...Array<number>(5).fill(code));
    const startedAt = fake.now();
    const result = await fake.settle(callOperation(chat, operation));
    expect(result).toMatchObject({ status: 'rejected' });
    const { reason } = result as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(ChatApiError);
    expect(reason).toMatchObject({
      operation,
      code,
      title,
      retry,
      retryable: retryable[retry],
      attempt: callsWhenItStays[retry],
    });
    expect(stub.calls).toHaveLength(callsWhenItStays[retry]);
    if (callsWhenItStays[retry] === 1) expect(fake.now()).toBe(startedAt);
    expect(fake.pending()).toBe(0);
  },
);

test.each(rows.filter(({ retry }) => callsWhenItStays[retry] > 1))(
  '$operation recovers when $code $title ($retry) comes once',
  async ({ code, operation }) => {
    const { chat, stub, fake } = createStubbedChat(signing);
    stub.respondTo(operation, code);
    expect(await fake.settle(callOperation(chat, operation))).toMatchObject({ status: 'fulfilled' });
    expect(stub.calls).toHaveLength(2);
  },
);

const items = errorCatalogue.filter((entry) => entry.levels.includes('item') && entry.operations.length > 0);

test.each(items)(
  'an item with $code $title ($retry) is a value and never repeated',
  async ({ code, title, retry }) => {
    const { chat, stub } = createStubbedChat();
    stub.respondTo('deleteFriends', ({ request }) => ({
      ResultItem: (request.To_Account as string[]).map((To_Account) => ({
        To_Account,
        ResultCode: code,
        ResultInfo: '',
      })),
      ActionStatus: 'OK',
      ErrorCode: 0,
      ErrorInfo: '',
    }));
    const outcome = await chat.deleteFriends({ ...copyRequest('deleteFriends'), To_Account: ['id1'] });
    if (retry === 'done') expect(outcome).toMatchObject({ notFriends: ['id1'], failed: [] });
    else
      expect(outcome.failed).toEqual([
        { account: 'id1', code, title, info: '', retryable: retryable[retry] },
      ]);
    expect(stub.calls).toHaveLength(1);
  },
);

test.each([39999, 60099, 1, -1])(
  'a number outside the catalogue (%i) arrives, named unknown, and is not repeated',
  async (code) => {
    const { chat, stub } = createStubbedChat();
    stub.respondTo('deleteAllFriends', createFailBody(code, 'news'));
    const error: ChatError = await getFailure(chat.deleteAllFriends(copyRequest('deleteAllFriends')));
    expect(error).toMatchObject({
      name: 'ChatApiError',
      code,
      title: 'Unknown',
      info: 'news',
      retryable: false,
    });
    expect(stub.calls).toHaveLength(1);
  },
);
