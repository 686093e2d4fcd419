// Compiled in the fresh project against the declarations that ship, with every check of the compiler on.
import { type ChatError, createChatClient, type DeleteFriendsOutcome } from '@chat-sns/client';
import { explainError } from '@chat-sns/client/catalogue';
import { createFetchStub } from '@chat-sns/client/testing';
import { createUserSig } from '@chat-sns/client/usersig';
import { parseFriendsDeleted } from '@chat-sns/client/webhook';

const chat = createChatClient({
  region: 'singapore',
  sdkAppId: 1,
  identifier: 'a',
  userSig: 'b',
  fetch: createFetchStub().fetch,
});
export async function run(request: Request): Promise<DeleteFriendsOutcome | ChatError | number> {
  const result = await chat.safe.deleteFriends({
    From_Account: 'a',
    To_Account: ['b'],
    DeleteType: 'Delete_Type_Both',
  });
  if (!result.ok && result.error.title === 'RateLimited') return result.error.code satisfies 60007;
  // @ts-expect-error no error has this title
  if (!result.ok && result.error.title === 'RateLimit') return 0;
  const { pairs } = await parseFriendsDeleted(request, { sdkAppId: 1, token: null });
  pairs.map(({ From_Account }) => From_Account.length);
  explainError(31704)?.action.length;
  (await createUserSig({ sdkAppId: 1, identifier: 'a', secretKey: 'k' })).length;
  return result.ok ? result.value : result.error;
}
