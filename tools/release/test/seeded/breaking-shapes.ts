import type { JsonObject } from '../../src/contract.ts';
import { drop, friends, post, property, type Seed, schema } from './places.ts';

export const breakingShapes: Seed[] = [
  [
    'an operation is removed',
    '/v4/sns/group_delete was removed',
    ({ document }) => drop(document.paths, '/v4/sns/group_delete'),
  ],
  [
    'a path is renamed',
    '/v4/sns/friend_remove was named /v4/sns/friend_delete before',
    ({ document }) => {
      document.paths['/v4/sns/friend_remove'] = document.paths[friends] as never;
      drop(document.paths, friends);
    },
  ],
  [
    'an operationId is renamed',
    'operationId is removeFriends, was deleteFriends',
    (c) => {
      post(c, friends).operationId = 'removeFriends';
    },
  ],
  [
    'a request field is renamed',
    'schemas DeleteFriendsRequest: ToAccount was named To_Account before',
    (c) => {
      const fields = schema(c, 'DeleteFriendsRequest').properties as JsonObject;
      fields.ToAccount = fields.To_Account;
      drop(fields, 'To_Account');
    },
  ],
  [
    'a request field becomes required',
    'schemas DeleteFriendsRequest: required gained DeleteType',
    (c) => {
      (schema(c, 'DeleteFriendsRequest').required as string[]).push('DeleteType');
    },
  ],
  [
    'a response field is removed',
    'schemas DeleteFriendListsOk: CurrentSequence was removed',
    (c) => {
      drop(schema(c, 'DeleteFriendListsOk').properties, 'CurrentSequence');
    },
  ],
  [
    'a response field is no longer certain',
    'schemas DeleteFriendsOk: required lost ResultItem',
    (c) => {
      schema(c, 'DeleteFriendsOk').required = ['ActionStatus', 'ErrorCode', 'ErrorInfo'];
    },
  ],
  [
    'a field changes its type',
    'schemas DeleteFriendsResultCodeKnown: type is string, was integer',
    (c) => {
      schema(c, 'DeleteFriendsResultCodeKnown').type = 'string';
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
    'schemas UserId: pattern is ^[a-z]+$',
    (c) => {
      schema(c, 'UserId').pattern = '^[a-z]+$';
    },
  ],
  [
    'a variant of a response is removed',
    'schemas DeleteFriendsResult oneOf: #/components/schemas/DeleteFriendsFail was removed',
    (c) => {
      (schema(c, 'DeleteFriendsResult').oneOf as unknown[]).pop();
    },
  ],
  [
    'another field tells the variants of a response apart',
    'propertyName is ErrorInfo, was ActionStatus',
    (c) => {
      (schema(c, 'DeleteFriendsResult').discriminator as JsonObject).propertyName = 'ErrorInfo';
    },
  ],
  [
    'a response has another HTTP status',
    'responses: 400 was added',
    (c) => {
      (post(c, friends).responses as JsonObject)['400'] = { description: 'Refused.' };
    },
  ],
  [
    'a parameter of the webhook is removed',
    'webhooks friendDeleted post parameters: RequestId was removed',
    ({ document }) => {
      document.webhooks.friendDeleted?.post.parameters.pop();
    },
  ],
  [
    'a parameter of the webhook is no longer certain',
    'parameters SdkAppid: required is false, was true',
    ({ document }) => {
      const [parameter] = document.webhooks.friendDeleted?.post.parameters ?? [];
      if (parameter) parameter.required = false;
    },
  ],
];
