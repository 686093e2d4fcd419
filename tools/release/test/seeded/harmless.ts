import type { JsonObject } from '../../src/contract.ts';
import { code, friends, post, property, type Seed, schema } from './places.ts';

export const harmless: Seed[] = [
  [
    'a description is reworded',
    'description was reworded',
    (c) => {
      post(c, friends).description = 'Other words.';
    },
  ],
  [
    'a limit of the request is raised',
    'maxItems is 1001',
    (c) => {
      property(c, 'DeleteFriendsRequest', 'To_Account').maxItems = 1001;
    },
  ],
  [
    'an optional request field is added',
    'Remark',
    (c) => {
      (schema(c, 'DeleteFriendsRequest').properties as JsonObject).Remark = { type: 'string' };
    },
  ],
  [
    'a response field is added',
    'RequestId',
    (c) => {
      (schema(c, 'DeleteFriendsOk').properties as JsonObject).RequestId = { type: 'string' };
    },
  ],
  [
    'an error code is added',
    'error code 60099',
    (c) => {
      const entry = { ...code(c, 60028), code: 60099, title: 'Brandnew' };
      c.catalogue.push(entry);
      const known = schema(c, 'DeleteFriendsErrorCodeKnown');
      (known.enum as number[]).push(60099);
      (known['x-enum-varnames'] as string[]).push('Brandnew');
      (known['x-enum-descriptions'] as string[]).push('A new one.');
    },
  ],
  [
    'a region is added',
    'servers: mars was added',
    ({ document }) => {
      document.servers.push({
        url: 'https://mars.example',
        description: 'Mars',
        'x-region': 'mars',
        'x-backup-url': 'https://mars-backup.example',
      });
    },
  ],
];

/** Nothing that a consumer could notice. */
export const evidenceMoves: Seed = [
  'the evidence of a claim moves',
  '',
  (c) => {
    schema(c, 'UserId')['x-source'] = ['use-limits'];
  },
];
