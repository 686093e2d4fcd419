// Written by `npm run generate` from spec/openapi.yaml and spec/errors. Do not edit.

export interface paths {
    "/v4/sns/friend_delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete friends of an account
         * @description Removes up to 1000 accounts from the friend list of one account (one-way), and on request that account from their lists too (two-way). Each account has a result of its own: the top level most likely stays OK when single accounts fail (inferred), for example with 31704 because they were not friends. Fires the webhook `Sns.CallbackFriendDelete` with the pairs that were actually deleted. Deleting cannot be undone.
         */
        post: operations["deleteFriends"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v4/sns/friend_delete_all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete all friends of an account
         * @description Deletes all friends of one account and the standard and custom data stored about them (one-way), and on request that account from the lists of those friends too (two-way). The response does not say who or how many were deleted, and no webhook is fired, so a copy of the friend graph that relies on webhooks becomes outdated. Deleting cannot be undone, and a request has no idempotency key: after a timeout, a retry can also delete a friend added in the meantime.
         */
        post: operations["deleteAllFriends"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v4/sns/group_delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete friend lists of an account
         * @description Deletes up to 32 of the named lists into which a user sorts friends. Their members stay friends and only leave the list (inferred). The response has one sequence number and no result per name; a name that does not exist most likely makes the whole request fail (inferred from the oldest edition of the page). Fires no webhook, as the same edition says; the current one names none.
         */
        post: operations["deleteFriendLists"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    friendDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A friend was deleted
         * @description Tells the app's backend which friendships were deleted, with one pair per deleted direction, and most likely in one webhook request per `deleteFriends` request (inferred). It is sent after the deletion; the response changes nothing. The service waits 2 seconds and does not retry unless the app turns retries on. The webhook must be enabled in the Chat console. A client that deletes a friend fires it too and, according to the Chinese edition of the page, so does blocking a friend, by a client or through the server API. The operations that delete all friends or friend lists fire no webhook.
         */
        post: operations["friendDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * Format: int64
         * @description App id from the Chat console.
         * @example 1400000000
         */
        SdkAppId: number;
        /**
         * @description UserID of an account: 1 to 32 bytes, made of letters, digits, `_` and `-`. The UserID of a chatbot starts with `@RBT#`; what may follow is not documented, so any printable ASCII character may. Always a string, even if it looks like a number.
         * @example id1
         * @example @RBT#001
         */
        UserId: string;
        /**
         * @description Sides of the friendship to delete.
         *
         *     - `Delete_Type_Single` removes the other accounts from the friend list of `From_Account` and keeps
         *       `From_Account` in theirs (one-way).
         *     - `Delete_Type_Both` removes both directions (two-way).
         * @example Delete_Type_Both
         * @enum {string}
         */
        DeleteType: "Delete_Type_Single" | "Delete_Type_Both";
        /** @description The accounts to remove from the friend list of one account. */
        DeleteFriendsRequest: {
            /**
             * @description UserID whose friend list is edited.
             * @example id
             */
            From_Account: components["schemas"]["UserId"];
            /**
             * @description UserIDs of the friends to delete, 1 to 1000 in one request. The pages state the upper limit; that an empty list is rejected is inferred from a code of their oldest edition.
             * @example [
             *       "id1",
             *       "id2",
             *       "id3"
             *     ]
             */
            To_Account: components["schemas"]["UserId"][];
            /** @description Sides of the friendship to delete, explained on the vendor's page on [relationship chains](https://trtc.io/document/33521). The page of this operation states no default; one-way is inferred from the operation that deletes all friends. Always send it, because a deletion cannot be undone. */
            DeleteType?: components["schemas"]["DeleteType"];
        };
        /**
         * Format: int32
         * @description Code for one account. 0 means success, any other code that the account failed.
         * @example 0
         * @enum {integer}
         */
        DeleteFriendsResultCodeKnown: 0 | 30001 | 30002 | 30003 | 30006 | 30007 | 30008 | 31704 | 31707;
        /**
         * @description Code for one account. 0 means success, any other code that the account failed. The service can send codes that no page lists.
         * @example 0
         */
        DeleteFriendsResultCode: components["schemas"]["DeleteFriendsResultCodeKnown"] | number;
        /** @description Result of one account of the request. */
        ResultItem: {
            /**
             * @description UserID as in the request.
             * @example id1
             */
            To_Account: string;
            ResultCode: components["schemas"]["DeleteFriendsResultCode"];
            /**
             * @description Explanation of the result of this account, empty on success. Some clients have seen `OK` here.
             * @example
             */
            ResultInfo: string;
        };
        /** @description UserIDs as in the request. */
        AccountsInResponse: string[];
        /**
         * @description The service carried out the request.
         * @example OK
         * @enum {string}
         */
        ActionStatusOk: "OK";
        /**
         * Format: int32
         * @description Zero, the code for success.
         * @example 0
         * @enum {integer}
         */
        NoError: 0;
        /**
         * @description Explanation of the outcome for people. On success it is `"0"` in the samples of two of the three pages and empty in those of the third: never rely on it, use `ErrorCode`.
         * @example 0
         * @example
         * @example Err_Sns_Invalid_Account
         */
        ErrorInfo: string;
        /**
         * @description String for display on a client. Empty in every sample and in every response seen.
         * @example
         */
        ErrorDisplay: string;
        /**
         * OK
         * @description The request was carried out. Single accounts can still have failed: read every `ResultItem`, because the top level stays OK when only some accounts fail (inferred from the sibling batch operations).
         * @example {
         *       "ResultItem": [
         *         {
         *           "To_Account": "id1",
         *           "ResultCode": 0,
         *           "ResultInfo": ""
         *         },
         *         {
         *           "To_Account": "id2",
         *           "ResultCode": 0,
         *           "ResultInfo": ""
         *         },
         *         {
         *           "To_Account": "id3",
         *           "ResultCode": 0,
         *           "ResultInfo": ""
         *         }
         *       ],
         *       "ActionStatus": "OK",
         *       "ErrorCode": 0,
         *       "ErrorInfo": "0",
         *       "ErrorDisplay": ""
         *     }
         */
        DeleteFriendsOk: {
            /** @description One entry for each requested account, in the order of the request (order inferred from the samples). */
            ResultItem: components["schemas"]["ResultItem"][];
            /** @description UserIDs that failed. Only in the oldest edition of the page; expect it to be absent. */
            Fail_Account?: components["schemas"]["AccountsInResponse"];
            /** @description UserIDs that the service considers invalid. Only in the oldest edition of the page; expect it to be absent. */
            Invalid_Account?: components["schemas"]["AccountsInResponse"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            ActionStatus: "OK";
            ErrorCode: components["schemas"]["NoError"];
            ErrorInfo: components["schemas"]["ErrorInfo"];
            ErrorDisplay?: components["schemas"]["ErrorDisplay"];
        };
        /**
         * @description The service rejected the request or could not carry it out.
         * @example FAIL
         * @enum {string}
         */
        ActionStatusFail: "FAIL";
        /**
         * Format: int32
         * @description Code of a failed request. The error catalogue explains every code.
         * @example 30001
         * @enum {integer}
         */
        DeleteFriendsErrorCodeKnown: 30001 | 30003 | 30004 | 30006 | 30007 | 30008 | 31707 | 60002 | 60003 | 60004 | 60005 | 60007 | 60008 | 60009 | 60010 | 60012 | 60013 | 60014 | 60015 | 60016 | 60017 | 60018 | 60020 | 60021 | 60025 | 60026 | 60027 | 60028 | 70001 | 70003 | 70009 | 70013 | 70014 | 70016 | 70020 | 70050 | 70051 | 70107 | 70169 | 70398 | 70399 | 70402 | 70404 | 70500 | 71000 | 72000 | 72001 | 72002 | 72010 | 72011 | 72012;
        /**
         * @description Code of a failed request. The error catalogue explains every code. The service can send codes that no page lists.
         * @example 30001
         */
        DeleteFriendsErrorCode: components["schemas"]["DeleteFriendsErrorCodeKnown"] | number;
        /**
         * FAIL
         * @description The whole request failed. No sample of this operation shows it: a captured failure of a sibling operation has no `ResultItem`, and an old sample of another one has items, so read them if they are present.
         * @example {
         *       "ActionStatus": "FAIL",
         *       "ErrorCode": 30001,
         *       "ErrorInfo": "SNS_DECODE_ERR",
         *       "ErrorDisplay": ""
         *     }
         */
        DeleteFriendsFail: {
            /** @description Results of single accounts, if the service sends them with a failure. */
            ResultItem?: components["schemas"]["ResultItem"][];
            /** @description UserIDs that failed. Only in the oldest edition of the page; expect it to be absent. */
            Fail_Account?: components["schemas"]["AccountsInResponse"];
            /** @description UserIDs that the service considers invalid. Only in the oldest edition of the page; expect it to be absent. */
            Invalid_Account?: components["schemas"]["AccountsInResponse"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            ActionStatus: "FAIL";
            ErrorCode: components["schemas"]["DeleteFriendsErrorCode"];
            ErrorInfo: components["schemas"]["ErrorInfo"];
            ErrorDisplay?: components["schemas"]["ErrorDisplay"];
        };
        /** @description Response to the deletion of friends, with `ActionStatus` OK or FAIL. */
        DeleteFriendsResult: components["schemas"]["DeleteFriendsOk"] | components["schemas"]["DeleteFriendsFail"];
        /** @description The account whose friends are all deleted. */
        DeleteAllFriendsRequest: {
            /**
             * @description UserID whose friend data is cleared.
             * @example id
             */
            From_Account: components["schemas"]["UserId"];
            /**
             * @description Sides of the friendships to delete, explained on the vendor's page on [relationship chains](https://trtc.io/document/33521). One-way when absent.
             * @default Delete_Type_Single
             */
            DeleteType?: components["schemas"]["DeleteType"];
        };
        /**
         * OK
         * @description The friend data is deleted. The response does not say who the friends were or how many there were.
         * @example {
         *       "ActionStatus": "OK",
         *       "ErrorCode": 0,
         *       "ErrorInfo": "",
         *       "ErrorDisplay": ""
         *     }
         */
        DeleteAllFriendsOk: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            ActionStatus: "OK";
            ErrorCode: components["schemas"]["NoError"];
            ErrorInfo: components["schemas"]["ErrorInfo"];
            ErrorDisplay?: components["schemas"]["ErrorDisplay"];
        };
        /**
         * Format: int32
         * @description Code of a failed request. The error catalogue explains every code.
         * @example 30001
         * @enum {integer}
         */
        DeleteAllFriendsErrorCodeKnown: 30001 | 30003 | 30004 | 30006 | 30007 | 30008 | 60002 | 60003 | 60004 | 60005 | 60007 | 60008 | 60009 | 60010 | 60012 | 60013 | 60014 | 60015 | 60016 | 60017 | 60018 | 60020 | 60021 | 60025 | 60026 | 60027 | 60028 | 70001 | 70003 | 70009 | 70013 | 70014 | 70016 | 70020 | 70050 | 70051 | 70107 | 70169 | 70398 | 70399 | 70402 | 70404 | 70500 | 71000 | 72000 | 72001 | 72002 | 72010 | 72011 | 72012;
        /**
         * @description Code of a failed request. The error catalogue explains every code. The service can send codes that no page lists.
         * @example 30001
         */
        DeleteAllFriendsErrorCode: components["schemas"]["DeleteAllFriendsErrorCodeKnown"] | number;
        /**
         * FAIL
         * @description The request failed. What was deleted before it failed is unknown.
         * @example {
         *       "ActionStatus": "FAIL",
         *       "ErrorCode": 30001,
         *       "ErrorInfo": "SNS_DECODE_ERR",
         *       "ErrorDisplay": ""
         *     }
         */
        DeleteAllFriendsFail: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            ActionStatus: "FAIL";
            ErrorCode: components["schemas"]["DeleteAllFriendsErrorCode"];
            ErrorInfo: components["schemas"]["ErrorInfo"];
            ErrorDisplay?: components["schemas"]["ErrorDisplay"];
        };
        /** @description Response to the deletion of all friends, with `ActionStatus` OK or FAIL. */
        DeleteAllFriendsResult: components["schemas"]["DeleteAllFriendsOk"] | components["schemas"]["DeleteAllFriendsFail"];
        /**
         * @description Name of a friend list: 1 to 30 bytes of UTF-8. JSON Schema counts characters, so a name in another script reaches the byte limit before `maxLength`.
         * @example group1
         */
        FriendListName: string;
        /** @description The friend lists to delete from one account. */
        DeleteFriendListsRequest: {
            /**
             * @description UserID whose friend lists are deleted.
             * @example id
             */
            From_Account: components["schemas"]["UserId"];
            /**
             * @description Names of the lists to delete, 1 to 32 in one request, since a user has at most 32 lists. Always an array here; in the operation that adds a friend, the field of this name is a string.
             * @example [
             *       "group1",
             *       "group2",
             *       "group3"
             *     ]
             */
            GroupName: components["schemas"]["FriendListName"][];
        };
        /**
         * OK
         * @description The lists are deleted. Their members stay friends and only leave the list (inferred: the response has no result per name, and no page says what happens to the members).
         * @example {
         *       "CurrentSequence": 4,
         *       "ActionStatus": "OK",
         *       "ErrorCode": 0,
         *       "ErrorInfo": "0",
         *       "ErrorDisplay": ""
         *     }
         */
        DeleteFriendListsOk: {
            /**
             * Format: int64
             * @description Sequence of the user's friend lists after the deletion. That it increases by one with each successful write is inferred from the samples.
             * @example 4
             */
            CurrentSequence: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            ActionStatus: "OK";
            ErrorCode: components["schemas"]["NoError"];
            ErrorInfo: components["schemas"]["ErrorInfo"];
            ErrorDisplay?: components["schemas"]["ErrorDisplay"];
        };
        /**
         * Format: int32
         * @description Code of a failed request. The error catalogue explains every code.
         * @example 30001
         * @enum {integer}
         */
        DeleteFriendListsErrorCodeKnown: 30001 | 30003 | 30004 | 30006 | 30007 | 30008 | 60002 | 60003 | 60004 | 60005 | 60007 | 60008 | 60009 | 60010 | 60012 | 60013 | 60014 | 60015 | 60016 | 60017 | 60018 | 60020 | 60021 | 60025 | 60026 | 60027 | 60028 | 70001 | 70003 | 70009 | 70013 | 70014 | 70016 | 70020 | 70050 | 70051 | 70107 | 70169 | 70398 | 70399 | 70402 | 70404 | 70500 | 71000 | 72000 | 72001 | 72002 | 72010 | 72011 | 72012;
        /**
         * @description Code of a failed request. The error catalogue explains every code. The service can send codes that no page lists.
         * @example 30001
         */
        DeleteFriendListsErrorCode: components["schemas"]["DeleteFriendListsErrorCodeKnown"] | number;
        /**
         * FAIL
         * @description The request failed and no list was deleted (inferred, because the response has no result per name).
         * @example {
         *       "ActionStatus": "FAIL",
         *       "ErrorCode": 30001,
         *       "ErrorInfo": "SNS_DECODE_ERR",
         *       "ErrorDisplay": ""
         *     }
         */
        DeleteFriendListsFail: {
            /**
             * Format: int64
             * @description Sequence of the user's friend lists, if the service sends it with a failure.
             * @example 4
             */
            CurrentSequence?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            ActionStatus: "FAIL";
            ErrorCode: components["schemas"]["DeleteFriendListsErrorCode"];
            ErrorInfo: components["schemas"]["ErrorInfo"];
            ErrorDisplay?: components["schemas"]["ErrorDisplay"];
        };
        /** @description Response to the deletion of friend lists, with `ActionStatus` OK or FAIL. */
        DeleteFriendListsResult: components["schemas"]["DeleteFriendListsOk"] | components["schemas"]["DeleteFriendListsFail"];
        /**
         * @description Platform of the caller, as webhooks spell it. `Mac` is the older spelling of `macOS`.
         * @example RESTAPI
         * @enum {string}
         */
        OptPlatform: "RESTAPI" | "Web" | "Android" | "iOS" | "Windows" | "macOS" | "Mac" | "iPad" | "Unknown";
        /** @description One deleted direction. `To_Account` is no longer in the friend list of `From_Account`. */
        FriendPair: {
            /**
             * @description UserID whose friend list lost an entry.
             * @example id
             */
            From_Account: string;
            /**
             * @description UserID that was removed from the list.
             * @example id1
             */
            To_Account: string;
        };
        /** @description Body of the webhook that a deletion fires. */
        FriendDeletedEvent: {
            /**
             * @description Name of the webhook.
             * @example Sns.CallbackFriendDelete
             * @enum {string}
             */
            CallbackCommand: "Sns.CallbackFriendDelete";
            /** @description The directions that were deleted. A two-way deletion has two pairs for each friend, as seen in a captured request. */
            PairList: components["schemas"]["FriendPair"][];
        };
        /** @description Response of the app's backend to a webhook. */
        WebhookResponse: {
            /**
             * @description Whether the backend handled the request.
             * @example OK
             * @enum {string}
             */
            ActionStatus: "OK" | "FAIL";
            /**
             * @description 0 if the backend handled the request, 1 if it failed.
             * @example 0
             * @enum {integer}
             */
            ErrorCode: 0 | 1;
            /**
             * @description Explanation of the outcome.
             * @example
             */
            ErrorInfo: string;
        };
    };
    responses: {
        /** @description A gateway failed before the service responded. The body is not the service's envelope but often HTML (inferred: no page shows it), and it does not say whether the request was carried out. */
        BadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
    };
    parameters: {
        /**
         * @description Number that the Chat console assigns to an app when it is created. A request without it gets code 60012.
         * @example 1400000000
         */
        sdkappid: components["schemas"]["SdkAppId"];
        /**
         * @description UserID of an app administrator, the account that makes the call; the vendor's page on [sign-in](https://trtc.io/document/33517) explains administrators.
         * @example administrator
         */
        identifier: components["schemas"]["UserId"];
        /**
         * @description Signature (UserSig) made for `identifier` with the app's secret key, as the vendor's page on [UserSig](https://trtc.io/document/34385) explains. It can be used for many requests, until the validity period written into it ends. It is a secret that travels in the URL: keep request URLs out of logs.
         * @example eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLB
         */
        usersig: string;
        /**
         * @description Random unsigned 32-bit integer that identifies the request. Generate a new one for every request.
         * @example 99999999
         */
        random: number;
        /**
         * @description Format of the request body, always `json`.
         * @example json
         */
        contenttype: "json";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    deleteFriends: {
        parameters: {
            query: {
                /**
                 * @description Number that the Chat console assigns to an app when it is created. A request without it gets code 60012.
                 * @example 1400000000
                 */
                sdkappid: components["parameters"]["sdkappid"];
                /**
                 * @description UserID of an app administrator, the account that makes the call; the vendor's page on [sign-in](https://trtc.io/document/33517) explains administrators.
                 * @example administrator
                 */
                identifier: components["parameters"]["identifier"];
                /**
                 * @description Signature (UserSig) made for `identifier` with the app's secret key, as the vendor's page on [UserSig](https://trtc.io/document/34385) explains. It can be used for many requests, until the validity period written into it ends. It is a secret that travels in the URL: keep request URLs out of logs.
                 * @example eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLB
                 */
                usersig: components["parameters"]["usersig"];
                /**
                 * @description Random unsigned 32-bit integer that identifies the request. Generate a new one for every request.
                 * @example 99999999
                 */
                random: components["parameters"]["random"];
                /**
                 * @description Format of the request body, always `json`.
                 * @example json
                 */
                contenttype: components["parameters"]["contenttype"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description JSON object. The service rejects an empty body. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteFriendsRequest"];
            };
        };
        responses: {
            /** @description Success or failure, distinguished by `ActionStatus`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteFriendsResult"];
                };
            };
            502: components["responses"]["BadGateway"];
        };
    };
    deleteAllFriends: {
        parameters: {
            query: {
                /**
                 * @description Number that the Chat console assigns to an app when it is created. A request without it gets code 60012.
                 * @example 1400000000
                 */
                sdkappid: components["parameters"]["sdkappid"];
                /**
                 * @description UserID of an app administrator, the account that makes the call; the vendor's page on [sign-in](https://trtc.io/document/33517) explains administrators.
                 * @example administrator
                 */
                identifier: components["parameters"]["identifier"];
                /**
                 * @description Signature (UserSig) made for `identifier` with the app's secret key, as the vendor's page on [UserSig](https://trtc.io/document/34385) explains. It can be used for many requests, until the validity period written into it ends. It is a secret that travels in the URL: keep request URLs out of logs.
                 * @example eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLB
                 */
                usersig: components["parameters"]["usersig"];
                /**
                 * @description Random unsigned 32-bit integer that identifies the request. Generate a new one for every request.
                 * @example 99999999
                 */
                random: components["parameters"]["random"];
                /**
                 * @description Format of the request body, always `json`.
                 * @example json
                 */
                contenttype: components["parameters"]["contenttype"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description JSON object. The service rejects an empty body. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteAllFriendsRequest"];
            };
        };
        responses: {
            /** @description Success or failure, distinguished by `ActionStatus`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteAllFriendsResult"];
                };
            };
            502: components["responses"]["BadGateway"];
        };
    };
    deleteFriendLists: {
        parameters: {
            query: {
                /**
                 * @description Number that the Chat console assigns to an app when it is created. A request without it gets code 60012.
                 * @example 1400000000
                 */
                sdkappid: components["parameters"]["sdkappid"];
                /**
                 * @description UserID of an app administrator, the account that makes the call; the vendor's page on [sign-in](https://trtc.io/document/33517) explains administrators.
                 * @example administrator
                 */
                identifier: components["parameters"]["identifier"];
                /**
                 * @description Signature (UserSig) made for `identifier` with the app's secret key, as the vendor's page on [UserSig](https://trtc.io/document/34385) explains. It can be used for many requests, until the validity period written into it ends. It is a secret that travels in the URL: keep request URLs out of logs.
                 * @example eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLB
                 */
                usersig: components["parameters"]["usersig"];
                /**
                 * @description Random unsigned 32-bit integer that identifies the request. Generate a new one for every request.
                 * @example 99999999
                 */
                random: components["parameters"]["random"];
                /**
                 * @description Format of the request body, always `json`.
                 * @example json
                 */
                contenttype: components["parameters"]["contenttype"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description JSON object. The service rejects an empty body. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteFriendListsRequest"];
            };
        };
        responses: {
            /** @description Success or failure, distinguished by `ActionStatus`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteFriendListsResult"];
                };
            };
            502: components["responses"]["BadGateway"];
        };
    };
    friendDeleted: {
        parameters: {
            query: {
                /**
                 * @description App id. Unlike `sdkappid` in requests, the name has a capital S and a capital A. Check that it is your own.
                 * @example 1400000000
                 */
                SdkAppid: components["schemas"]["SdkAppId"];
                /**
                 * @description Name of the webhook.
                 * @example Sns.CallbackFriendDelete
                 */
                CallbackCommand: "Sns.CallbackFriendDelete";
                /**
                 * @description Format of the body, `json`.
                 * @example json
                 */
                contenttype?: string;
                /**
                 * @description IP address of the client that made the deletion.
                 * @example 127.0.0.1
                 */
                ClientIP?: string;
                /**
                 * @description Platform that made the deletion. `RESTAPI` for a deletion by this API.
                 * @example RESTAPI
                 */
                OptPlatform?: components["schemas"]["OptPlatform"];
                /**
                 * @description SHA-256 of the webhook token followed by `RequestTime`, in lower-case hex. Sent only if authentication is enabled in the console. It does not cover the query or the body.
                 * @example 17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061
                 */
                Sign?: string;
                /**
                 * @description Unix time in seconds at which the request was signed. Sent only if authentication is enabled.
                 * @example 1669872112
                 */
                RequestTime?: number;
                /**
                 * @description Identifier of the webhook request. Seen in a captured request, but on no page.
                 * @example 2b7d1f9e-0c55-4a0e-9d0c-3f6f2a1e7b11
                 */
                RequestId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The pairs that were deleted. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FriendDeletedEvent"];
            };
        };
        responses: {
            /** @description Acknowledges the request. The service ignores the code, because the deletion is already done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
        };
    };
}
