import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findBrokenLinks } from '../src/check-links.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function check(
  pages: Record<string, string>,
  fragments: [string, Set<string>][] = [],
  address?: string,
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'chat-sns-links-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(pages)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return findBrokenLinks(folder, { fragments: new Map(fragments), address });
}

test('links to files, folders and anchors that exist are fine', async () => {
  expect(
    await check({
      'index.html':
        '<a href="errors/#31704">x</a> <a href="./">x</a> <a href="errors.json">x</a> <a href="https://trtc.io/">x</a>',
      'errors/index.html':
        '<h3 id="31704">x</h3> <a href="../">x</a> <a href="#31704">x</a> <a href="?q=1">x</a>',
      'errors.json': '{}',
    }),
  ).toEqual([]);
});

test('a planted link to a missing page, file or anchor is found', async () => {
  const faults = await check({
    'a/index.html':
      '<a href="../b/">x</a><a href="#gone">x</a><img src="../c.svg"><a href="../a/#gone">x</a>',
  });
  expect(faults).toEqual([
    'a/index.html: ../b/ leads to a file that does not exist',
    'a/index.html: #gone leads to an anchor that does not exist',
    'a/index.html: ../c.svg leads to a file that does not exist',
    'a/index.html: ../a/#gone leads to an anchor that does not exist',
  ]);
});

test('links of Markdown are checked like those of its page, but not those in code', async () => {
  const pages = {
    'a/index.html': '<h2 id="b">x</h2>',
    'a/index.md': '[x](#b) [x](../c.json) `[x](gone)`\n\n```ts\n[x](gone)\n```\n',
    'c.json': '{}',
    'llms.txt': '- [x](a/index.md#b): x\n- [x](a/index.md#gone): x\n- [x](gone.md): x',
  };
  expect(await check(pages)).toEqual([
    'llms.txt: a/index.md#gone leads to an anchor that does not exist',
    'llms.txt: gone.md leads to a file that does not exist',
  ]);
});

test('links with the address of the site are links within it', async () => {
  const pages = {
    'a/index.html':
      '<link rel="canonical" href="https://s.example/z/a/"><a href="https://s.example/z/gone/">x</a>',
    '404.html': '<a href="/z/a/">x</a><a href="/z/gone/">x</a><a href="/a/">x</a>',
  };
  expect((await check(pages, [], 'https://s.example/z/')).toSorted()).toEqual([
    '404.html: /a/ works only at the root of one host',
    '404.html: /z/gone/ leads to a file that does not exist',
    'a/index.html: https://s.example/z/gone/ leads to a file that does not exist',
  ]);
});

test('an address that only works at the root of a host is found', async () => {
  expect(await check({ 'index.html': '<a href="/errors/">x</a>', 'errors/index.html': '' })).toEqual([
    'index.html: /errors/ works only at the root of one host',
  ]);
});

test('a page that loads a script, style or picture from another host is found', async () => {
  expect(await check({ 'index.html': '<script src="https://cdn.example/a.js"></script>' })).toEqual([
    'index.html: https://cdn.example/a.js is loaded from another host',
  ]);
});

test('a page that scripts draw has the given anchors and no others', async () => {
  const pages = {
    'index.html': '<a href="app/#operation/a">x</a><a href="app/#operation/b">x</a>',
    'app/index.html': '',
  };
  expect(await check(pages, [['app/index.html', new Set(['operation/a'])]])).toEqual([
    'index.html: app/#operation/b leads to an anchor that does not exist',
  ]);
});
