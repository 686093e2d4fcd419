// Written by `pnpm generate` from spec/openapi.yaml and spec/errors. Do not edit.

export const operations = {
  "deleteFriends": {
    "path": "/v4/sns/friend_delete",
    "calls": 200,
    "perSeconds": 1,
    "webhook": "friendDeleted"
  },
  "deleteAllFriends": {
    "path": "/v4/sns/friend_delete_all",
    "calls": 200,
    "perSeconds": 1,
    "webhook": null
  },
  "deleteFriendLists": {
    "path": "/v4/sns/group_delete",
    "calls": 200,
    "perSeconds": 1,
    "webhook": null
  }
} as const;
