import type { JsonObject } from '../../src/contract.ts';
import { code, drop, friends, post, property, type Seed, schema, without } from './places.ts';

export const breakingFacts: Seed[] = [
  [
    'an enum value is withdrawn',
    'enum lost Delete_Type_Both',
    (c) => {
      schema(c, 'DeleteType').enum = ['Delete_Type_Single'];
    },
  ],
  [
    'a default is changed',
    'default is Delete_Type_Both',
    (c) => {
      property(c, 'DeleteAllFriendsRequest', 'DeleteType').default = 'Delete_Type_Both';
    },
  ],
  [
    'an inferred default is changed',
    'x-default-when-absent is Delete_Type_Both',
    (c) => {
      property(c, 'DeleteFriendsRequest', 'DeleteType')['x-default-when-absent'] = 'Delete_Type_Both';
    },
  ],
  ['an error code is removed', 'error code 31707', (c) => without(c, 31707)],
  [
    'an error code is renumbered',
    'renumbered to 31799',
    (c) => {
      code(c, 31704).code = 31799;
    },
  ],
  [
    'an error code is renamed',
    'title is Stranger, was NotFriend',
    (c) => {
      code(c, 31704).title = 'Stranger';
    },
  ],
  [
    'an error code changes its retry class',
    'retry is never, was transient',
    (c) => {
      code(c, 30008).retry = 'never';
    },
  ],
  [
    'an error code leaves a level',
    'error code 30001: levels lost item',
    (c) => {
      code(c, 30001).levels = ['request'];
    },
  ],
  [
    'an operation loses a code',
    'error code 30003: operations lost deleteAllFriends',
    (c) => {
      code(c, 30003).operations = ['deleteFriends', 'deleteFriendLists'];
    },
  ],
  [
    'a region is withdrawn',
    'servers: jakarta was removed',
    ({ document }) => {
      document.servers = document.servers.filter((server) => server['x-region'] !== 'jakarta');
    },
  ],
  [
    'a backup host is changed',
    'servers tokyo: x-backup-url is https://example.org',
    ({ document }) => {
      for (const server of document.servers) {
        if (server['x-region'] === 'tokyo') server['x-backup-url'] = 'https://example.org';
      }
    },
  ],
  [
    'the call frequency is lowered',
    'calls is 100, was 200',
    (c) => {
      (post(c, friends)['x-rate-limit'] as JsonObject).calls = 100;
    },
  ],
  [
    'an example case is removed',
    'examples: partial-failure was removed',
    (c) => {
      const body = post(c, friends).requestBody as unknown as {
        content: Record<string, { examples: object }>;
      };
      drop(body.content['application/json']?.examples, 'partial-failure');
    },
  ],
  [
    'the webhook is given up',
    'x-webhook is null, was friendDeleted',
    (c) => {
      post(c, friends)['x-webhook'] = null;
    },
  ],
  [
    'the webhook waits less',
    'x-timeout-seconds is 1, was 2',
    ({ document }) => {
      const webhook = document.webhooks.friendDeleted?.post;
      if (webhook) webhook['x-timeout-seconds'] = 1;
    },
  ],
  [
    'a query parameter is renamed',
    'sdkappid',
    ({ document }) => {
      (document.components.parameters.sdkappid as { name: string }).name = 'sdkAppId';
    },
  ],
];
