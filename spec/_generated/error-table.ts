// Written by `npm run generate` from spec/openapi.yaml and spec/errors. Do not edit.

export const errorTable = {
  "30001": {
    "title": "InvalidParameter",
    "retry": "never",
    "carriedOut": "unknown"
  },
  "30002": {
    "title": "AccountMismatch",
    "retry": "never",
    "carriedOut": "no"
  },
  "30003": {
    "title": "AccountNotFound",
    "retry": "never",
    "carriedOut": "no"
  },
  "30004": {
    "title": "AdminRequired",
    "retry": "never",
    "carriedOut": "no"
  },
  "30005": {
    "title": "FollowFeatureDisabled",
    "retry": "never",
    "carriedOut": "no"
  },
  "30006": {
    "title": "InternalError",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "30007": {
    "title": "ServerTimeout",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "30008": {
    "title": "WriteConflict",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "31701": {
    "title": "InvalidAccountCount",
    "retry": "never",
    "carriedOut": "no"
  },
  "31702": {
    "title": "InvalidDeleteType",
    "retry": "never",
    "carriedOut": "no"
  },
  "31703": {
    "title": "FriendCheckFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "31704": {
    "title": "NotFriend",
    "retry": "done",
    "carriedOut": "no"
  },
  "31705": {
    "title": "ForwardDeletionFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "31706": {
    "title": "ReverseDeletionFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "31707": {
    "title": "DeletionFiltered",
    "retry": "never",
    "carriedOut": "no"
  },
  "32301": {
    "title": "InvalidListCount",
    "retry": "never",
    "carriedOut": "no"
  },
  "32302": {
    "title": "InvalidListNameLength",
    "retry": "never",
    "carriedOut": "no"
  },
  "32303": {
    "title": "ListReadFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "32304": {
    "title": "ListRowDecodeFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "32305": {
    "title": "ListMetaDecodeFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "32306": {
    "title": "ListRowEncodeFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "32307": {
    "title": "ListMetaEncodeFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "32308": {
    "title": "ListWriteFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "32309": {
    "title": "ListNotFound",
    "retry": "never",
    "carriedOut": "unknown"
  },
  "32901": {
    "title": "DeleteAllAppCheckFailed",
    "retry": "transient",
    "carriedOut": "no"
  },
  "32902": {
    "title": "StandardDataDeletionFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "32903": {
    "title": "CustomDataDeletionFailed",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "60002": {
    "title": "HttpParseError",
    "retry": "never",
    "carriedOut": "no"
  },
  "60003": {
    "title": "JsonParseError",
    "retry": "never",
    "carriedOut": "no"
  },
  "60004": {
    "title": "AccountCheckFailed",
    "retry": "transient",
    "carriedOut": "no"
  },
  "60005": {
    "title": "AccountCheckFailed60005",
    "retry": "transient",
    "carriedOut": "no"
  },
  "60006": {
    "title": "InvalidAppId",
    "retry": "never",
    "carriedOut": "no"
  },
  "60007": {
    "title": "RateLimited",
    "retry": "throttled",
    "carriedOut": "no"
  },
  "60008": {
    "title": "TimeoutOrBadRequest",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "60009": {
    "title": "InvalidResource",
    "retry": "never",
    "carriedOut": "no"
  },
  "60010": {
    "title": "IdentifierNotAdmin",
    "retry": "never",
    "carriedOut": "no"
  },
  "60011": {
    "title": "AppRateLimited",
    "retry": "throttled",
    "carriedOut": "no"
  },
  "60012": {
    "title": "AppIdMissing",
    "retry": "never",
    "carriedOut": "no"
  },
  "60013": {
    "title": "ResponseParseError",
    "retry": "never",
    "carriedOut": "unknown"
  },
  "60014": {
    "title": "AccountCheckTimeout",
    "retry": "transient",
    "carriedOut": "no"
  },
  "60015": {
    "title": "InvalidAccountType",
    "retry": "never",
    "carriedOut": "no"
  },
  "60016": {
    "title": "AppDisabled",
    "retry": "never",
    "carriedOut": "no"
  },
  "60017": {
    "title": "RequestDisabled",
    "retry": "never",
    "carriedOut": "no"
  },
  "60018": {
    "title": "TooManyRequests",
    "retry": "throttled",
    "carriedOut": "no"
  },
  "60019": {
    "title": "TooManyRequests60019",
    "retry": "throttled",
    "carriedOut": "no"
  },
  "60020": {
    "title": "ServiceUnavailable",
    "retry": "never",
    "carriedOut": "no"
  },
  "60021": {
    "title": "SourceIpForbidden",
    "retry": "never",
    "carriedOut": "no"
  },
  "60025": {
    "title": "InvalidQueryParameter",
    "retry": "never",
    "carriedOut": "no"
  },
  "60026": {
    "title": "RegionMismatch",
    "retry": "never",
    "carriedOut": "no"
  },
  "60027": {
    "title": "ProductMismatch",
    "retry": "never",
    "carriedOut": "no"
  },
  "60028": {
    "title": "TrialQuotaExceeded",
    "retry": "never",
    "carriedOut": "no"
  },
  "70001": {
    "title": "UserSigExpired",
    "retry": "re-sign",
    "carriedOut": "no"
  },
  "70002": {
    "title": "UserSigEmpty",
    "retry": "never",
    "carriedOut": "no"
  },
  "70003": {
    "title": "UserSigIllegal",
    "retry": "never",
    "carriedOut": "no"
  },
  "70005": {
    "title": "UserSigIllegal70005",
    "retry": "never",
    "carriedOut": "no"
  },
  "70009": {
    "title": "UserSigWrongKey",
    "retry": "never",
    "carriedOut": "no"
  },
  "70013": {
    "title": "UserSigIdentifierMismatch",
    "retry": "never",
    "carriedOut": "no"
  },
  "70014": {
    "title": "UserSigAppMismatch",
    "retry": "never",
    "carriedOut": "no"
  },
  "70016": {
    "title": "PublicKeyNotFound",
    "retry": "never",
    "carriedOut": "no"
  },
  "70020": {
    "title": "AppNotFound",
    "retry": "never",
    "carriedOut": "no"
  },
  "70032": {
    "title": "CredentialsRejected",
    "retry": "never",
    "carriedOut": "no"
  },
  "70050": {
    "title": "UserSigAttemptsThrottled",
    "retry": "cooldown",
    "carriedOut": "no"
  },
  "70051": {
    "title": "AccountBlocked",
    "retry": "never",
    "carriedOut": "no"
  },
  "70052": {
    "title": "UserSigInvalidated",
    "retry": "re-sign",
    "carriedOut": "no"
  },
  "70107": {
    "title": "AccountNotImported",
    "retry": "never",
    "carriedOut": "no"
  },
  "70114": {
    "title": "LoginRestricted",
    "retry": "never",
    "carriedOut": "no"
  },
  "70169": {
    "title": "AccountServiceTimeout",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "70202": {
    "title": "AccountServiceTimeout70202",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "70206": {
    "title": "InvalidBatchSize",
    "retry": "never",
    "carriedOut": "no"
  },
  "70346": {
    "title": "UserSigLegacyRejected",
    "retry": "never",
    "carriedOut": "no"
  },
  "70347": {
    "title": "UserSigExpired70347",
    "retry": "re-sign",
    "carriedOut": "no"
  },
  "70398": {
    "title": "AccountLimitExceeded",
    "retry": "never",
    "carriedOut": "no"
  },
  "70399": {
    "title": "AccountReimportBlocked",
    "retry": "never",
    "carriedOut": "no"
  },
  "70402": {
    "title": "InvalidAccountParameter",
    "retry": "never",
    "carriedOut": "no"
  },
  "70403": {
    "title": "AccountAdminRequired",
    "retry": "never",
    "carriedOut": "no"
  },
  "70404": {
    "title": "SdkOutdated",
    "retry": "never",
    "carriedOut": "no"
  },
  "70500": {
    "title": "AccountServiceError",
    "retry": "transient",
    "carriedOut": "unknown"
  },
  "71000": {
    "title": "AccountDeletionUnsupported",
    "retry": "never",
    "carriedOut": "no"
  },
  "72000": {
    "title": "DailyActiveUsersExceeded",
    "retry": "never",
    "carriedOut": "no"
  },
  "72001": {
    "title": "UserStatusDisabled",
    "retry": "never",
    "carriedOut": "no"
  },
  "72002": {
    "title": "MonthlyActiveUsersExceeded",
    "retry": "never",
    "carriedOut": "no"
  },
  "72010": {
    "title": "ClientRateLimited",
    "retry": "throttled",
    "carriedOut": "no"
  },
  "72011": {
    "title": "DoNotDisturbDisabled",
    "retry": "never",
    "carriedOut": "no"
  },
  "72012": {
    "title": "ProfileSubscriptionDisabled",
    "retry": "never",
    "carriedOut": "no"
  }
} as const;
