// Written by `npm run generate` from spec/openapi.yaml and spec/errors. Do not edit.

export const errorTable = {
  "30001": {
    "title": "InvalidParameter",
    "retry": "never"
  },
  "30002": {
    "title": "AccountMismatch",
    "retry": "never"
  },
  "30003": {
    "title": "AccountNotFound",
    "retry": "never"
  },
  "30004": {
    "title": "AdminRequired",
    "retry": "never"
  },
  "30005": {
    "title": "FollowFeatureDisabled",
    "retry": "never"
  },
  "30006": {
    "title": "InternalError",
    "retry": "transient"
  },
  "30007": {
    "title": "ServerTimeout",
    "retry": "transient"
  },
  "30008": {
    "title": "WriteConflict",
    "retry": "transient"
  },
  "31701": {
    "title": "InvalidAccountCount",
    "retry": "never"
  },
  "31702": {
    "title": "InvalidDeleteType",
    "retry": "never"
  },
  "31703": {
    "title": "FriendCheckFailed",
    "retry": "transient"
  },
  "31704": {
    "title": "NotFriend",
    "retry": "done"
  },
  "31705": {
    "title": "ForwardDeletionFailed",
    "retry": "transient"
  },
  "31706": {
    "title": "ReverseDeletionFailed",
    "retry": "transient"
  },
  "31707": {
    "title": "DeletionFiltered",
    "retry": "never"
  },
  "32301": {
    "title": "InvalidListCount",
    "retry": "never"
  },
  "32302": {
    "title": "InvalidListNameLength",
    "retry": "never"
  },
  "32303": {
    "title": "ListReadFailed",
    "retry": "transient"
  },
  "32304": {
    "title": "ListRowDecodeFailed",
    "retry": "transient"
  },
  "32305": {
    "title": "ListMetaDecodeFailed",
    "retry": "transient"
  },
  "32306": {
    "title": "ListRowEncodeFailed",
    "retry": "transient"
  },
  "32307": {
    "title": "ListMetaEncodeFailed",
    "retry": "transient"
  },
  "32308": {
    "title": "ListWriteFailed",
    "retry": "transient"
  },
  "32309": {
    "title": "ListNotFound",
    "retry": "never"
  },
  "32901": {
    "title": "DeleteAllAppCheckFailed",
    "retry": "transient"
  },
  "32902": {
    "title": "StandardDataDeletionFailed",
    "retry": "transient"
  },
  "32903": {
    "title": "CustomDataDeletionFailed",
    "retry": "transient"
  },
  "60002": {
    "title": "HttpParseError",
    "retry": "never"
  },
  "60003": {
    "title": "JsonParseError",
    "retry": "never"
  },
  "60004": {
    "title": "AccountCheckFailed",
    "retry": "transient"
  },
  "60005": {
    "title": "AccountCheckFailed60005",
    "retry": "transient"
  },
  "60006": {
    "title": "InvalidAppId",
    "retry": "never"
  },
  "60007": {
    "title": "RateLimited",
    "retry": "throttled"
  },
  "60008": {
    "title": "TimeoutOrBadRequest",
    "retry": "transient"
  },
  "60009": {
    "title": "InvalidResource",
    "retry": "never"
  },
  "60010": {
    "title": "IdentifierNotAdmin",
    "retry": "never"
  },
  "60011": {
    "title": "AppRateLimited",
    "retry": "throttled"
  },
  "60012": {
    "title": "AppIdMissing",
    "retry": "never"
  },
  "60013": {
    "title": "ResponseParseError",
    "retry": "never"
  },
  "60014": {
    "title": "AccountCheckTimeout",
    "retry": "transient"
  },
  "60015": {
    "title": "InvalidAccountType",
    "retry": "never"
  },
  "60016": {
    "title": "AppDisabled",
    "retry": "never"
  },
  "60017": {
    "title": "RequestDisabled",
    "retry": "never"
  },
  "60018": {
    "title": "TooManyRequests",
    "retry": "throttled"
  },
  "60019": {
    "title": "TooManyRequests60019",
    "retry": "throttled"
  },
  "60020": {
    "title": "ServiceUnavailable",
    "retry": "never"
  },
  "60021": {
    "title": "SourceIpForbidden",
    "retry": "never"
  },
  "60025": {
    "title": "InvalidQueryParameter",
    "retry": "never"
  },
  "60026": {
    "title": "RegionMismatch",
    "retry": "never"
  },
  "60027": {
    "title": "ProductMismatch",
    "retry": "never"
  },
  "60028": {
    "title": "TrialQuotaExceeded",
    "retry": "never"
  },
  "70001": {
    "title": "UserSigExpired",
    "retry": "re-sign"
  },
  "70002": {
    "title": "UserSigEmpty",
    "retry": "never"
  },
  "70003": {
    "title": "UserSigIllegal",
    "retry": "never"
  },
  "70005": {
    "title": "UserSigIllegal70005",
    "retry": "never"
  },
  "70009": {
    "title": "UserSigWrongKey",
    "retry": "never"
  },
  "70013": {
    "title": "UserSigIdentifierMismatch",
    "retry": "never"
  },
  "70014": {
    "title": "UserSigAppMismatch",
    "retry": "never"
  },
  "70016": {
    "title": "PublicKeyNotFound",
    "retry": "never"
  },
  "70020": {
    "title": "AppNotFound",
    "retry": "never"
  },
  "70032": {
    "title": "CredentialsRejected",
    "retry": "never"
  },
  "70050": {
    "title": "UserSigAttemptsThrottled",
    "retry": "cooldown"
  },
  "70051": {
    "title": "AccountBlocked",
    "retry": "never"
  },
  "70052": {
    "title": "UserSigInvalidated",
    "retry": "re-sign"
  },
  "70107": {
    "title": "AccountNotImported",
    "retry": "never"
  },
  "70114": {
    "title": "LoginRestricted",
    "retry": "never"
  },
  "70169": {
    "title": "AccountServiceTimeout",
    "retry": "transient"
  },
  "70202": {
    "title": "AccountServiceTimeout70202",
    "retry": "transient"
  },
  "70206": {
    "title": "InvalidBatchSize",
    "retry": "never"
  },
  "70346": {
    "title": "UserSigLegacyRejected",
    "retry": "never"
  },
  "70347": {
    "title": "UserSigExpired70347",
    "retry": "re-sign"
  },
  "70398": {
    "title": "AccountLimitExceeded",
    "retry": "never"
  },
  "70399": {
    "title": "AccountReimportBlocked",
    "retry": "never"
  },
  "70402": {
    "title": "InvalidAccountParameter",
    "retry": "never"
  },
  "70403": {
    "title": "AccountAdminRequired",
    "retry": "never"
  },
  "70404": {
    "title": "SdkOutdated",
    "retry": "never"
  },
  "70500": {
    "title": "AccountServiceError",
    "retry": "transient"
  },
  "71000": {
    "title": "AccountDeletionUnsupported",
    "retry": "never"
  },
  "72000": {
    "title": "DailyActiveUsersExceeded",
    "retry": "never"
  },
  "72001": {
    "title": "UserStatusDisabled",
    "retry": "never"
  },
  "72002": {
    "title": "MonthlyActiveUsersExceeded",
    "retry": "never"
  },
  "72010": {
    "title": "ClientRateLimited",
    "retry": "throttled"
  },
  "72011": {
    "title": "DoNotDisturbDisabled",
    "retry": "never"
  },
  "72012": {
    "title": "ProfileSubscriptionDisabled",
    "retry": "never"
  }
} as const;
