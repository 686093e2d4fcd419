import { type components, DeleteFriendsErrorCodeKnown, type operations } from './chat'; // names

type NumberOf<Code> = Code extends `${infer N extends number}` ? N : never;

export type Calls = {
  [Name in 'deleteFriends' | 'deleteAllFriends' | 'deleteFriendLists']: {
    query: operations[Name]['parameters']['query'];
    body: operations[Name]['requestBody']['content']['application/json'];
  };
};
export type KnownCode = NumberOf<`${components['schemas']['DeleteFriendsErrorCodeKnown']}`>; // known codes
export const named: number = DeleteFriendsErrorCodeKnown.AccountNotFound; // names
