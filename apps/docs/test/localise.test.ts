import { expect, test } from 'vitest';
import { localiseStandalone, takeApart } from '../src/reference/localise.ts';

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

test('a page of another shape is refused', () => {
  expect(() => takeApart(page.replace('<script>try{', '<script>let x;try{'))).toThrow('no longer writes');
  expect(() => takeApart(page.replaceAll(cdn, 'https://other.example/redoc.js'))).toThrow('no longer writes');
});

test('the standalone script loses the addresses of other hosts', () => {
  const script = localiseStandalone(
    'a?`https://cdn.redoc.ly/redoc/logo-mini-full.svg`:`https://cdn.redoc.ly/redoc/logo-mini.svg`;"https://otel.cloud.redocly.com/v1/traces"',
    'logo.svg',
  );
  expect(script).toBe(
    'a?new URL("./logo.svg",import.meta.url).href:new URL("./logo.svg",import.meta.url).href;""',
  );
  expect(() => localiseStandalone('nothing of it', 'logo.svg')).toThrow('no longer writes');
});
