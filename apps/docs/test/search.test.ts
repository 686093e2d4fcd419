import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { kinds, type SearchIndex } from '../src/search/entry.ts';
import { createSearch, splitWords } from '../src/search/rank.ts';
import { catalogue, document } from './browser/support/contract.ts';

const assets = new URL('../dist/assets/', import.meta.url);

/** The built index of a language. */
async function readIndex(tag: string): Promise<{ bytes: Buffer; index: SearchIndex }> {
  const file = readdirSync(assets).find((name) => name.startsWith(`search-index-${tag}.`)) ?? '';
  const { default: index } = await import(new URL(file, assets).href);
  return { bytes: readFileSync(new URL(file, assets)), index };
}

async function createFirst(tag: string): Promise<(query: string) => string | undefined> {
  const { index } = await readIndex(tag);
  const search = createSearch(index);
  return (query) => {
    const [first] = search(query);
    if (first === undefined) return undefined;
    const [, page, anchor] = first;
    return `${index.pages[page]?.[0]}${anchor && `#${anchor}`}`;
  };
}

test.each(['en', 'ko'])('the index of %s has less than 12 KB, compressed', async (tag) => {
  const { bytes } = await readIndex(tag);
  expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(12 * 1024);
});

test.each(['en', 'ko'])('every code, path and host is found by its exact name: %s', async (tag) => {
  const { index } = await readIndex(tag);
  const search = createSearch(index);
  const firstTitle = (query: string) => search(query)[0]?.[3];
  for (const { code, title, info } of catalogue) {
    expect(firstTitle(String(code))).toBe(`${code} ${title}`);
    expect(firstTitle(title)).toBe(`${code} ${title}`);
    if (info?.text) expect(firstTitle(info.text)).toBe(`${code} ${title}`);
  }
  const addressOf = (query: string) => index.pages[search(query)[0]?.[1] ?? -1]?.[0];
  for (const [path, { post }] of Object.entries(document.paths)) {
    for (const name of [path, path.slice(1), `POST ${path}`, path.split('/').at(-1) ?? '', post.operationId])
      expect(addressOf(name), name).toContain(`operations/${post.operationId}/`);
  }
  for (const server of document.servers) {
    const region = server['x-region'].replaceAll('-', ' ');
    for (const name of [server.url, new URL(server.url).host, server['x-backup-url'], region]) {
      const [, page, anchor] = search(name)[0] ?? [];
      expect([index.pages[page ?? -1]?.[0], anchor], name).toEqual([
        `${tag === 'en' ? '' : `${tag}/`}hosts/`,
        server['x-region'],
      ]);
    }
  }
});

const english: [query: string, first: string][] = [
  ['31704', 'errors/31704/'],
  ['NotFriend', 'errors/31704/'],
  ['err_sns_frienddelete_not_friend', 'errors/31704/'],
  ['what does 31704 mean', 'errors/31704/'],
  ['ErrorCode 31704', 'errors/31704/'],
  ['deleteFriends returned 30003 for bob', 'errors/30003/'],
  ['not a friend', 'errors/31704/'],
  ['70001', 'errors/70001/'],
  ['To_Account', 'operations/deleteFriends/#request'],
  ['to_acc', 'operations/deleteFriends/#request'],
  ['Delete_Type_Both', 'operations/deleteFriends/#request'],
  ['Sign', 'webhooks/friendDeleted/#request'],
  ['friend_delete', 'operations/deleteFriends/'],
  ['v4/sns/friend_delete', 'operations/deleteFriends/'],
  ['https://adminapijpn.im.qcloud.com/v4/', 'hosts/#tokyo'],
  ['Tokyo', 'hosts/#tokyo'],
  ['Sns.CallbackFriendDelete', 'webhooks/friendDeleted/'],
  ['error codes', 'errors/'],
  ['partial failure', 'guides/partial-failure/'],
  ['partail failure', 'guides/partial-failure/'],
  ['retry', 'guides/errors-and-retries/'],
  ['how do I sign in', 'guides/sign-in/'],
  ['webhook', 'guides/webhook/'],
  ['backup', 'hosts/'],
  ['generate usersig', 'guides/sign-in/'],
  ['create a usersig', 'guides/sign-in/'],
  ['token', 'guides/sign-in/'],
  ['bulk', 'guides/clean-up/'],
  ['delete a million', 'guides/clean-up/'],
  ['1000000', 'guides/clean-up/'],
  ['mutual', 'guides/one-way-or-two-way/'],
  ['how many calls', 'guides/limits-and-rate/'],
  ['callback signature', 'guides/webhook/'],
  ['verify webhook', 'guides/webhook/#check-the-signature-without-the-client'],
  ['curl', 'operations/deleteFriends/'],
  ['openapi.yaml', '#downloads'],
  ['双向删除', 'guides/one-way-or-two-way/'],
  ['双向', 'guides/one-way-or-two-way/'],
  ['删除好友', 'operations/deleteFriends/'],
  ['好友', 'operations/deleteFriends/'],
  ['删除所有好友', 'operations/deleteAllFriends/'],
  ['分组', 'operations/deleteFriendLists/'],
  ['错误码', 'errors/'],
];

const korean: [query: string, first: string][] = [
  ['31704', 'ko/errors/31704/'],
  ['To_Account', 'ko/operations/deleteFriends/#request'],
  ['도쿄', 'ko/hosts/#tokyo'],
  ['Tokyo', 'ko/hosts/#tokyo'],
  ['친구 삭제', 'ko/operations/deleteFriends/'],
  ['친구삭제', 'ko/operations/deleteFriends/'],
  ['오류 코드', 'ko/errors/'],
  ['오류코드', 'ko/errors/'],
  ['error codes', 'ko/errors/'],
  ['双向删除', 'guides/one-way-or-two-way/'],
  ['friend_delete', 'ko/operations/deleteFriends/'],
  ['retry', 'guides/errors-and-retries/'],
];

describe.each([['en', english] as const, ['ko', korean] as const])('the first result in %s', (tag, rows) => {
  const firstOf = createFirst(tag);
  test.each(rows)('of %s is /%s', async (query, first) => {
    expect((await firstOf)(query)).toBe(first);
  });
});

test('nothing is found where nothing is, and for nothing', async () => {
  const firstOf = await createFirst('en');
  for (const query of ['', '  ', 'zzzzzz', '漢字圏']) expect(firstOf(query)).toBeUndefined();
});

test('a code that no operation returns today says so in its result', async () => {
  const { index } = await readIndex('en');
  const [, , , , note] = createSearch(index)('31706')[0] ?? [];
  expect(note).toMatch(/^historical: /);
});

test('fields of one name come once, and then what else has the name', async () => {
  const { index } = await readIndex('en');
  const found = createSearch(index)('usersig');
  const isRepeated = found.map(
    ([kind, , , title], at) =>
      kinds[kind] === 'field' && found.findIndex((other) => other[0] === kind && other[3] === title) < at,
  );
  expect(found.slice(0, 2).map(([, page]) => index.pages[page]?.[0])).toEqual([
    'operations/',
    'guides/sign-in/',
  ]);
  expect(isRepeated).toContain(true);
  expect(isRepeated).toEqual(isRepeated.toSorted());
});

test('a name is split into its parts, and text without spaces into pairs', () => {
  expect(splitWords('To_Account deleteFriends')).toEqual([
    'To_Account',
    'To',
    'Account',
    'deleteFriends',
    'delete',
    'Friends',
  ]);
  expect(splitWords('双向删除 친구')).toEqual(['双向', '向删', '删除', '친구']);
});
