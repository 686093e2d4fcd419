import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as client from '@chat-sns/client';
import * as bulk from '@chat-sns/client/bulk';
import * as catalogue from '@chat-sns/client/catalogue';
import * as journal from '@chat-sns/client/journal';
import * as redis from '@chat-sns/client/redis';
import * as testing from '@chat-sns/client/testing';
import * as usersig from '@chat-sns/client/usersig';
import * as webhook from '@chat-sns/client/webhook';
import { expect, test } from 'vitest';
import { packageDirectory } from './support/snippets.ts';

test('the public names are these; changing them is a decision', () => {
  const names = Object.entries({ client, bulk, catalogue, journal, redis, testing, usersig, webhook }).map(
    ([entry, exported]) => `${entry}: ${Object.keys(exported).toSorted().join(' ')}`,
  );
  expect(names).toEqual([
    'client: ChatAbortError ChatApiError ChatConfigError ChatError ChatHttpError ChatNetworkError ChatRateLimitError ChatRequestError ChatResponseError ChatSignError ChatTimeoutError createChatClient createRateLimiter',
    'bulk: bulkDeleteAllFriends bulkDeleteFriendLists bulkDeleteFriends limits',
    'catalogue: errorCatalogue explainError',
    'journal: openJournal',
    'redis: createRedisRateLimiter',
    'testing: createFetchStub fixture fixtureNames requestFixture',
    'usersig: createUserSig readUserSig verifyUserSig',
    'webhook: ChatWebhookError createFriendsDeletedRequest createWebhookResponse parseFriendsDeleted',
  ]);
});

const sources = globSync('src/**/*.ts', { cwd: packageDirectory });
const readSource = (path: string) => readFileSync(join(packageDirectory, path), 'utf8');

test('nothing that ships imports a Node module, but for the journal in a file', () => {
  for (const path of sources.filter((path) => path !== 'src/journal.ts'))
    expect(readSource(path), path).not.toMatch(/from 'node:|import\('node:|require\(/);
});

test('only the files meant for it import openapi-fetch and the spec', () => {
  const findImporters = (name: string) =>
    sources.filter((path) => readSource(path).includes(`from '${name}`));
  expect(findImporters('openapi-fetch')).toEqual(['src/transport.ts']);
  expect(findImporters('@chat-sns/spec').toSorted()).toEqual([
    'src/catalogue.ts',
    'src/contract.ts',
    'src/fixtures.ts',
  ]);
});

test('product code contains no error code of the vendor', () => {
  for (const path of sources) {
    const code = readSource(path).replace(/\/\*\*.*?\*\/|\/\/.*$/gms, '');
    const numbers = [...code.matchAll(/\b([367]\d{4})\b/g)].map(([number]) => number);
    // Types may name a title by its number; at run time everything comes from the catalogue.
    if (path !== 'src/usersig.ts')
      expect(
        numbers.filter((number) => number !== '30000'),
        path,
      ).toEqual([]);
  }
});

test('every public name has a comment', () => {
  const entries = ['index', 'bulk', 'catalogue', 'journal', 'redis', 'testing', 'usersig', 'webhook'].map(
    (name) => `src/${name}.ts`,
  );
  const lists = entries.flatMap((path) => [...readSource(path).matchAll(/^export (?:type )?\{([^}]*)\}/gms)]);
  const listed = lists.flatMap(([, names = '']) =>
    names.split(',').map((name) => name.replace('type ', '').trim()),
  );
  const declaration =
    /(\*\/\n)?^export (?:abstract )?(?:async )?(?:function|class|interface|type|const) (\w+)/gm;
  for (const path of sources) {
    const bare = [...readSource(path).matchAll(declaration)]
      .filter(([, comment]) => !comment)
      .map(([, , name = '']) => name);
    expect(
      bare.filter((name) => entries.includes(path) || listed.includes(name)),
      path,
    ).toEqual([]);
  }
});
