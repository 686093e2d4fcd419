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
         * @description Removes up to 1000 accounts from the friend list of one account, on that side only or on both sides. Answers for each account separately: the top level can say OK while single accounts failed, most often with 31704 because they were not friends. Fires the webhook `Sns.CallbackFriendDelete` with the pairs that were really deleted. Deleting cannot be undone.
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
         * @description Clears the standard and custom friend data of one account, on that side only or on both sides. Tells neither whom it deleted nor how many, and fires no webhook: a mirror of the friend graph that lives on webhooks drifts. Deleting cannot be undone, and no request carries a key that makes a repetition safe: after a timeout a second call can also delete a friend made in between.
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
         * @description Deletes up to 32 of the named lists into which a user sorts friends. The friends in them stay friends and lose the list's name (inferred). The answer has one sequence number and no results for single names; a name that does not exist most likely fails the whole request (inferred from the oldest edition of the page). Fires no webhook.
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
         * @description Tells the app's backend which friendships were deleted, one call per request of `deleteFriends` and one pair per deleted direction. Comes after the deletion; the answer changes nothing. The service waits 2 seconds and does not repeat the call unless the app turns repetition on. Has to be switched on in the Chat console. A client that deletes or, by the Chinese edition of the page, blocks a friend fires it too. The calls that delete all friends or friend lists fire no webhook.
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
         * @description UserID of an account: 1 to 32 bytes, made of letters, digits, `_` and `-`. Written as a string even when it looks like a number.
         * @example id1
         */
        UserId: string;
        /**
         * @description Sides of the friendship to delete.
         *
         *     - `Delete_Type_Single` removes the other accounts from the friend list of `From_Account` and leaves
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
             * @description UserIDs of the friends to delete, 1 to 1000 in one request. The pages state the upper limit; that an empty list is refused is known from their oldest edition.
             * @example [
             *       "id1",
             *       "id2",
             *       "id3"
             *     ]
             */
            To_Account: components["schemas"]["UserId"][];
            /** @description Sides of the friendship to delete. The page states no default for this call; one-way is inferred from the call that deletes all friends. Send it always, because a deletion cannot be undone. */
            DeleteType?: components["schemas"]["DeleteType"];
        };
        /**
         * Format: int32
         * @description Code for one account. 0 says that it was deleted, any other that it was not.
         * @example 0
         * @enum {integer}
         */
        DeleteFriendsResultCode: 0 | 30001 | 30002 | 30003 | 30006 | 30007 | 30008 | 31704 | 31707;
        /** @description Outcome for one account of the request. */
        ResultItem: {
            /**
             * @description UserID as the request gave it.
             * @example id1
             */
            To_Account: string;
            ResultCode: components["schemas"]["DeleteFriendsResultCode"];
            /**
             * @description Text about the outcome for this account, empty on success. Some clients have seen `OK` there.
             * @example
             */
            ResultInfo: string;
        };
        /** @description UserIDs as the request gave them. */
        AccountsInResponse: string[];
        /**
         * @description Marks a request that the service carried out.
         * @example OK
         * @constant
         */
        ActionStatusOk: "OK";
        /**
         * Format: int32
         * @description Zero, the code of success.
         * @example 0
         * @constant
         */
        NoError: 0;
        /**
         * @description Text about the outcome, meant for people. On success it is `"0"` in two of the three pages' samples and empty in the third: never decide by it, decide by `ErrorCode`.
         * @example 0
         * @example
         * @example Err_Sns_Invalid_Account
         */
        ErrorInfo: string;
        /**
         * @description Text for display on a client. Empty in every sample and in every answer seen.
         * @example
         */
        ErrorDisplay: string;
        /**
         * OK
         * @description The request was carried out. Single accounts can still have failed: read every `ResultItem`, because the top level stays OK when only some accounts fail (inferred from the sibling batch calls).
         */
        DeleteFriendsOk: {
            /** @description One entry for each requested account, in the order of the request (order inferred from the samples). */
            ResultItem: components["schemas"]["ResultItem"][];
            /** @description UserIDs that failed. Only in the oldest edition of the page; expect it to be absent. */
            Fail_Account?: components["schemas"]["AccountsInResponse"];
            /** @description UserIDs that the service holds invalid. Only in the oldest edition of the page; expect it to be absent. */
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
         * @description Marks a request that the service refused or could not carry out.
         * @example FAIL
         * @constant
         */
        ActionStatusFail: "FAIL";
        /**
         * Format: int32
         * @description Code of a failed request. Every code is explained in the error catalogue.
         * @example 30001
         * @enum {integer}
         */
        DeleteFriendsErrorCode: 30001 | 30003 | 30004 | 30006 | 30007 | 30008 | 31707 | 60002 | 60003 | 60004 | 60005 | 60007 | 60008 | 60009 | 60010 | 60012 | 60013 | 60014 | 60015 | 60016 | 60017 | 60018 | 60020 | 60021 | 60025 | 60026 | 60027 | 60028 | 70001 | 70003 | 70009 | 70013 | 70014 | 70016 | 70020 | 70050 | 70051 | 70107 | 70169 | 70398 | 70399 | 70402 | 70404 | 70500 | 71000 | 72000 | 72001 | 72002 | 72010 | 72011 | 72012;
        /**
         * FAIL
         * @description The request as a whole failed. Answers of this kind carry no `ResultItem` in the samples; an old sample of a sibling call has both, so a reader keeps the items when they are there.
         */
        DeleteFriendsFail: {
            /** @description Outcomes for single accounts, when the service sends them beside a failure. */
            ResultItem?: components["schemas"]["ResultItem"][];
            /** @description UserIDs that failed. Only in the oldest edition of the page; expect it to be absent. */
            Fail_Account?: components["schemas"]["AccountsInResponse"];
            /** @description UserIDs that the service holds invalid. Only in the oldest edition of the page; expect it to be absent. */
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
        /** @description Answer to the deletion of friends, split by `ActionStatus`. */
        DeleteFriendsResponse: components["schemas"]["DeleteFriendsOk"] | components["schemas"]["DeleteFriendsFail"];
        /** @description The account whose friends are all deleted. */
        DeleteAllFriendsRequest: {
            /**
             * @description UserID whose friend data is cleared.
             * @example id
             */
            From_Account: components["schemas"]["UserId"];
            /**
             * @description Sides of the friendships to delete. One-way when absent.
             * @default Delete_Type_Single
             */
            DeleteType?: components["schemas"]["DeleteType"];
        };
        /**
         * OK
         * @description The friend data is gone. The answer tells neither who the friends were nor how many.
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
         * @description Code of a failed request. Every code is explained in the error catalogue.
         * @example 30001
         * @enum {integer}
         */
        DeleteAllFriendsErrorCode: 30001 | 30003 | 30004 | 30006 | 30007 | 30008 | 60002 | 60003 | 60004 | 60005 | 60007 | 60008 | 60009 | 60010 | 60012 | 60013 | 60014 | 60015 | 60016 | 60017 | 60018 | 60020 | 60021 | 60025 | 60026 | 60027 | 60028 | 70001 | 70003 | 70009 | 70013 | 70014 | 70016 | 70020 | 70050 | 70051 | 70107 | 70169 | 70398 | 70399 | 70402 | 70404 | 70500 | 71000 | 72000 | 72001 | 72002 | 72010 | 72011 | 72012;
        /**
         * FAIL
         * @description The request failed. What was deleted before it failed is unknown.
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
        /** @description Answer to the deletion of all friends, split by `ActionStatus`. */
        DeleteAllFriendsResponse: components["schemas"]["DeleteAllFriendsOk"] | components["schemas"]["DeleteAllFriendsFail"];
        /**
         * @description Name of a friend list: 1 to 30 bytes of UTF-8. JSON Schema counts characters, so a name in another script reaches the limit sooner than `maxLength` says.
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
             * @description Names of the lists to delete, 1 to 32 in one request, since a user has at most 32 lists. Always an array here; the call that adds a friend takes a string of this name.
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
         * @description The lists are gone. Their members stay friends and lose the list's name (inferred: the answer has no results for single names, and no page says what becomes of the members).
         */
        DeleteFriendListsOk: {
            /**
             * Format: int64
             * @description Sequence of the user's friend lists after the deletion. That it grows by one with each successful write is inferred from the samples.
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
         * @description Code of a failed request. Every code is explained in the error catalogue.
         * @example 30001
         * @enum {integer}
         */
        DeleteFriendListsErrorCode: 30001 | 30003 | 30004 | 30006 | 30007 | 30008 | 60002 | 60003 | 60004 | 60005 | 60007 | 60008 | 60009 | 60010 | 60012 | 60013 | 60014 | 60015 | 60016 | 60017 | 60018 | 60020 | 60021 | 60025 | 60026 | 60027 | 60028 | 70001 | 70003 | 70009 | 70013 | 70014 | 70016 | 70020 | 70050 | 70051 | 70107 | 70169 | 70398 | 70399 | 70402 | 70404 | 70500 | 71000 | 72000 | 72001 | 72002 | 72010 | 72011 | 72012;
        /**
         * FAIL
         * @description The request failed and no list was deleted (inferred, because the answer has no results for single names).
         */
        DeleteFriendListsFail: {
            /**
             * Format: int64
             * @description Sequence of the user's friend lists, should the service send it with a failure.
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
        /** @description Answer to the deletion of friend lists, split by `ActionStatus`. */
        DeleteFriendListsResponse: components["schemas"]["DeleteFriendListsOk"] | components["schemas"]["DeleteFriendListsFail"];
        /**
         * Format: int64
         * @description App id from the Chat console.
         * @example 1400000000
         */
        SdkAppId: number;
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
             * @constant
             */
            CallbackCommand: "Sns.CallbackFriendDelete";
            /** @description The directions that were deleted. A two-way deletion gives two pairs for each friend, as seen in a captured call. */
            PairList: components["schemas"]["FriendPair"][];
        };
        /** @description Answer of the app's backend to a webhook. */
        WebhookResponse: {
            /**
             * @description Whether the backend handled the call.
             * @example OK
             * @enum {string}
             */
            ActionStatus: "OK" | "FAIL";
            /**
             * @description 0 when the backend handled the call, 1 when it failed.
             * @example 0
             * @enum {integer}
             */
            ErrorCode: 0 | 1;
            /**
             * @description Text about the outcome.
             * @example
             */
            ErrorInfo: string;
        };
    };
    responses: {
        /** @description A gateway failed before the service answered. The body is not the service's envelope, often HTML, and nothing in it says whether the request was carried out. */
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
         * @description Random unsigned 32-bit integer that identifies the request. Take a fresh one for every call.
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
                 * @description Random unsigned 32-bit integer that identifies the request. Take a fresh one for every call.
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
        /** @description JSON object. The service refuses an empty body. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteFriendsRequest"];
            };
        };
        responses: {
            /** @description Success and failure alike, told apart by `ActionStatus`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteFriendsResponse"];
                };
            };
            502: components["responses"]["BadGateway"];
        };
    };
    deleteAllFriends: {
        parameters: {
            query: {
                /**
                 * @description Random unsigned 32-bit integer that identifies the request. Take a fresh one for every call.
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
        /** @description JSON object. The service refuses an empty body. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteAllFriendsRequest"];
            };
        };
        responses: {
            /** @description Success and failure alike, told apart by `ActionStatus`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteAllFriendsResponse"];
                };
            };
            502: components["responses"]["BadGateway"];
        };
    };
    deleteFriendLists: {
        parameters: {
            query: {
                /**
                 * @description Random unsigned 32-bit integer that identifies the request. Take a fresh one for every call.
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
        /** @description JSON object. The service refuses an empty body. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteFriendListsRequest"];
            };
        };
        responses: {
            /** @description Success and failure alike, told apart by `ActionStatus`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteFriendListsResponse"];
                };
            };
            502: components["responses"]["BadGateway"];
        };
    };
    friendDeleted: {
        parameters: {
            query: {
                /**
                 * @description App id. Spelled with this capital S and lower-case `appid`. Check that it is your own.
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
                 * @description SHA-256 of the webhook token followed by `RequestTime`, in lower-case hex. Only when authentication is on in the console. It covers neither the query nor the body.
                 * @example 17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061
                 */
                Sign?: string;
                /**
                 * @description Unix time in seconds at which the call was signed. Only when authentication is on.
                 * @example 1669872112
                 */
                RequestTime?: number;
                /**
                 * @description Identifier of the webhook call. Seen in a captured call and on no page.
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
            /** @description Acknowledges the call. The service ignores the code, because the deletion is already done. */
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
