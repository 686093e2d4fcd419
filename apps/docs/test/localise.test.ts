import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { localiseStandalone, takeApart } from '../src/reference/localise.ts';
import { standaloneScript } from '../src/reference/run-redocly.ts';

const cdn = 'https://cdn.redocly.com/redoc/v3.0.1/bundles/redoc.standalone.js';
const page = `<head><link rel="modulepreload" href="${cdn}" integrity="x" crossorigin="anonymous" /></head>
<body><div id="redoc"><script>try{var m=1}catch(e){}</script><a href="/">a</a><a href="/friends">b</a></div>
<script type="module">import { hydrate } from "${cdn}"; hydrate({}, {});</script>
</body>`;

test('no inline script and no address of another host is left in the page', () => {
  const { markup, colourMode, start } = takeApart(page);
  expect(markup).toBe(`<head><link rel="modulepreload" href="{{redoc}}"></head>
<body><div id="redoc"><script></script><a href="#/">a</a><a href="#/friends">b</a></div>
<script type="module" src="{{start}}"></script>
</body>`);
  expect(colourMode).toBe('try{var m=1}catch(e){}');
  expect(start).toBe('import { hydrate } from "{{redoc}}"; hydrate({}, {});');
});

test.each([
  ['<script>', '<script src="a.js">'],
  ['<link rel="modulepreload"', '<link rel="preload"'],
  [cdn, 'https://other.example/redoc.js'],
  ['href="/', 'href="./'],
])('a page without %s is refused', (written, other) => {
  expect(() => takeApart(page.replaceAll(written, other))).toThrow('no longer writes');
});

test.each(['`', '"', "'"])('the standalone script loses the addresses of other hosts in %s', (quote) => {
  const script = [
    'https://cdn.redoc.ly/redoc/logo-mini-full.svg',
    'https://cdn.redoc.ly/redoc/logo-mini.svg',
    'https://cdn.redocly.com/icons/fa/7.0.0',
    'https://otel.cloud.redocly.com/v1/traces',
    'https://redocly.com/redoc/',
  ].map((address) => quote + address + quote);
  const logo = `${quote}data:image/svg+xml;base64,PHN2Zy8+${quote}`;
  const empty = quote + quote;
  expect(localiseStandalone(script.join(), '<svg/>')).toBe([logo, logo, empty, empty, script.at(-1)].join());
  expect(() => localiseStandalone('nothing of it', '<svg/>')).toThrow('no longer writes');
});

test('the edited script of this version names no host that it could load from', async () => {
  const script = localiseStandalone(await readFile(standaloneScript, 'utf8'), '<svg/>');
  expect(script.match(/https:\/\/[\w.-]*(?:cdn|otel)[\w.-]*/g)).toBeNull();
});
