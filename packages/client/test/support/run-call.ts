import type { ChatClientOptions } from '@chat-sns/client';
import type { StubResponse } from '@chat-sns/client/testing';
import { copyRequest, createStubbedChat } from './chat.ts';

type Operation = 'deleteFriends' | 'deleteAllFriends' | 'deleteFriendLists';

/** Makes a call with prepared responses, lets the time pass, and returns when the attempts were made. */
export async function runCall(
  responses: StubResponse[],
  options: Partial<ChatClientOptions> = {},
  operation: Operation = 'deleteFriends',
  callOptions = {},
) {
  const { chat, stub, fake } = createStubbedChat(options);
  const times: number[] = [];
  const startedAt = fake.now();
  stub.respondTo(
    operation,
    ...responses.map((response) => () => {
      times.push(fake.now() - startedAt);
      return response;
    }),
  );
  const method = chat[operation] as (request: unknown, options: unknown) => Promise<unknown>;
  const result = await fake.settle(method(copyRequest(operation), callOptions));
  return {
    result,
    times,
    calls: stub.calls.length,
    pending: fake.pending(),
    elapsed: fake.now() - startedAt,
  };
}

/** A connection that broke. */
export const connectionReset = Object.assign(new TypeError('fetch failed'), {
  cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
});

/** A connection that could not be made. */
export const connectionRefused = Object.assign(new TypeError('fetch failed'), {
  cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
});

/** A response of a gateway. */
export const createGatewayResponse = (status: number, retryAfter?: string) =>
  new Response('', { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } });
