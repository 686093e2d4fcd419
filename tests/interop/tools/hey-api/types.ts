import type * as types from './client/types.gen';
import { DeleteFriendsErrorCodeKnown } from './client/types.gen'; // names

export type Calls = {
  deleteFriends: types.DeleteFriendsData;
  deleteAllFriends: types.DeleteAllFriendsData;
  deleteFriendLists: types.DeleteFriendListsData;
};
export type KnownCode = types.DeleteFriendsErrorCodeKnown; // known codes
export const named: number = DeleteFriendsErrorCodeKnown.ACCOUNT_NOT_FOUND; // names
