import type { PostEndpoints, Schemas } from './client';

export type Calls = {
  deleteFriends: PostEndpoints['/v4/sns/friend_delete']['parameters'];
  deleteAllFriends: PostEndpoints['/v4/sns/friend_delete_all']['parameters'];
  deleteFriendLists: PostEndpoints['/v4/sns/group_delete']['parameters'];
};
export type KnownCode = Schemas.DeleteFriendsErrorCodeKnown; // known codes
