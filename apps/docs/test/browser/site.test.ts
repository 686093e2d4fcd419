import { existsSync, globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { catalogue, document, operationIds, pathOf, repository } from './support/contract.ts';

const dist = new URL('apps/docs/dist/', repository);
const page = (path: string) => readFileSync(new URL(`${path}index.html`, dist), 'utf8');

describe.each(catalogue)('code $code ($title)', ({ code, title, operations, info, sources }) => {
  test.each(['', 'ko/'])('has its anchor in the catalogue of /%s, which leads to its page', (folder) => {
    const [row = ''] = page(`${folder}errors/`).split(`id="${code}"`).slice(1);
    expect(row, 'Build the docs again: npm run build').toMatch(
      new RegExp(`^[^>]*>\\s*<th[^>]*><a href="../errors/${code}/">`),
    );
    expect(existsSync(new URL(`${folder}errors/${code}/index.html`, dist))).toBe(true);
  });

  test('has a page that a search for the number, the message or the path finds', () => {
    const html = page(`errors/${code}/`);
    const [heading = ''] = /<title>[^<]*/.exec(html) ?? [];
    expect(heading).toContain(`<title>${code} ${title}`);
    for (const operation of operations) expect(heading).toContain(pathOf(operation).split('/').at(-1));
    if (info?.text) expect(html).toContain(info.text);
    for (const source of sources) expect(html).toContain(`sources/#${source}"`);
  });
});

describe.each(operationIds)('%s', (operation) => {
  test('is readable without JavaScript: path, fields and codes are in the page', () => {
    const html = page(`operations/${operation}/`);
    expect(html).toContain(pathOf(operation));
    const schema = document.components.schemas[`${operation[0]?.toUpperCase()}${operation.slice(1)}Request`];
    const fields = Object.keys(schema?.properties ?? {});
    expect(fields).toContain('From_Account');
    for (const field of fields) expect(html).toContain(field);
    const codes = catalogue.filter(({ operations }) => operations.includes(operation));
    for (const { code } of codes) expect(html).toContain(`errors/${code}/"`);
  });
});

test('every server and its backup host is on a page', () => {
  const html = page('hosts/');
  for (const server of document.servers) {
    expect(html).toContain(new URL(server.url).host);
    expect(html).toContain(new URL(server['x-backup-url']).host);
  }
});

test.each(['openapi.yaml', 'openapi.json', 'errors.json', 'claims.json'])(
  '%s can be downloaded and is the one that was built',
  (file) => {
    expect(existsSync(new URL(file, dist))).toBe(true);
    expect(readFileSync(new URL(file, dist), 'utf8')).toBe(
      readFileSync(new URL(`spec/dist/${file}`, repository), 'utf8'),
    );
  },
);

test('the page of an operation, its stylesheet and the script that it waits for have at most 20 KB', () => {
  const html = page('operations/deleteFriends/');
  const [sheet = ''] = /assets\/site\.\w+\.css/.exec(html) ?? [];
  const [script = ''] = /assets\/theme\.\w+\.js/.exec(html) ?? [];
  const files = [sheet, script].map((file) => readFileSync(new URL(file, dist), 'utf8'));
  expect([html, ...files].reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThanOrEqual(
    20 * 1024,
  );
});

test('every link from a Korean page to one that only English has is marked', () => {
  const root = new URL('https://site.test/');
  const pages = globSync('ko/**/index.html', { cwd: dist }).map((file) => file.replace('index.html', ''));
  expect(pages.length).toBeGreaterThan(8);
  const unmarked = pages.flatMap((path) =>
    [...page(path).matchAll(/<a\s[^>]*?href="([^"]+)"[^>]*>/g)].flatMap(([link, href = '']) => {
      const { host, pathname } = new URL(href, new URL(path, root));
      const isEnglish = host === root.host && !pathname.startsWith('/ko/') && pathname.endsWith('/');
      return isEnglish && !link.includes('hreflang="en"') ? [`${path}: ${link}`] : [];
    }),
  );
  expect(unmarked).toEqual([]);
});
