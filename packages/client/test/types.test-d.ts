// Compiled by `tsc`, never run: each line below a @ts-expect-error must fail to compile.
import {
  ChatApiError,
  type ChatClient,
  type ChatError,
  createChatClient,
  type DeleteFriendsOutcome,
  type ErrorOf,
  type RateLimiter,
} from '@chat-sns/client';
import { createUserSig, verifyUserSig } from '@chat-sns/client/usersig';

declare const chat: ChatClient;

type IsAny<T> = 0 extends 1 & T ? true : false;
type Expect<T extends true> = T;
type IsNever<T> = [T] extends [never] ? true : false;
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Value<Promised> = Promised extends Promise<infer T> ? T : never;
type SafeError<Method extends (...args: never[]) => unknown> =
  Extract<Value<ReturnType<Method>>, { ok: false }> extends { error: infer E } ? E : never;

export type NoAnyAnywhere = [
  Expect<IsAny<Value<ReturnType<ChatClient['deleteFriends']>>> extends false ? true : false>,
  Expect<IsAny<Value<ReturnType<ChatClient['deleteFriends']>>['raw']> extends false ? true : false>,
  Expect<IsAny<Value<ReturnType<ChatClient['deleteFriendLists']>>['sequence']> extends false ? true : false>,
  Expect<IsAny<SafeError<ChatClient['safe']['deleteFriends']>> extends false ? true : false>,
  Expect<IsAny<ErrorOf<'deleteFriends'>['cause']> extends false ? true : false>,
  Expect<IsAny<Parameters<RateLimiter['acquire']>[0]> extends false ? true : false>,
  Expect<IsNever<SafeError<ChatClient['safe']['deleteFriends']>> extends false ? true : false>,
];

const base = { sdkAppId: 1, identifier: 'a' };
createChatClient({ ...base, region: 'singapore', userSig: 'x' });
createChatClient({ ...base, baseUrl: 'https://a.test', secretKey: 'x' });
createChatClient({ ...base, region: 'tokyo', userSig: async ({ refused }) => String(refused) });
// @ts-expect-error a region and a base URL exclude each other
createChatClient({ ...base, region: 'singapore', baseUrl: 'https://a.test', userSig: 'x' });
// @ts-expect-error there is no such region
createChatClient({ ...base, region: 'mumbai', userSig: 'x' });
// @ts-expect-error a secret key and a UserSig exclude each other
createChatClient({ ...base, region: 'singapore', userSig: 'x', secretKey: 'y' });
// @ts-expect-error one of them is required
createChatClient({ ...base, region: 'singapore' });

// @ts-expect-error DeleteType is required, because no page states a default
chat.deleteFriends({ From_Account: 'id', To_Account: ['id1'] });
chat.deleteAllFriends({ From_Account: 'id' });
// @ts-expect-error there is no such DeleteType
chat.deleteAllFriends({ From_Account: 'id', DeleteType: 'both' });
// @ts-expect-error accounts are strings
chat.deleteFriends({ From_Account: 'id', To_Account: [1], DeleteType: 'Delete_Type_Both' });
// @ts-expect-error the field is called To_Account
chat.deleteFriends({ From_Account: 'id', ToAccount: ['id1'], DeleteType: 'Delete_Type_Both' });
// @ts-expect-error a list of names, not a name
chat.deleteFriendLists({ From_Account: 'id', GroupName: 'group1' });
chat.deleteFriendLists(
  { From_Account: 'id', GroupName: ['a'] },
  { retry: false, timeoutMs: 1, signal: AbortSignal.timeout(1) },
);

const friends = await chat.safe.deleteFriends({
  From_Account: 'id',
  To_Account: ['id1'],
  DeleteType: 'Delete_Type_Both',
});
// @ts-expect-error there is no value before `ok` is checked
friends.value;
if (friends.ok) friends.value.failed.map(({ account, code, title }) => [account, code, title]);
else {
  const error: ChatError = friends.error;
  error.message;
  if (friends.error.name === 'ChatHttpError') friends.error.status.toFixed();
  // @ts-expect-error only a gateway's failure has a status
  friends.error.status;
  if (friends.error.title === 'RateLimited') friends.error.code satisfies 60007;
  // @ts-expect-error no error has this title
  if (friends.error.title === 'RateLimit') friends.error.code;
  if (friends.error.name === 'ChatApiError') {
    friends.error.code satisfies number;
    friends.error.raw.ActionStatus satisfies 'FAIL';
    friends.error.outcome?.deleted satisfies string[] | undefined;
  }
}

type OutcomeIn<Failure> = Extract<Failure, { name: 'ChatApiError' }> extends { outcome: infer T } ? T : never;
export type OutcomesOfRefusals = [
  Expect<IsSame<OutcomeIn<ErrorOf<'deleteFriends'>>, DeleteFriendsOutcome | undefined>>,
  Expect<IsSame<OutcomeIn<ErrorOf<'deleteAllFriends'>>, undefined>>,
  Expect<IsSame<OutcomeIn<ErrorOf<'deleteFriendLists'>>, undefined>>,
  Expect<IsSame<OutcomeIn<ChatApiError>, DeleteFriendsOutcome | undefined>>,
];

declare const thrown: unknown;
if (thrown instanceof ChatApiError) {
  thrown.outcome?.deleted satisfies string[] | undefined;
  // @ts-expect-error an outcome has no such list, also when the operation is unknown
  thrown.outcome?.removed;
}

const { data } = await chat.raw.POST('/v4/sns/friend_delete', {
  body: { From_Account: 'id', To_Account: ['id1'] },
});
chat.raw.POST('/v4/sns/friend_delete_all', {
  // @ts-expect-error the client makes the whole query, and signs it
  params: { query: { random: 1 } },
  body: { From_Account: 'id' },
});
// @ts-expect-error there is no such path
chat.raw.POST('/v4/sns/friend_add', { body: { From_Account: 'id' } });
if (data?.ActionStatus === 'OK') data.ResultItem.map((item) => item.ResultCode);
// @ts-expect-error a response that says FAIL need not have items
if (data?.ActionStatus === 'FAIL') data.ResultItem.map((item) => item.ResultCode);

// @ts-expect-error the key is missing
createUserSig({ sdkAppId: 1, identifier: 'a' });
const check = await verifyUserSig('x', { ...base, secretKey: 'k' });
// @ts-expect-error there are no claims before `ok` is checked
check.value;
