// Written by `npm run generate` from spec/openapi.yaml and spec/errors. Do not edit.

import type { CatalogueEntry } from '../documents/catalogue.ts';

export const errorCatalogue: readonly CatalogueEntry[] = [
  {
    "code": 30001,
    "title": "InvalidParameter",
    "meaning": "The service cannot use the request because a field is missing, has the wrong JSON type or has a value outside its limits. Two causes are less certain: a friend list that does not exist, and, on an item of deleteFriends, an account that is not a friend.",
    "action": "Read ErrorInfo or ResultInfo, because the code alone names no field, and correct the request. Check From_Account, 1 to 1000 UserIDs as strings in To_Account, the exact spelling of DeleteType, and in GroupName 1 to 32 existing list names of 1 to 30 bytes. If an item has the code, ask friend_check whether the two are friends before you count it as a failure.",
    "retry": "never",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request",
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "info": {
      "text": "SNS_DECODE_ERR",
      "status": "observed"
    },
    "sources": [
      "friend-delete.trtc-ko",
      "friend-delete.intl-2023",
      "friend-delete-all.intl-2020",
      "friend-delete-all.intl-2025",
      "friend-delete-all.zh-2025",
      "group-delete.intl-ko-2025",
      "friend-delete.2017",
      "friend-delete-all.2017",
      "group-delete.2017",
      "friend-delete.2019",
      "friend-delete-all.2019",
      "group-delete.2019",
      "error-codes.2025",
      "relationship-chain-faq"
    ],
    "discoveries": [
      "wire-decode-error",
      "conflict-nonfriend-31704-30001",
      "inferred-30001-per-item",
      "inferred-empty-to-account-30001",
      "inferred-too-many-30001",
      "inferred-bad-delete-type-30001",
      "inferred-missing-list-30001"
    ],
    "changed": "The pages of 2017 used it only for a body that the service could not unpack and had finer codes such as 31701, 31702 and 32309 for single mistakes; for deleting a non-friend the FAQ gives 30001, while the tables and the only capture give 31704.",
    "family": "relationship"
  },
  {
    "code": 30002,
    "title": "AccountMismatch",
    "meaning": "An account in the request does not belong to the app that sdkappid names, or is not a usable account. It most likely concerns one To_Account, while the other accounts of the request are processed.",
    "action": "Look up the UserID with account_check under the same sdkappid and host. Drop it from the request if it was deleted or mistyped, and use the credentials of the other app if it belongs there.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [
      "deleteFriends"
    ],
    "status": "documented",
    "sources": [
      "friend-delete.trtc-ko",
      "friend-delete.intl-2023",
      "friend-delete.2017",
      "friend-delete-all.2017",
      "friend-delete-all.2019-early",
      "group-delete.2017",
      "friend-delete.2019",
      "error-codes.2025",
      "error-codes.2022"
    ],
    "discoveries": [
      "inferred-30002-per-item",
      "inferred-unknown-to-account"
    ],
    "changed": "The operation pages and the older tables speak of an SDKAppID that does not match, the 2025 table speaks of an illegal account; the pages of deleteAllFriends and deleteFriendLists listed it once and dropped it.",
    "family": "relationship"
  },
  {
    "code": 30003,
    "title": "AccountNotFound",
    "meaning": "The account does not exist in this app. An unknown From_Account most likely makes the whole request fail without any ResultItem, and an unknown To_Account possibly gets the code on its own item.",
    "action": "Check the spelling of the UserID, and that sdkappid and host are those of the app into which it was imported. Import the account with account_import before the first relationship request; an import into another app does not count.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request",
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "info": {
      "text": "Err_Sns_Invalid_Account",
      "status": "historical"
    },
    "sources": [
      "friend-delete.trtc-ko",
      "friend-delete.intl-2023",
      "friend-delete-all.intl-2020",
      "friend-delete-all.intl-2025",
      "friend-delete-all.zh-2025",
      "group-delete.intl-ko-2025",
      "friend-delete.2017",
      "friend-delete-all.2017",
      "group-delete.2017",
      "friend-delete.2019",
      "friend-delete-all.2019",
      "group-delete.2019",
      "error-codes.2025"
    ],
    "discoveries": [
      "wire-invalid-account-info",
      "inferred-30003-request-level",
      "inferred-unknown-to-account"
    ],
    "changed": "The request level is based on an old sample of deleteAllFriends and a capture of a sibling operation; for an unknown To_Account no source names a code, and 30002, 30003 and 31704 are all possible.",
    "family": "relationship"
  },
  {
    "code": 30004,
    "title": "AdminRequired",
    "meaning": "The identifier in the URL is not an app admin and is not the From_Account itself. The relationship service rejects the request here, while the gateway in front of it uses 60010 for a caller who is not an admin; which of the two an ordinary user gets is unknown.",
    "action": "Call with an app admin as identifier and a usersig made for that admin. Check the admin role of the account in the console, and handle 30004 and 60010 alike.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "friend-delete.trtc-ko",
      "friend-delete.intl-2023",
      "friend-delete-all.intl-2020",
      "friend-delete-all.intl-2025",
      "friend-delete-all.zh-2025",
      "group-delete.intl-ko-2025",
      "friend-delete.2017",
      "friend-delete-all.2017",
      "group-delete.2017",
      "friend-delete.2019",
      "friend-delete-all.2019",
      "group-delete.2019",
      "error-codes.2025",
      "relationship-chain-faq"
    ],
    "discoveries": [
      "inferred-non-admin-60010"
    ],
    "family": "relationship"
  },
  {
    "code": 30005,
    "title": "FollowFeatureDisabled",
    "meaning": "The app lacks the follow and fan feature, which none of the three operations uses. Older editions, the 2017 page of deleteFriendLists among them, used the number for a sensitive word in a relationship field.",
    "action": "If it still occurs, trust ErrorInfo more than the code. Look for banned words in the list names, then send the full response to the vendor's support.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "documented",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017",
      "error-codes.2025",
      "error-codes.2022"
    ],
    "changed": "The meaning moved from a sensitive word in a relationship field to a missing follow feature.",
    "family": "relationship"
  },
  {
    "code": 30006,
    "title": "InternalError",
    "meaning": "The relationship service failed for an internal reason. The code can be that of the whole request, or of one account while the others of the same request succeed.",
    "action": "Retry a few times at most, after a random, increasing delay; after item failures, send only the accounts that failed. If it persists, give the time, the SDKAppID and the full response to the vendor's support.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request",
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "friend-delete.trtc-ko",
      "friend-delete.intl-2023",
      "friend-delete-all.intl-2020",
      "friend-delete-all.intl-2025",
      "friend-delete-all.zh-2025",
      "group-delete.intl-ko-2025",
      "friend-delete.2019",
      "friend-delete-all.2019",
      "group-delete.2019",
      "error-codes.2025"
    ],
    "discoveries": [
      "inferred-server-errors-either-level"
    ],
    "family": "relationship"
  },
  {
    "code": 30007,
    "title": "ServerTimeout",
    "meaning": "A step inside the service took too long, so the deletion may or may not have happened. The code can be that of the whole request or of one account.",
    "action": "Retry after a random, increasing delay. Read the second response with the first in mind: if the first attempt succeeded, deleteFriends responds with 31704 and deleteFriendLists most likely with 30001. Retry deleteAllFriends only if friends added in the meantime may be deleted as well.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request",
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "friend-delete.trtc-ko",
      "friend-delete.intl-2023",
      "friend-delete-all.intl-2020",
      "friend-delete-all.intl-2025",
      "friend-delete-all.zh-2025",
      "group-delete.intl-ko-2025",
      "friend-delete.2019",
      "friend-delete-all.2019",
      "group-delete.2019",
      "error-codes.2025"
    ],
    "discoveries": [
      "inferred-server-errors-either-level"
    ],
    "changed": "The operation pages call it a network timeout; the 2025 table calls it a timeout inside the server.",
    "family": "relationship"
  },
  {
    "code": 30008,
    "title": "WriteConflict",
    "meaning": "Several writes to the relationship data of the same user ran at the same time, and this one lost. The code can be that of the whole request or of one account.",
    "action": "Retry after a random delay, and send one write at a time per From_Account. Merge single deletions into one request, which takes up to 1000 To_Account or 32 GroupName entries.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request",
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "friend-delete.trtc-ko",
      "friend-delete.intl-2023",
      "friend-delete-all.intl-2020",
      "friend-delete-all.intl-2025",
      "friend-delete-all.zh-2025",
      "group-delete.intl-ko-2025",
      "friend-delete.2019",
      "friend-delete-all.2019",
      "group-delete.2019",
      "error-codes.2025"
    ],
    "discoveries": [
      "inferred-server-errors-either-level"
    ],
    "family": "relationship"
  },
  {
    "code": 31701,
    "title": "InvalidAccountCount",
    "meaning": "The number of UserIDs in To_Account was not allowed: more than 1000, or most likely none. Today, the same mistake most likely gets 30001.",
    "action": "Send 1 to 1000 UserIDs per request. Split a longer list, and send no request if the list is empty.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriends",
    "sources": [
      "friend-delete.2017"
    ],
    "discoveries": [
      "inferred-empty-to-account-30001",
      "inferred-too-many-30001"
    ],
    "family": "relationship"
  },
  {
    "code": 31702,
    "title": "InvalidDeleteType",
    "meaning": "DeleteType had a value that the service does not know, and the request was rejected instead of falling back to a default. Today, the same mistake most likely gets 30001.",
    "action": "Send Delete_Type_Single or Delete_Type_Both, capitals included.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriends",
    "sources": [
      "friend-delete.2017"
    ],
    "discoveries": [
      "inferred-bad-delete-type-30001"
    ],
    "family": "relationship"
  },
  {
    "code": 31703,
    "title": "FriendCheckFailed",
    "meaning": "The service could not look up whether To_Account is a friend of From_Account. The order of the codes suggests that this lookup comes first, before anything is changed.",
    "action": "Handle 30006 and 30007, its likely successors. If this code still occurs, retry the account after a delay.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriends",
    "sources": [
      "friend-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 31704,
    "title": "NotFriend",
    "meaning": "The account is not among the friends of From_Account, so there is nothing to remove. In a two-way deletion it most likely also occurs when only the other side still has From_Account as a friend.",
    "action": "Treat it as already done, not as a failure, and do not retry it. If you did expect a friend, check the spelling, because an unknown account possibly gets this code too. If the other direction matters, ask friend_check with CheckResult_Type_Both and delete with the two accounts swapped.",
    "retry": "done",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "item"
    ],
    "levelStatus": "observed",
    "operations": [
      "deleteFriends"
    ],
    "status": "documented",
    "info": {
      "text": "Err_SNS_FriendDelete_Not_Friend",
      "status": "observed"
    },
    "sources": [
      "friend-delete.trtc-ko",
      "friend-delete.intl-2023",
      "friend-delete.2017",
      "friend-delete.2019",
      "error-codes.2025"
    ],
    "discoveries": [
      "wire-not-friend-item",
      "conflict-nonfriend-31704-30001",
      "inferred-unknown-to-account"
    ],
    "changed": "For deleting a non-friend the tables and the only capture give 31704, the FAQ gives 30001.",
    "family": "relationship"
  },
  {
    "code": 31705,
    "title": "ForwardDeletionFailed",
    "meaning": "The friendship was found, but the service could not clear the standard data of the friend on the side of From_Account.",
    "action": "Handle 30006, its likely successor. If this code still occurs, retry the account after a delay and confirm the result with friend_check.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriends",
    "sources": [
      "friend-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 31706,
    "title": "ReverseDeletionFailed",
    "meaning": "In a two-way deletion the service could not remove From_Account from the friends of To_Account. The order of the codes suggests that the first direction was already deleted by then.",
    "action": "Handle 30006, its likely successor. If this code still occurs, ask friend_check with CheckResult_Type_Both, and delete the remaining direction with the two accounts swapped.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriends",
    "sources": [
      "friend-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 31707,
    "title": "DeletionFiltered",
    "meaning": "A security policy filtered the deletion because friends are deleted too often. Its threshold is not published, and whether the request or a single account has the code is unknown.",
    "action": "Stop the deletion run at once and do not retry automatically. Find out what deletes so much, agree on the volume with the vendor's support, and resume later at a much lower rate.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request",
      "item"
    ],
    "levelStatus": "inferred",
    "operations": [
      "deleteFriends"
    ],
    "status": "documented",
    "sources": [
      "friend-delete.trtc-ko",
      "friend-delete.intl-2023",
      "friend-delete.2017",
      "friend-delete.2019",
      "error-codes.2022"
    ],
    "discoveries": [
      "inferred-31707-either-level"
    ],
    "changed": "The 2025 table no longer lists it; the pages of deleteFriends still do.",
    "family": "relationship"
  },
  {
    "code": 32301,
    "title": "InvalidListCount",
    "meaning": "GroupName had no list name or more than 32. Today, the same mistake most likely gets 30001.",
    "action": "Send 1 to 32 list names per request.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32302,
    "title": "InvalidListNameLength",
    "meaning": "A list name was empty or longer than 30 bytes. Today, the same mistake most likely gets 30001.",
    "action": "Measure every name in UTF-8 bytes, not in characters, and send 1 to 30 of them.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32303,
    "title": "ListReadFailed",
    "meaning": "The service could not read the stored friend lists of the user.",
    "action": "Handle 30006, its likely successor. If this code still occurs, retry the request after a delay.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32304,
    "title": "ListRowDecodeFailed",
    "meaning": "The service read the stored friend lists but could not decode a data row.",
    "action": "Handle 30006, its likely successor. If this code still occurs, retry the request after a delay, and report it if it persists.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32305,
    "title": "ListMetaDecodeFailed",
    "meaning": "The service read the stored friend lists but could not decode their metadata.",
    "action": "Handle 30006, its likely successor. If this code still occurs, retry the request after a delay, and report it if it persists.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32306,
    "title": "ListRowEncodeFailed",
    "meaning": "The service could not encode a data row of the changed friend lists, before writing them.",
    "action": "Handle 30006, its likely successor. If this code still occurs, retry the request after a delay, and report it if it persists.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32307,
    "title": "ListMetaEncodeFailed",
    "meaning": "The service could not encode the metadata of the changed friend lists, before writing them.",
    "action": "Handle 30006, its likely successor. If this code still occurs, retry the request after a delay, and report it if it persists.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32308,
    "title": "ListWriteFailed",
    "meaning": "The service could not write the changed friend lists. Whether a part of the change was stored is unknown.",
    "action": "Handle 30006 and 30008, its likely successors. If this code still occurs, read the lists with group_get and send only the remaining names.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32309,
    "title": "ListNotFound",
    "meaning": "A named friend list does not exist for this user. The response has no result per name, so what happens to the other lists in the request is unknown; today, the same mistake most likely gets 30001.",
    "action": "Read the existing names with group_get and send only those. Count a missing list as already deleted.",
    "retry": "never",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteFriendLists",
    "sources": [
      "group-delete.2017"
    ],
    "discoveries": [
      "inferred-missing-list-30001"
    ],
    "family": "relationship"
  },
  {
    "code": 32901,
    "title": "DeleteAllAppCheckFailed",
    "meaning": "The check of the SDKAppID failed before the friends of the user were deleted.",
    "action": "Handle 30006, its likely successor. If this code still occurs, retry the request after a delay, and check sdkappid if it persists.",
    "retry": "transient",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteAllFriends",
    "sources": [
      "friend-delete-all.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32902,
    "title": "StandardDataDeletionFailed",
    "meaning": "The service could not delete the standard data of the user's friends.",
    "action": "Handle 30006, its likely successor. If this code still occurs, check with friend_get who is left, then retry the request.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteAllFriends",
    "sources": [
      "friend-delete-all.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 32903,
    "title": "CustomDataDeletionFailed",
    "meaning": "The service could not delete the custom data of the user's friends. The order of the codes suggests that the standard data was already deleted by then.",
    "action": "Handle 30006, its likely successor. If this code still occurs, check with friend_get who is left, then retry the request.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "deleteAllFriends",
    "sources": [
      "friend-delete-all.2017"
    ],
    "family": "relationship"
  },
  {
    "code": 60002,
    "title": "HttpParseError",
    "meaning": "The gateway cannot parse the HTTP request, most likely because of its URL.",
    "action": "Log the URL with the usersig masked, and check the path, the question mark, the ampersands and the percent-encoding of every value.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "info": {
      "text": "HTTP parse Error",
      "status": "observed"
    },
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "discoveries": [
      "wire-http-parse-error"
    ],
    "family": "gateway"
  },
  {
    "code": 60003,
    "title": "JsonParseError",
    "meaning": "The request body is not valid JSON. An empty body most likely gets this code too.",
    "action": "Build the body with a JSON library and send at least an empty object. If the error persists, log the exact bytes and look for a trailing comma, single quotes or a truncated body.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "discoveries": [
      "inferred-bad-json-60003"
    ],
    "family": "gateway"
  },
  {
    "code": 60004,
    "title": "AccountCheckFailed",
    "meaning": "The gateway could not check the calling account. 60005 has the same description, and no source says how the two differ.",
    "action": "Retry a few times at most, after an increasing delay. If it persists, suspect the credentials first: check identifier, sdkappid and usersig, then ask the vendor's support.",
    "retry": "transient",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "changed": "Older editions blame a wrong account or signature in the URL or the body; the 2025 table only says to try again later.",
    "family": "gateway"
  },
  {
    "code": 60005,
    "title": "AccountCheckFailed60005",
    "meaning": "The gateway could not check the calling account. 60004 has the same description, and no source says how the two differ.",
    "action": "Retry a few times at most, after an increasing delay. If it persists, suspect the credentials first: check identifier, sdkappid and usersig, then ask the vendor's support.",
    "retry": "transient",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "changed": "Older editions blame a wrong account or signature in the URL or the body; the 2025 table only says to try again later.",
    "family": "gateway"
  },
  {
    "code": 60006,
    "title": "InvalidAppId",
    "meaning": "The SDKAppID in the URL is not valid, or no longer valid.",
    "action": "Compare sdkappid with the number in the console, and check that the app still exists.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "requests",
    "sources": [
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "family": "gateway"
  },
  {
    "code": 60007,
    "title": "RateLimited",
    "meaning": "The app exceeds its rate limit, which is 200 calls per second for each of these operations unless the console sets another.",
    "action": "Slow down all processes of the app together, not only the one that got the code, then retry after a random, increasing delay. Put several accounts into one request, or raise the limit in the console.",
    "retry": "throttled",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "family": "gateway"
  },
  {
    "code": 60008,
    "title": "TimeoutOrBadRequest",
    "meaning": "The service behind the gateway did not respond in time, or the HTTP request is malformed; the code covers both. After a timeout, the deletion may have happened nevertheless.",
    "action": "Look at the duration: a response after about three seconds suggests a timeout, an immediate one a malformed request, which a retry does not fix. After a timeout, retry after an increasing delay; a retry of deleteAllFriends also removes friends added in the meantime.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "info": {
      "text": "service timeout or request format error,please check and try again",
      "status": "observed"
    },
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "discoveries": [
      "wire-service-timeout-text"
    ],
    "family": "gateway"
  },
  {
    "code": 60009,
    "title": "InvalidResource",
    "meaning": "The URL asks for a resource that the gateway does not have. An unknown service name or command in the path is the likely cause.",
    "action": "Compare the path letter by letter with /v4/sns/friend_delete, /v4/sns/friend_delete_all or /v4/sns/group_delete.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "discoveries": [
      "inferred-unknown-command-60009"
    ],
    "family": "gateway"
  },
  {
    "code": 60010,
    "title": "IdentifierNotAdmin",
    "meaning": "The identifier in the URL is not an app admin. The gateway rejects the request here, while the relationship service behind it uses 30004 for nearly the same error; which of the two an ordinary user gets is unknown.",
    "action": "Call with an app admin as identifier and a usersig made for that admin. Check the admin role of the account in the console, and handle 60010 and 30004 alike.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.2022",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "discoveries": [
      "inferred-non-admin-60010"
    ],
    "family": "gateway"
  },
  {
    "code": 60011,
    "title": "AppRateLimited",
    "meaning": "The app sent more requests than the limit on its SDKAppID allowed.",
    "action": "Handle it like 60007: slow down all processes of the app together, then retry after a random, increasing delay.",
    "retry": "throttled",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "requests",
    "sources": [
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "family": "gateway"
  },
  {
    "code": 60012,
    "title": "AppIdMissing",
    "meaning": "The URL has no sdkappid parameter.",
    "action": "Add sdkappid to the query string, in lower case, with the number that the console shows for the app.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "family": "gateway"
  },
  {
    "code": 60013,
    "title": "ResponseParseError",
    "meaning": "The gateway got a response from the service that is not valid JSON. The error is on the vendor's side, and the deletion may have happened.",
    "action": "Do not retry blindly. Read the state back with friend_check, friend_get or group_get, and give the time and the full response to the vendor's support.",
    "retry": "never",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "family": "gateway"
  },
  {
    "code": 60014,
    "title": "AccountCheckTimeout",
    "meaning": "Checking the calling account took too long.",
    "action": "Check identifier and usersig once, then retry after an increasing delay. If it persists, ask the vendor's support.",
    "retry": "transient",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "changed": "Older editions call the step that timed out an account switch.",
    "family": "gateway"
  },
  {
    "code": 60015,
    "title": "InvalidAccountType",
    "meaning": "An account in the body is not a JSON string, for example a number.",
    "action": "Send every UserID as a string, even one that consists of digits: \"10001\" and not 10001. Check From_Account and every entry of To_Account.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "info": {
      "text": "body account invalid",
      "status": "observed"
    },
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679",
      "rest-intro.2019"
    ],
    "discoveries": [
      "wire-body-account-invalid"
    ],
    "family": "gateway"
  },
  {
    "code": 60016,
    "title": "AppDisabled",
    "meaning": "The app is disabled, and the gateway rejects all its requests.",
    "action": "Stop sending requests, check the state of the app in the console, and ask the vendor's support to enable it.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "family": "gateway"
  },
  {
    "code": 60017,
    "title": "RequestDisabled",
    "meaning": "The request is disabled. No source says whether the operation, the app or the caller is meant.",
    "action": "Stop sending this request and ask the vendor's support, giving the operation, the SDKAppID and the full response.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "family": "gateway"
  },
  {
    "code": 60018,
    "title": "TooManyRequests",
    "meaning": "Too many requests arrived in a short time. No source says how its limit differs from that of 60007.",
    "action": "Slow down, then retry after a random, increasing delay. Look for a loop or a retry storm among the callers of this app.",
    "retry": "throttled",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "family": "gateway"
  },
  {
    "code": 60019,
    "title": "TooManyRequests60019",
    "meaning": "Too many requests arrived in a short time. The old tables gave it the same description as 60018.",
    "action": "Handle it like 60018: slow down, then retry after a random, increasing delay.",
    "retry": "throttled",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "inferred",
    "explains": "requests",
    "sources": [
      "error-codes.sibling-679"
    ],
    "family": "gateway"
  },
  {
    "code": 60020,
    "title": "ServiceUnavailable",
    "meaning": "The app has no valid plan, because none was bought or it has expired, or the cloud account is in arrears.",
    "action": "Buy or renew the plan, or settle the bill. According to older editions, a purchase takes effect after about five minutes; requests before that are useless.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "changed": "Older editions name only an expired professional plan; the 2025 table also names arrears.",
    "family": "gateway"
  },
  {
    "code": 60021,
    "title": "SourceIpForbidden",
    "meaning": "The gateway does not accept requests from this IP address.",
    "action": "Find the outgoing address of the server, behind NAT and proxies too, and ask the vendor's support whether the app has a list of allowed addresses.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "family": "gateway"
  },
  {
    "code": 60025,
    "title": "InvalidQueryParameter",
    "meaning": "One of sdkappid, identifier, usersig and contenttype in the URL is missing or wrong. The number does not say which; a missing sdkappid has its own code, 60012.",
    "action": "Log the URL with the usersig masked. Check that each of the four is present once, in lower case and percent-encoded, and that contenttype is json.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "discoveries": [
      "inferred-bad-query-60025"
    ],
    "family": "gateway"
  },
  {
    "code": 60026,
    "title": "RegionMismatch",
    "meaning": "The host belongs to a different data center than the app.",
    "action": "Look up the region of the app in the console and call the host of that region. Check that sdkappid and host come from the same configuration.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "gateway"
  },
  {
    "code": 60027,
    "title": "ProductMismatch",
    "meaning": "The app was created for the vendor's push product and has no access to this resource.",
    "action": "Check the product type of the app in the console, and use the SDKAppID of a Chat app.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "gateway"
  },
  {
    "code": 60028,
    "title": "TrialQuotaExceeded",
    "meaning": "The app is on the Trial Edition and has used up its REST requests for 24 hours.",
    "action": "Stop until the 24 hours have passed or the plan is upgraded. Do not retry in between.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "gateway"
  },
  {
    "code": 70001,
    "title": "UserSigExpired",
    "meaning": "The UserSig has expired: its signing time plus its validity is in the past.",
    "action": "Make a new UserSig and send the request once more. If the new one fails too, compare the clock of the signing machine, and check that the validity is counted in seconds and covers at least 24 hours.",
    "retry": "re-sign",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "discoveries": [
      "inferred-usersig-mapping"
    ],
    "family": "auth"
  },
  {
    "code": 70002,
    "title": "UserSigEmpty",
    "meaning": "The usersig parameter was present but empty.",
    "action": "Check that the signing step returns a string and that the string reaches the URL. Today, the same mistake most likely gets 70003 or 60025.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "requests",
    "sources": [
      "error-codes.2022"
    ],
    "discoveries": [
      "inferred-usersig-mapping"
    ],
    "family": "auth"
  },
  {
    "code": 70003,
    "title": "UserSigIllegal",
    "meaning": "The service cannot read the usersig. A string that was truncated, encoded twice or not made by the official algorithm is the likely cause.",
    "action": "Compare its length before and after it goes into the URL, without logging the string itself. If it arrives complete, make a new one with a current signing library.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "info": {
      "text": "The UserSig in use is illegal. Please regenerate UserSig through official API.",
      "status": "observed"
    },
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "discoveries": [
      "wire-usersig-illegal",
      "inferred-usersig-mapping"
    ],
    "family": "auth"
  },
  {
    "code": 70005,
    "title": "UserSigIllegal70005",
    "meaning": "The service cannot read the usersig. The old tables gave it the same description as 70003.",
    "action": "Handle it like 70003: check that the string arrives complete, then make a new one with a current signing library.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "requests",
    "sources": [
      "error-codes.2022"
    ],
    "family": "auth"
  },
  {
    "code": 70009,
    "title": "UserSigWrongKey",
    "meaning": "The signature inside the UserSig is wrong. It was most likely made with the secret key of another app.",
    "action": "Sign with the secret key that the console shows for this sdkappid, as a string and not decoded from hex. Look for a mix of test and production settings, and for a key that was replaced.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "info": {
      "text": "UserSig verification Failed. The UserSig in use maybe generated by Secret Key from other SDKAppID. Please regenerate UserSig by Secret Key from its own SDKAppID.",
      "status": "observed"
    },
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "discoveries": [
      "wire-usersig-wrong-key",
      "inferred-usersig-mapping"
    ],
    "family": "auth"
  },
  {
    "code": 70013,
    "title": "UserSigIdentifierMismatch",
    "meaning": "The identifier in the URL is not the one for which the UserSig was made.",
    "action": "Use the same admin UserID in both places, capitals included. Check that no cache returns the UserSig of another account.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "discoveries": [
      "inferred-usersig-mapping"
    ],
    "family": "auth"
  },
  {
    "code": 70014,
    "title": "UserSigAppMismatch",
    "meaning": "The sdkappid in the URL is not the one for which the UserSig was made.",
    "action": "Use the same SDKAppID in both places. Look for a UserSig left over from another environment.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "discoveries": [
      "inferred-usersig-mapping"
    ],
    "family": "auth"
  },
  {
    "code": 70016,
    "title": "PublicKeyNotFound",
    "meaning": "The service has no key with which to verify the UserSig of this app. A host in the wrong region is the likely cause.",
    "action": "Call the host of the region in which the app is located. If host and sdkappid are right, check in the console that the app has a key.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.2022",
      "error-codes.sibling-679"
    ],
    "changed": "Older editions say to fetch the key in the console; newer ones say to compare SDKAppID and data center.",
    "family": "auth"
  },
  {
    "code": 70020,
    "title": "AppNotFound",
    "meaning": "The service does not know the SDKAppID, so it cannot verify the UserSig. Besides a wrong number, a host in the wrong region is a likely cause.",
    "action": "Compare sdkappid with the console digit by digit, and call the host of the region in which the app is located.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "discoveries": [
      "inferred-usersig-mapping"
    ],
    "family": "auth"
  },
  {
    "code": 70032,
    "title": "CredentialsRejected",
    "meaning": "No vendor page lists this code. It was seen once, with an empty ErrorInfo, for a request whose usersig was the placeholder xxx.",
    "action": "Check that real credentials replaced the sample values, then handle it like 70003.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "observed",
    "operations": [],
    "status": "observed",
    "info": {
      "text": "",
      "status": "observed"
    },
    "explains": "requests",
    "sources": [],
    "discoveries": [
      "wire-70032"
    ],
    "family": "auth"
  },
  {
    "code": 70050,
    "title": "UserSigAttemptsThrottled",
    "meaning": "The UserSig is invalid and was used too often. Repeated requests with an invalid UserSig most likely turn another code, such as 70009, into this one.",
    "action": "Send no request with this UserSig for one minute, correct it in the meantime, then try once. Look for the first failure in the log: its code names the real error.",
    "retry": "cooldown",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "discoveries": [
      "inferred-70050-after-repeated"
    ],
    "family": "auth"
  },
  {
    "code": 70051,
    "title": "AccountBlocked",
    "meaning": "The account is blocked from the service. No source says which account is meant; the identifier in the URL is the likely one.",
    "action": "Stop calling with this identifier and ask the vendor's support to lift the block.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "family": "auth"
  },
  {
    "code": 70052,
    "title": "UserSigInvalidated",
    "meaning": "The UserSig is no longer valid. The vendor's client SDKs have a constant for this code; no table of the REST API lists it, and it was not seen there.",
    "action": "Make a new UserSig and send the request once more. If the new one fails too, handle it like 70003.",
    "retry": "re-sign",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "inferred",
    "explains": "requests",
    "sources": [
      "chat-sdk-constants"
    ],
    "family": "auth"
  },
  {
    "code": 70107,
    "title": "AccountNotImported",
    "meaning": "The account does not exist in this app. The relationship service uses 30003 for the same error.",
    "action": "Check the spelling of the UserID, and that sdkappid and host are those of the app into which it was imported. Import the account with account_import if it is missing.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.sibling-679"
    ],
    "family": "account"
  },
  {
    "code": 70114,
    "title": "LoginRestricted",
    "meaning": "Login was restricted for security reasons after too many attempts.",
    "action": "Stop calling with this identifier, find out what signs in so often, and ask the vendor's support before resuming.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "requests",
    "sources": [
      "error-codes.2022"
    ],
    "family": "auth"
  },
  {
    "code": 70169,
    "title": "AccountServiceTimeout",
    "meaning": "A step inside the account service took too long, so the deletion may or may not have happened.",
    "action": "Retry after an increasing delay. If the first attempt succeeded, deleteFriends responds with 31704 and deleteFriendLists most likely with 30001. Retry deleteAllFriends only if friends added in the meantime may be deleted as well.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.2022"
    ],
    "family": "account"
  },
  {
    "code": 70202,
    "title": "AccountServiceTimeout70202",
    "meaning": "A step inside the account service took too long, as pages of its operations say; no current table has the code.",
    "action": "Handle it like 70169: retry after an increasing delay.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "documented",
    "explains": "requests",
    "sources": [
      "account-import.current"
    ],
    "family": "account"
  },
  {
    "code": 70206,
    "title": "InvalidBatchSize",
    "meaning": "The number of accounts in a batch was not allowed.",
    "action": "Check the number of accounts in the request; deleteFriends takes 1 to 1000.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "historical",
    "explains": "requests",
    "sources": [
      "error-codes.2022"
    ],
    "family": "account"
  },
  {
    "code": 70346,
    "title": "UserSigLegacyRejected",
    "meaning": "The check of the ticket failed, in the words of the vendor's TRTC web SDK; no table of Chat lists this code. It was seen once, for a UserSig that the vendor's server SDK of 2016 had made.",
    "action": "Make the UserSig with a current signing library and the secret key of the app; the scheme changed in 2019. If it is already current, handle it like 70003.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "observed",
    "operations": [],
    "status": "observed",
    "explains": "requests",
    "sources": [
      "trtc-web-sdk"
    ],
    "discoveries": [
      "wire-70346"
    ],
    "family": "auth"
  },
  {
    "code": 70347,
    "title": "UserSigExpired70347",
    "meaning": "The ticket has expired, in the words of the vendor's TRTC web SDK; no table of Chat lists this code. Chat uses 70001 for an expired UserSig.",
    "action": "Handle it like 70001: make a new UserSig, send the request once more, and compare the clock of the signing machine if the new one fails too.",
    "retry": "re-sign",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "inferred",
    "explains": "requests",
    "sources": [
      "trtc-web-sdk"
    ],
    "family": "auth"
  },
  {
    "code": 70398,
    "title": "AccountLimitExceeded",
    "meaning": "The app has as many accounts as its plan allows. The code belongs to importing accounts, which none of the three operations does.",
    "action": "Check the path of the request first. Upgrade the plan if you import accounts.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.2022"
    ],
    "family": "account"
  },
  {
    "code": 70399,
    "title": "AccountReimportBlocked",
    "meaning": "The account was deleted less than three months ago, and an app outside the Trial Edition cannot import it again so soon. The code belongs to importing accounts, which none of the three operations does.",
    "action": "Check the path of the request first. Use another UserID, or ask the vendor's support to release this one.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "account"
  },
  {
    "code": 70402,
    "title": "InvalidAccountParameter",
    "meaning": "The account service cannot use the request because a field is missing or has a value that is not allowed. The relationship service uses 30001 for the same kind of error.",
    "action": "Read ErrorInfo, then compare the body with the operation field by field: names, JSON types, limits.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.2022"
    ],
    "family": "account"
  },
  {
    "code": 70403,
    "title": "AccountAdminRequired",
    "meaning": "The account service requires an app admin as caller. The gateway uses 60010 and the relationship service 30004 for the same kind of error.",
    "action": "Call with an app admin as identifier and a usersig made for that admin.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "inferred",
    "operations": [],
    "status": "documented",
    "explains": "requests",
    "sources": [
      "account-import.current"
    ],
    "family": "account"
  },
  {
    "code": 70404,
    "title": "SdkOutdated",
    "meaning": "The client SDK of the caller is too old. A server request names no SDK version, so the code is not expected from the three operations.",
    "action": "Check that the request comes from your server and goes to the right path. If a client SDK sent it, upgrade that SDK.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "account"
  },
  {
    "code": 70500,
    "title": "AccountServiceError",
    "meaning": "The account service failed for an internal reason.",
    "action": "Retry a few times at most, after a random, increasing delay. If it persists, give the time, the SDKAppID and the full response to the vendor's support.",
    "retry": "transient",
    "carriedOut": {
      "value": "unknown",
      "status": "unknown",
      "discoveries": [
        "unknown-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.2022"
    ],
    "family": "account"
  },
  {
    "code": 71000,
    "title": "AccountDeletionUnsupported",
    "meaning": "The app does not allow accounts to be deleted. The code belongs to deleting accounts, which none of the three operations does.",
    "action": "Check the path of the request first. Allow account deletion in the console if you delete accounts.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025",
      "error-codes.2022"
    ],
    "changed": "Older editions allow account deletion only for trial apps; the 2025 table says that the console can lift the restriction.",
    "family": "account"
  },
  {
    "code": 72000,
    "title": "DailyActiveUsersExceeded",
    "meaning": "The app is on the Trial Edition and has more daily active users than its free quota allows.",
    "action": "Upgrade the plan; retries do not help.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "account"
  },
  {
    "code": 72001,
    "title": "UserStatusDisabled",
    "meaning": "The app has not enabled the query and notification of user status. None of the three operations uses them.",
    "action": "Check the path of the request first. Enable the feature in the console if you need user status.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "account"
  },
  {
    "code": 72002,
    "title": "MonthlyActiveUsersExceeded",
    "meaning": "The app is on the Trial Edition and has more monthly active users than its free quota allows.",
    "action": "Upgrade the plan; retries do not help.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "account"
  },
  {
    "code": 72010,
    "title": "ClientRateLimited",
    "meaning": "One user signs in, signs out, changes between foreground and background or sets its push options too often. None of the three operations does any of this.",
    "action": "Check the path of the request first. Slow down, then retry after a random, increasing delay.",
    "retry": "throttled",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "account"
  },
  {
    "code": 72011,
    "title": "DoNotDisturbDisabled",
    "meaning": "The app has not enabled the global do-not-disturb feature. None of the three operations uses it.",
    "action": "Check the path of the request first. Enable the feature in the console if you need it.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "account"
  },
  {
    "code": 72012,
    "title": "ProfileSubscriptionDisabled",
    "meaning": "The app has not enabled the subscription to profile changes. None of the three operations uses it.",
    "action": "Check the path of the request first. Enable the feature in the console if you need it.",
    "retry": "never",
    "carriedOut": {
      "value": "no",
      "status": "inferred",
      "discoveries": [
        "inferred-not-carried-out"
      ]
    },
    "levels": [
      "request"
    ],
    "levelStatus": "documented",
    "operations": [
      "deleteFriends",
      "deleteAllFriends",
      "deleteFriendLists"
    ],
    "status": "documented",
    "sources": [
      "error-codes.2025"
    ],
    "family": "account"
  }
];
