import type * as types from './client/types';
import { deleteFriendsErrorCodeKnownEnum } from './client/types'; // names

export type Calls = {
  deleteFriends: { query: types.DeleteFriendsQueryParams; body: types.DeleteFriendsMutationRequest };
  deleteAllFriends: { query: types.DeleteAllFriendsQueryParams; body: types.DeleteAllFriendsMutationRequest };
  deleteFriendLists: {
    query: types.DeleteFriendListsQueryParams;
    body: types.DeleteFriendListsMutationRequest;
  };
};
export type KnownCode = types.DeleteFriendsErrorCodeKnown; // known codes
export const named: number = deleteFriendsErrorCodeKnownEnum.AccountNotFound; // names
