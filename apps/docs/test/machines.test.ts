import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headersFor } from '../src/csp.ts';
import { parseAddress } from '../src/machines/site-address.ts';
import { createTwin } from '../src/machines/twin.ts';
import { catalogue, operationIds, readText } from './browser/support/contract.ts';

const dist = new URL('../dist/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
const pages = files.filter((file) => file.endsWith('index.html'));

describe('the Markdown twin', () => {
  test.each(pages)('of %s begins with the title of the page and has no markup', (file) => {
    const page = read(file);
    expect(page).toContain('<link rel="alternate" type="text/markdown" href="index.md">');
    const twin = read(file.replace('.html', '.md'));
    expect(twin).toMatch(/^# \S/);
    const prose = twin.replace(/^( *)```.*?^\1```$/gms, '').replace(/`[^`\n]+`/g, '');
    expect(prose.match(/<\/?(div|span|dl|dt|dd|p|a|table|button|figure)\b/g)).toBeNull();
  });

  test('keeps tables, the language of code, and what belongs to a field', () => {
    const markup =
      '<h1>T</h1><nav hidden>x</nav><button>y</button><dl><div><dt><code>a</code> <span>string</span></dt><dd><p>Text</p><details><summary>More</summary><p>in <a href="../b/#c">b</a></p></details></dd></div></dl>' +
      '<figure><figcaption>curl</figcaption><pre><code class="language-sh"><span>curl</span> x\n</code></pre></figure>' +
      '<h3 id="e"><a href="#e">31704</a> NotFriend</h3><table><thead><tr><th>A|B</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>';
    expect(createTwin('x/y/', markup)({})).toBe(
      '# T\n\n- `a` string\n\n  Text\n\n  **More**\n\n  in [b](../b/index.md#c)\n\n**curl**\n\n```sh\ncurl x\n```\n\n### 31704 NotFriend\n\n| A\\|B |\n| - |\n| 1 |\n',
    );
  });

  test('has links that fit where it is', () => {
    const markup =
      '<p><a href="../../errors/#1">a</a> <a href="#b">b</a> <a href="../../explorer/?operation=x">c</a> <a href="https://x.example/">d</a> <a href="../../errors.json">e</a></p>';
    const links = (text: string) => [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, href]) => href);
    const twin = createTwin('guides/y/', markup);
    expect(links(twin({}))).toEqual([
      '../../errors/index.md#1',
      '#b',
      '../../explorer/?operation=x',
      'https://x.example/',
      '../../errors.json',
    ]);
    expect(links(twin({ isAtRoot: true }))).toEqual([
      'errors/index.md#1',
      'guides/y/index.md#b',
      'explorer/?operation=x',
      'https://x.example/',
      'errors.json',
    ]);
    expect(links(twin({ address: 'https://s.example/z/' }))[0]).toBe('https://s.example/z/errors/index.md#1');
  });
});

describe('llms.txt', () => {
  const text = read('llms.txt');

  test('has one title, then a summary, then sections that are lists of links and nothing else', () => {
    const [head = '', ...sections] = text.split(/^## /m);
    expect(head).toMatch(/^# [^\n]+\n\n> [^\n]+\n\n(?!#)[^\n]+\n\n$/);
    expect(sections.length).toBeGreaterThan(5);
    for (const section of sections) {
      const [title, empty, ...items] = section.trimEnd().split('\n');
      expect([title, empty]).toEqual([expect.stringMatching(/^\S/), '']);
      for (const item of items) expect(item).toMatch(/^- \[[^\]]+\]\([^)\s]+\): \S/);
    }
    expect(sections.at(-1)).toMatch(/^Optional\n/);
  });

  test('leads to every call and code, and to the whole text', () => {
    for (const id of operationIds) expect(text).toContain(`(operations/${id}/index.md)`);
    for (const { code, operations } of catalogue)
      if (operations.length > 0) expect(text).toContain(`[${code} `);
    const full = read('llms-full.txt');
    for (const id of operationIds) expect(full).toContain(`\`${id}\``);
    expect(full.match(/^# /gm)?.length).toBeGreaterThan(20);
  });
});

test('a site without an address has no sitemap, and a page for what is missing that needs no other file', () => {
  expect(files).not.toContain('sitemap.xml');
  expect(read('robots.txt')).toBe('User-agent: *\nAllow: /\n');
  expect(read('404.html')).not.toMatch(/href|src/);
  expect(read('index.html')).not.toMatch(/canonical|og:url/);
});

test.each([
  ['https://docs.example.com/chat', 'https://docs.example.com/chat/'],
  ['https://docs.example.com', 'https://docs.example.com/'],
  ['', undefined],
  [undefined, undefined],
])('SITE_URL %s is the address %s', (text, address) => {
  expect(parseAddress(text)).toBe(address);
});

test.each([
  'docs.example.com',
  'ftp://x.example/',
  'https://x.example/?a',
  'https://x.example/#a',
  'https://u@x.example/',
])('SITE_URL %s is refused', (text) => {
  expect(() => parseAddress(text)).toThrow(`SITE_URL is "${text}"`);
});

test('the guide about hosting sends what the site’s own server sends', () => {
  const [, nginx = ''] = /```nginx\n(.*?)```/s.exec(readText('apps/docs/guides/host-this-site.md')) ?? [];
  for (const [name, value] of Object.entries({ ...headersFor(''), ...headersFor('assets/a.1a.js') })) {
    const last = name === 'content-security-policy' ? value.split('; ').at(-1) : value;
    expect(nginx).toContain(`add_header ${name} ${/[ ,]/.test(last ?? '') ? `"${last}"` : last}`);
  }
});

test('titles and descriptions have the words that people search for', () => {
  for (const file of pages) {
    const [, title = ''] = /<title>(.*?)<\/title>/.exec(read(file)) ?? [];
    expect(title, file).toContain('Tencent Cloud Chat');
    expect(read(file)).toMatch(/<meta property="og:title" content="[^"]+">/);
  }
  const describes = (path: string) =>
    /<meta name="description" content="(.*?)">/.exec(read(`${path}index.html`))?.[1];
  expect(describes('operations/deleteFriends/')).toContain('v4/sns/friend_delete');
  expect(describes('')).toMatch(/REST API/);
});
