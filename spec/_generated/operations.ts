// Written by `npm run generate` from spec/openapi.yaml and spec/errors. Do not edit.

export const operations = {
  "deleteFriends": {
    "path": "/v4/sns/friend_delete",
    "calls": 200,
    "perSeconds": 1,
    "webhook": "friendDeleted",
    "items": "ResultItem",
    "docs": "https://www.tencentcloud.com/document/product/1047/34905"
  },
  "deleteAllFriends": {
    "path": "/v4/sns/friend_delete_all",
    "calls": 200,
    "perSeconds": 1,
    "webhook": null,
    "items": null,
    "docs": "https://www.tencentcloud.com/document/product/1047/34906"
  },
  "deleteFriendLists": {
    "path": "/v4/sns/group_delete",
    "calls": 200,
    "perSeconds": 1,
    "webhook": null,
    "items": null,
    "docs": "https://www.tencentcloud.com/document/product/1047/34926"
  }
} as const;
