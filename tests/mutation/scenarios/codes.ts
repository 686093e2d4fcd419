/**
 * What every code means to a program: its name, how a client treats it, whether the operation can have had an effect,
 * where it stands and who answers it. The second entry of spec/errors for what no page of the vendor states: whoever
 * moves a code there has to move it here as well.
 */
const table = `
30001 InvalidParameter             never     unknown request+item every
30002 AccountMismatch              never     no      item         friends
30003 AccountNotFound              never     no      request+item every
30004 AdminRequired                never     no      request      every
30005 FollowFeatureDisabled        never     no      request      -
30006 InternalError                transient unknown request+item every
30007 ServerTimeout                transient unknown request+item every
30008 WriteConflict                transient unknown request+item every
31701 InvalidAccountCount          never     no      request      -
31702 InvalidDeleteType            never     no      request      -
31703 FriendCheckFailed            transient unknown item         -
31704 NotFriend                    done      no      item         friends
31705 ForwardDeletionFailed        transient unknown item         -
31706 ReverseDeletionFailed        transient unknown item         -
31707 DeletionFiltered             never     no      request+item friends
32301 InvalidListCount             never     no      request      -
32302 InvalidListNameLength        never     no      request      -
32303 ListReadFailed               transient unknown request      -
32304 ListRowDecodeFailed          transient unknown request      -
32305 ListMetaDecodeFailed         transient unknown request      -
32306 ListRowEncodeFailed          transient unknown request      -
32307 ListMetaEncodeFailed         transient unknown request      -
32308 ListWriteFailed              transient unknown request      -
32309 ListNotFound                 never     unknown request      -
32901 DeleteAllAppCheckFailed      transient no      request      -
32902 StandardDataDeletionFailed   transient unknown request      -
32903 CustomDataDeletionFailed     transient unknown request      -
60002 HttpParseError               never     no      request      every
60003 JsonParseError               never     no      request      every
60004 AccountCheckFailed           transient no      request      every
60005 AccountCheckFailed60005      transient no      request      every
60006 InvalidAppId                 never     no      request      -
60007 RateLimited                  throttled no      request      every
60008 TimeoutOrBadRequest          transient unknown request      every
60009 InvalidResource              never     no      request      every
60010 IdentifierNotAdmin           never     no      request      every
60011 AppRateLimited               throttled no      request      -
60012 AppIdMissing                 never     no      request      every
60013 ResponseParseError           never     unknown request      every
60014 AccountCheckTimeout          transient no      request      every
60015 InvalidAccountType           never     no      request      every
60016 AppDisabled                  never     no      request      every
60017 RequestDisabled              never     no      request      every
60018 TooManyRequests              throttled no      request      every
60019 TooManyRequests60019         throttled no      request      -
60020 ServiceUnavailable           never     no      request      every
60021 SourceIpForbidden            never     no      request      every
60025 InvalidQueryParameter        never     no      request      every
60026 RegionMismatch               never     no      request      every
60027 ProductMismatch              never     no      request      every
60028 TrialQuotaExceeded           never     no      request      every
70001 UserSigExpired               re-sign   no      request      every
70002 UserSigEmpty                 never     no      request      -
70003 UserSigIllegal               never     no      request      every
70005 UserSigIllegal70005          never     no      request      -
70009 UserSigWrongKey              never     no      request      every
70013 UserSigIdentifierMismatch    never     no      request      every
70014 UserSigAppMismatch           never     no      request      every
70016 PublicKeyNotFound            never     no      request      every
70020 AppNotFound                  never     no      request      every
70032 CredentialsRejected          never     no      request      -
70050 UserSigAttemptsThrottled     cooldown  no      request      every
70051 AccountBlocked               never     no      request      every
70052 UserSigInvalidated           re-sign   no      request      -
70107 AccountNotImported           never     no      request      every
70114 LoginRestricted              never     no      request      -
70169 AccountServiceTimeout        transient unknown request      every
70202 AccountServiceTimeout70202   transient unknown request      -
70206 InvalidBatchSize             never     no      request      -
70346 UserSigLegacyRejected        never     no      request      -
70347 UserSigExpired70347          re-sign   no      request      -
70398 AccountLimitExceeded         never     no      request      every
70399 AccountReimportBlocked       never     no      request      every
70402 InvalidAccountParameter      never     no      request      every
70403 AccountAdminRequired         never     no      request      -
70404 SdkOutdated                  never     no      request      every
70500 AccountServiceError          transient unknown request      every
71000 AccountDeletionUnsupported   never     no      request      every
72000 DailyActiveUsersExceeded     never     no      request      every
72001 UserStatusDisabled           never     no      request      every
72002 MonthlyActiveUsersExceeded   never     no      request      every
72010 ClientRateLimited            throttled no      request      every
72011 DoNotDisturbDisabled         never     no      request      every
72012 ProfileSubscriptionDisabled  never     no      request      every
`;

export interface CodeFact {
  code: number;
  title: string;
  retry: string;
  carriedOut: string;
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
    const [code, title = '', retry = '', carriedOut = '', levels = '', operations = ''] = line.split(/\s+/);
    return {
      code: Number(code),
      title,
      retry,
      carriedOut,
      levels: levels.split('+'),
      operations: who[operations] ?? [],
    };
  });
