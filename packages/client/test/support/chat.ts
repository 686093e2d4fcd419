// Preloaded: a fake clock does not wait for a module that is loaded on first use.
import '@chat-sns/client/usersig';
import { type ChatClientOptions, ChatError, createChatClient, type OperationId } from '@chat-sns/client';
import { createFetchStub } from '@chat-sns/client/testing';
import { createFakeClock } from './clock.ts';

export const app = { sdkAppId: 1400000000, identifier: 'administrator' } as const;
export const secretKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';
export const userSig = 'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwokpuZl5';

/** A valid request of each operation. */
export const requests = {
  deleteFriends: { From_Account: 'id', To_Account: ['id1', 'id2', 'id3'], DeleteType: 'Delete_Type_Both' },
  deleteAllFriends: { From_Account: 'id', DeleteType: 'Delete_Type_Single' },
  deleteFriendLists: { From_Account: 'id', GroupName: ['group1', 'group2'] },
} as const satisfies Record<OperationId, object>;

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

/** A copy of a valid request, free to change. */
export const copyRequest = <Id extends keyof typeof requests>(id: Id): Mutable<(typeof requests)[Id]> =>
  structuredClone(requests[id]) as Mutable<(typeof requests)[Id]>;

/** A client without a network and without real waits, with its stub and fake clock. */
export function createStubbedChat(options: Partial<ChatClientOptions> = {}) {
  const stub = createFetchStub();
  const fake = createFakeClock();
  const chat = createChatClient({
    baseUrl: 'https://chat.test',
    ...app,
    userSig,
    fetch: stub.fetch,
    clock: fake.clock,
    random: () => 2 ** 31,
    jitter: () => 2 ** 31,
    rateLimit: false,
    ...options,
  } as ChatClientOptions);
  return { chat, stub, fake };
}

/** The error of a call that must fail. */
export async function getFailure(call: Promise<unknown>): Promise<ChatError & Record<string, unknown>> {
  const error: unknown = await call.then(
    (value) => {
      throw new Error(`resolved with ${JSON.stringify(value)}`);
    },
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ChatError)) throw error;
  return error as ChatError & Record<string, unknown>;
}
