import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { createProject } from './support/project.ts';
import { expected, findDesertedUrl, startServer } from './support/server.ts';

/** A page without a bundler: an import map leads to the files as they are installed. */
const page = `<!doctype html><title>consumer</title>
<script type="importmap">{"imports":{
  "@chat-sns/client":"/node_modules/@chat-sns/client/dist/index.js",
  "@chat-sns/client/catalogue":"/node_modules/@chat-sns/client/dist/catalogue.js",
  "@chat-sns/client/testing":"/node_modules/@chat-sns/client/dist/testing.js",
  "@chat-sns/client/usersig":"/node_modules/@chat-sns/client/dist/usersig.js",
  "@chat-sns/client/webhook":"/node_modules/@chat-sns/client/dist/webhook.js",
  "openapi-fetch":"/node_modules/openapi-fetch/dist/index.mjs"
}}</script>
<script type="module">
  import { exercise } from '/exercise.js';
  exercise(location.origin, decodeURIComponent(location.hash.slice(1))).then((result) => { window.result = result; }, (error) => { window.result = String(error); });
</script>`;

function serveFile(folder: string, path: string, response: ServerResponse): void {
  if (path === '/') return void response.setHeader('content-type', 'text/html').end(page);
  try {
    const content = readFileSync(join(folder, normalize(path)));
    response.setHeader('content-type', 'text/javascript').end(content);
  } catch {
    response.writeHead(404).end();
  }
}

async function launch(): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH;
  if (installed) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

test('a page in Chromium, without a bundler', async () => {
  await using project = await createProject();
  await using server = await startServer((request, response) =>
    serveFile(project.folder, request.url ?? '', response),
  );
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/#${encodeURIComponent(await findDesertedUrl())}`);
    await tab.waitForFunction('window.result !== undefined', undefined, { timeout: 30_000 });
    // A browser does not tell why a connection failed, so every failure counts as one that may have been carried out.
    expect(await tab.evaluate('window.result')).toEqual({
      ...expected,
      nobodyThere: 'ChatNetworkError ConnectionLost',
    });
  } finally {
    await browser.close();
  }
});
