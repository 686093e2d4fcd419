import type { JsonObject } from '../../src/contract.ts';
import { drop, friends, post, property, type Seed, schema } from './places.ts';

export const breakingShapes: Seed[] = [
  [
    'an operation is removed',
    'deleteFriendLists',
    ({ document }) => drop(document.paths, '/v4/sns/group_delete'),
  ],
  [
    'a path is renamed',
    '/v4/sns/friend_remove',
    ({ document }) => {
      document.paths['/v4/sns/friend_remove'] = document.paths[friends] as never;
      drop(document.paths, friends);
    },
  ],
  [
    'an operationId is renamed',
    'removeFriends',
    (c) => {
      post(c, friends).operationId = 'removeFriends';
    },
  ],
  [
    'a request field is renamed',
    'To_Account',
    (c) => {
      const fields = schema(c, 'DeleteFriendsRequest').properties as JsonObject;
      fields.ToAccount = fields.To_Account;
      drop(fields, 'To_Account');
    },
  ],
  [
    'a request field becomes required',
    'DeleteType',
    (c) => {
      (schema(c, 'DeleteFriendsRequest').required as string[]).push('DeleteType');
    },
  ],
  [
    'an answer field is removed',
    'CurrentSequence',
    (c) => {
      drop(schema(c, 'DeleteFriendListsOk').properties, 'CurrentSequence');
    },
  ],
  [
    'an answer field is no longer certain',
    'ResultItem',
    (c) => {
      schema(c, 'DeleteFriendsOk').required = ['ActionStatus', 'ErrorCode', 'ErrorInfo'];
    },
  ],
  [
    'a field changes its type',
    'ResultCode',
    (c) => {
      schema(c, 'DeleteFriendsResultCode').type = 'string';
    },
  ],
  [
    'a limit is lowered',
    'maxItems is 999, was 1000',
    (c) => {
      property(c, 'DeleteFriendsRequest', 'To_Account').maxItems = 999;
    },
  ],
  [
    'a byte limit is lowered',
    'x-max-bytes is 29, was 30',
    (c) => {
      schema(c, 'FriendListName')['x-max-bytes'] = 29;
    },
  ],
  [
    'an alphabet shrinks',
    'pattern',
    (c) => {
      schema(c, 'UserId').pattern = '^[a-z]+$';
    },
  ],
];
