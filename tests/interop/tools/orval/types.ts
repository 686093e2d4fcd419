import type * as client from './client';
import { DeleteFriendsErrorCodeKnown } from './client'; // names

export type Calls = {
  deleteFriends: { query: client.DeleteFriendsParams; body: client.DeleteFriendsRequest };
  deleteAllFriends: { query: client.DeleteAllFriendsParams; body: client.DeleteAllFriendsRequest };
  deleteFriendLists: { query: client.DeleteFriendListsParams; body: client.DeleteFriendListsRequest };
};
export type KnownCode = client.DeleteFriendsErrorCodeKnown; // known codes
export const named: number = DeleteFriendsErrorCodeKnown.AccountNotFound; // names
