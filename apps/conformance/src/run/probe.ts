import { errorCatalogue, type errorTable, type OperationId, operations } from '@chat-sns/spec';
import type { Caller } from '../calls/caller.ts';
import { CannotCheck } from '../calls/send.ts';
import { envelopeOf, summarise } from '../checks/envelope.ts';

const key = 'the secret key: CHAT_SNS_SECRET_KEY or --secret-key-file';
const app = '--sdkappid, or --base-url if the app is at another address';
const caller = '--identifier: it must be an admin of the app';
const clock = 'the clock of this machine or of the server, by which the UserSig has expired';

/** What to fix when a request that is signed with the given values gets a code, by its title in the catalogue. */
const fixes = {
  UserSigWrongKey: key,
  UserSigIllegal: key,
  UserSigAttemptsThrottled: `${key}. Wait a minute before the next run`,
  UserSigExpired: clock,
  UserSigIdentifierMismatch: caller,
  IdentifierNotAdmin: caller,
  AdminRequired: caller,
  InvalidAppId: app,
  AppNotFound: app,
  UserSigAppMismatch: app,
  PublicKeyNotFound: app,
  RegionMismatch: app,
  InvalidResource: '--base-url: the path of the operation comes after its own path',
} satisfies { readonly [title in (typeof errorTable)[keyof typeof errorTable]['title']]?: string };

/**
 * Sends one rightly signed request for an account that does not exist: without the right address and credentials every
 * scenario would fail for the same reason.
 * @throws {CannotCheck}
 */
export async function probe(
  { sendPlain }: Caller,
  operation: OperationId,
  { baseUrl, prefix }: { baseUrl: string; prefix: string },
  mask: (text: string) => string,
): Promise<void> {
  const account = `${prefix}-probe`;
  const received = await sendPlain(operations[operation].path, {
    From_Account: account,
    To_Account: [account],
    GroupName: [account],
    DeleteType: 'Delete_Type_Single',
  });
  const refuse = (what: string, fix: string) => {
    throw new CannotCheck(`Nothing can be checked at ${baseUrl}: ${what}\nFix ${fix}.`);
  };
  if ('noResponse' in received) return refuse(received.noResponse, '--base-url, or the server');
  const envelope = envelopeOf(received);
  if (!envelope && received.status !== 200) refuse(mask(summarise(received)), fixes.InvalidResource);
  const entry = errorCatalogue.find(({ code }) => code === envelope?.ErrorCode);
  const fix: string | undefined = fixes[entry?.title as keyof typeof fixes];
  if (entry && fix) refuse(`the response is ${entry.code} ${entry.title}. ${entry.meaning}`, fix);
}
