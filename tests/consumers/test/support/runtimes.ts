import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import packaged from '@sparticuz/chromium';
import { Miniflare } from 'miniflare';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';
import { inject } from 'vitest';
import type { Installer } from '../../vitest.global-setup.ts';
import { binary, runCommand } from './run-command.ts';

/** A server that a program calls. In a browser it also has to serve the page, because of the same origin. */
type StartServer = (
  serve?: (request: IncomingMessage, response: ServerResponse) => void,
) => Promise<{ url: string } & AsyncDisposable>;

/** Runs a program of `project/` in the fresh project on one runtime, with the server's URL as its first argument. */
type Run = (program: string, startServer: StartServer, args: string[]) => Promise<unknown>;

const node = (version: number) =>
  fileURLToPath(new URL(`../../node_modules/node${version}/bin/node`, import.meta.url));

const onCommandLine =
  (command: string, flags: string[], installer: Installer): Run =>
  async (program, startServer, args) => {
    await using server = await startServer();
    const all = [...flags, 'main.js', program, server.url, ...args];
    return JSON.parse(await runCommand(command, all, inject('projects')[installer]));
  };

const runInWorkerd: Run = async (program, startServer, args) => {
  await using server = await startServer();
  const input = join(inject('projects').npm, 'worker.js');
  const build = await rolldown({ input, platform: 'neutral' });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  const worker = new Miniflare({ modules: true, script: output[0].code, compatibilityDate: '2026-01-01' });
  try {
    const url = new URL(`http://worker.test/${program}`);
    for (const argument of [server.url, ...args]) url.searchParams.append('argument', argument);
    const response = await worker.dispatchFetch(url.href);
    return await response.json();
  } finally {
    await worker.dispose();
  }
};

/** A page without a bundler: an import map leads to the files as they are installed. */
const page = `<!doctype html><title>consumer</title>
<script type="importmap">{"imports":{
  "@chat-sns/client":"/node_modules/@chat-sns/client/dist/index.js",
  "@chat-sns/client/bulk":"/node_modules/@chat-sns/client/dist/bulk.js",
  "@chat-sns/client/catalogue":"/node_modules/@chat-sns/client/dist/catalogue.js",
  "@chat-sns/client/testing":"/node_modules/@chat-sns/client/dist/testing.js",
  "@chat-sns/client/usersig":"/node_modules/@chat-sns/client/dist/usersig.js",
  "@chat-sns/client/webhook":"/node_modules/@chat-sns/client/dist/webhook.js",
  "openapi-fetch":"/node_modules/openapi-fetch/dist/index.mjs"
}}</script>
<script type="module">
  const [program, ...args] = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  const { run } = await import('/' + program + '.js');
  run(location.origin, ...args).then((result) => { window.result = result; }, (error) => { window.result = String(error); });
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

async function launchChromium() {
  const installed = process.env.CHROMIUM_PATH;
  if (installed) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

const runInChromium: Run = async (program, startServer, args) => {
  const { npm: folder } = inject('projects');
  await using server = await startServer((request, response) =>
    serveFile(folder, request.url ?? '', response),
  );
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/#${encodeURIComponent(JSON.stringify([program, ...args]))}`);
    await tab.waitForFunction('window.result !== undefined', undefined, { timeout: 600_000 });
    return await tab.evaluate('window.result');
  } finally {
    await browser.close();
  }
};

const denoFlags = ['run', '--quiet', '--allow-net=127.0.0.1', '--allow-read', '--no-prompt'];

/** Every runtime that a README names. */
export const runtimes: Record<string, Run> = {
  'Node 22': onCommandLine(node(22), [], 'npm'),
  'Node 24': onCommandLine(node(24), [], 'npm'),
  'Node 26': onCommandLine(node(26), [], 'npm'),
  Deno: onCommandLine(binary('deno'), denoFlags, 'npm'),
  Bun: onCommandLine(binary('bun'), ['run'], 'bun'),
  workerd: runInWorkerd,
  Chromium: runInChromium,
};
