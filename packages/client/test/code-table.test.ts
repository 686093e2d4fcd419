import { ChatApiError, type ChatError, type OperationId } from '@chat-sns/client';
import { errorCatalogue } from '@chat-sns/client/catalogue';
import { expect, test } from 'vitest';
import { copyRequest, createStubbedChat, getFailure } from './support/chat.ts';
import { createFailBody } from './support/server.ts';

/** What a retry class must mean: the number of requests when the failure persists. */
const requestsWhenItPersists = {
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

/** Only `deleteAllFriends` is not repeated when nobody knows whether it was carried out. */
const isSafe = (operation: OperationId, carriedOut: string) =>
  operation !== 'deleteAllFriends' || carriedOut === 'no';

const rows = errorCatalogue.flatMap((entry) =>
  entry.levels.includes('request') ? entry.operations.map((operation) => ({ ...entry, operation })) : [],
);

function callOperation(
  chat: ReturnType<typeof createStubbedChat>['chat'],
  operation: OperationId,
): Promise<unknown> {
  return (chat[operation] as (request: unknown) => Promise<unknown>)(copyRequest(operation));
}

// Not in the form of a real UserSig, so that no time is spent on signing.
const signing = { userSig: () => 'supplied_usersig' };

test('the catalogue has rows for every retry class', () => {
  expect(rows.length).toBeGreaterThan(140);
  expect(new Set(rows.map((row) => row.retry))).toEqual(
    new Set(['never', 'transient', 'throttled', 'cooldown', 're-sign']),
  );
});

test.each(rows)(
  '$operation with $code $title ($retry) throws that code and is retried as its class says',
  async (row) => {
    const { code, title, retry, operation } = row;
    const carriedOut = row.carriedOut.value;
    const requests = isSafe(operation, carriedOut) ? requestsWhenItPersists[retry] : 1;
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
      carriedOut,
      retryable: retryable[retry] && isSafe(operation, carriedOut),
      attempt: requests,
    });
    expect(stub.calls).toHaveLength(requests);
    if (requests === 1) expect(fake.now()).toBe(startedAt);
    expect(fake.pending()).toBe(0);
  },
);

test.each(
  rows.filter((row) => requestsWhenItPersists[row.retry] > 1 && isSafe(row.operation, row.carriedOut.value)),
)('$operation recovers when $code $title ($retry) comes once', async ({ code, operation }) => {
  const { chat, stub, fake } = createStubbedChat(signing);
  stub.respondTo(operation, code);
  expect(await fake.settle(callOperation(chat, operation))).toMatchObject({ status: 'fulfilled' });
  expect(stub.calls).toHaveLength(2);
});

const items = errorCatalogue.filter((entry) => entry.levels.includes('item') && entry.operations.length > 0);

test.each(items)(
  'an item with $code $title ($retry) is a value and never retried',
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
  'a code outside the catalogue (%i) is reported as Unknown and not retried',
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
