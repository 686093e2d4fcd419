import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../src/build-site.ts';
import { escapeText } from '../src/html.ts';
import { createLanguage, readLanguages, readWords } from '../src/languages.ts';
import { listEnglishOnly, mapSite, readMapInputs } from '../src/site-map.ts';
import { listTexts } from '../src/translations/check-translations.ts';
import { mapSpec, mapStrings } from '../src/translations/map-language.ts';

// An invented language, made from English: the site must need nothing but its words.
const strange = (text: string) => text.replaceAll('e', 'ë');
const [english] = await readLanguages();
const englishOnly = listEnglishOnly(mapSite(english.spec, await readMapInputs()));
const { languages, ...words } = mapStrings(
  english.strings,
  (_, text) => strange(text),
  (_, phrase) =>
    (...values) =>
      strange(phrase(...values)),
  englishOnly,
);
const machine = { short: 'machinë', notice: 'By machinë.', original: 'original' };
const pseudo = createLanguage(
  'xx',
  { ...words, languages: { ...languages, name: 'Strangë', machine } },
  mapSpec(english.spec, (_, text) => strange(text)),
);

const address = 'https://docs.example/chat/';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chat-sns-languages-'));
  await buildSite([english, pseudo], folder, { address });
}, 120_000);
afterAll(async () => rm(folder, { recursive: true }));

const read = (path: string) => readFile(join(folder, path, 'index.html'), 'utf8');
const pages = [
  '',
  'operations/',
  'operations/deleteFriends/',
  'webhooks/friendDeleted/',
  'errors/',
  'disagreements/',
  'claims/',
];

describe.each(pages)('/xx/%s', (path) => {
  test('is in its language and says that a machine translated it', async () => {
    const page = await read(`xx/${path}`);
    expect(page).toContain('<html lang="xx">');
    expect(page).toContain('By machinë.');
    expect(page).toContain('hreflang="x-default"');
  });

  test('contains no English text that its language translates', async () => {
    const page = await read(`xx/${path}`);
    const plain = [...listTexts(english, englishOnly).values()].filter(
      (text) => /^[\w ,.;:'()]{20,}$/.test(text) && text.includes('e') && !/_|[a-z][A-Z]|\d{5}/.test(text),
    );
    expect(plain.length).toBeGreaterThan(100);
    expect(plain.filter((text) => page.includes(escapeText(text)))).toEqual([]);
  });
});

describe('a site with an address', () => {
  const readFileOf = (path: string) => readFile(join(folder, path), 'utf8');
  const fileOf = (url: string) => `${url.slice(address.length)}index.html`;

  test('has a sitemap of every page in every language that has it', async () => {
    const sitemap = await readFileOf('sitemap.xml');
    expect(sitemap).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset xmlns="http:\/\/www\.sitemaps\.org/,
    );
    const urls = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url);
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('index.html'));
    expect(urls.map(fileOf).toSorted()).toEqual(files.toSorted());
    expect(await readFileOf('robots.txt')).toContain(`\nSitemap: ${address}sitemap.xml\n`);
  });

  test.each(['', 'errors/', 'reference/'])(
    'says its address and its languages on every page: /%s',
    async (path) => {
      const page = await read(`xx/${path}`);
      expect(page).toContain(`<link rel="canonical" href="${address}xx/${path}">`);
      expect(page).toContain(`<meta property="og:url" content="${address}xx/${path}">`);
      for (const [tag, root] of [
        ['en', ''],
        ['xx', 'xx/'],
        ['x-default', ''],
      ])
        expect(page).toContain(`<link rel="alternate" hreflang="${tag}" href="${address}${root}${path}">`);
    },
  );

  test('has a page for what is missing whose links work at any depth, and Markdown with whole addresses', async () => {
    const missing = await readFileOf('404.html');
    const links = [...missing.matchAll(/ (?:href|src|data-index)="([^"]*)"/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !link?.startsWith('/chat/') && link !== '#content')).toEqual([]);
    expect(await readFileOf('llms.txt')).toContain(`(${address}operations/deleteFriends/index.md)`);
  });
});

test('the anchors of a page are the same in every language', async () => {
  const anchors = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  for (const path of pages) expect(anchors(await read(`xx/${path}`))).toEqual(anchors(await read(path)));
});

test('an English-only page is linked as English and not copied', async () => {
  const home = await read('xx');
  expect(home).toMatch(/<a href="\.\.\/guides\/" lang="en" hreflang="en">/);
  expect(await readdir(join(folder, 'xx'))).not.toContain('guides');
});

test('the Redoc reference contains the overlaid document', async () => {
  const page = await read('xx/reference');
  expect(page).toContain('<html lang="xx">');
  const [, script] = /src="(?:\.\.\/)+(assets\/reference-xx\.[^"]+)"/.exec(page) ?? [];
  expect(await readFile(join(folder, script ?? ''), 'utf8')).toContain(
    strange('Delete friends of an account'),
  );
});

test('a language with nothing but an overlay is offered by its own name, with English words', async () => {
  const { languages, catalogue } = await readWords('nl');
  expect([languages.name, catalogue.title]).toEqual(['Nederlands', 'Error codes']);
  expect((await readWords('ko')).catalogue.title).not.toBe('Error codes');
});
