/**
 * What every code means to a program: its name, how a client treats it, where it stands and who answers it. The second
 * entry of spec/errors for what no page of the vendor states: whoever moves a code there has to move it here as well.
 */
const table = `
30001 InvalidParameter             never     request+item every
30002 AccountMismatch              never     item         friends
30003 AccountNotFound              never     request+item every
30004 AdminRequired                never     request      every
30005 FollowFeatureDisabled        never     request      -
30006 InternalError                transient request+item every
30007 ServerTimeout                transient request+item every
30008 WriteConflict                transient request+item every
31701 InvalidAccountCount          never     request      -
31702 InvalidDeleteType            never     request      -
31703 FriendCheckFailed            transient item         -
31704 NotFriend                    done      item         friends
31705 ForwardDeletionFailed        transient item         -
31706 ReverseDeletionFailed        transient item         -
31707 DeletionFiltered             never     request+item friends
32301 InvalidListCount             never     request      -
32302 InvalidListNameLength        never     request      -
32303 ListReadFailed               transient request      -
32304 ListRowDecodeFailed          transient request      -
32305 ListMetaDecodeFailed         transient request      -
32306 ListRowEncodeFailed          transient request      -
32307 ListMetaEncodeFailed         transient request      -
32308 ListWriteFailed              transient request      -
32309 ListNotFound                 never     request      -
32901 DeleteAllAppCheckFailed      transient request      -
32902 StandardDataDeletionFailed   transient request      -
32903 CustomDataDeletionFailed     transient request      -
60002 HttpParseError               never     request      every
60003 JsonParseError               never     request      every
60004 AccountCheckFailed           transient request      every
60005 AccountCheckFailed60005      transient request      every
60006 InvalidAppId                 never     request      -
60007 RateLimited                  throttled request      every
60008 TimeoutOrBadRequest          transient request      every
60009 InvalidResource              never     request      every
60010 IdentifierNotAdmin           never     request      every
60011 AppRateLimited               throttled request      -
60012 AppIdMissing                 never     request      every
60013 ResponseParseError           never     request      every
60014 AccountCheckTimeout          transient request      every
60015 InvalidAccountType           never     request      every
60016 AppDisabled                  never     request      every
60017 RequestDisabled              never     request      every
60018 TooManyRequests              throttled request      every
60019 TooManyRequests60019         throttled request      -
60020 ServiceUnavailable           never     request      every
60021 SourceIpForbidden            never     request      every
60025 InvalidQueryParameter        never     request      every
60026 RegionMismatch               never     request      every
60027 ProductMismatch              never     request      every
60028 TrialQuotaExceeded           never     request      every
70001 UserSigExpired               re-sign   request      every
70002 UserSigEmpty                 never     request      -
70003 UserSigIllegal               never     request      every
70005 UserSigIllegal70005          never     request      -
70009 UserSigWrongKey              never     request      every
70013 UserSigIdentifierMismatch    never     request      every
70014 UserSigAppMismatch           never     request      every
70016 PublicKeyNotFound            never     request      every
70020 AppNotFound                  never     request      every
70032 CredentialsRejected          never     request      -
70050 UserSigAttemptsThrottled     cooldown  request      every
70051 AccountBlocked               never     request      every
70052 UserSigInvalidated           re-sign   request      -
70107 AccountNotImported           never     request      every
70114 LoginRestricted              never     request      -
70169 AccountServiceTimeout        transient request      every
70202 AccountServiceTimeout70202   transient request      -
70206 InvalidBatchSize             never     request      -
70346 UserSigLegacyRejected        never     request      -
70347 UserSigExpired70347          re-sign   request      -
70398 AccountLimitExceeded         never     request      every
70399 AccountReimportBlocked       never     request      every
70402 InvalidAccountParameter      never     request      every
70403 AccountAdminRequired         never     request      -
70404 SdkOutdated                  never     request      every
70500 AccountServiceError          transient request      every
71000 AccountDeletionUnsupported   never     request      every
72000 DailyActiveUsersExceeded     never     request      every
72001 UserStatusDisabled           never     request      every
72002 MonthlyActiveUsersExceeded   never     request      every
72010 ClientRateLimited            throttled request      every
72011 DoNotDisturbDisabled         never     request      every
72012 ProfileSubscriptionDisabled  never     request      every
`;

export interface CodeFact {
  code: number;
  title: string;
  retry: string;
  levels: string[];
  operations: string[];
}

const who: Record<string, string[]> = {
  every: ['deleteFriends', 'deleteAllFriends', 'deleteFriendLists'],
  friends: ['deleteFriends'],
  '-': [],
};

export const codeFacts: CodeFact[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code, title = '', retry = '', levels = '', operations = ''] = line.split(/\s+/);
    return { code: Number(code), title, retry, levels: levels.split('+'), operations: who[operations] ?? [] };
  });
