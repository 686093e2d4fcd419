import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveDocs } from '../src/serve.ts';

let folder = '';
beforeAll(async () => {
  const outside = await mkdtemp(join(tmpdir(), 'chat-sns-serve-'));
  folder = join(outside, 'dist');
  await mkdir(join(folder, 'errors'), { recursive: true });
  await mkdir(join(folder, 'reference'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(outside, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'index.html'), 'home');
  await writeFile(join(folder, 'errors/index.html'), 'codes');
  await writeFile(join(folder, 'reference/index.html'), 'redoc');
  await writeFile(join(folder, 'assets/a.1a2b.js'), 'script');
});
afterAll(() => rm(join(folder, '..'), { recursive: true }));

const serve = () => serveDocs({ port: 0, folder });

/** Sends a path unchanged, which fetch would normalise. */
function getRaw(
  url: string,
  path: string,
): Promise<{ status: number; text: string; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    request(url, { path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, location: response.headers.location }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('a folder is served with its page, and each file with its type', async () => {
  await using docs = await serve();
  const home = await fetch(docs.url);
  expect([home.status, home.headers.get('content-type'), await home.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    'home',
  ]);
  const script = await fetch(`${docs.url}assets/a.1a2b.js?x`);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toContain('immutable');
});

test('a folder without its slash is redirected to the address with it', async () => {
  await using docs = await serve();
  const page = await fetch(`${docs.url}errors?q=1`);
  expect([page.url, await page.text()]).toEqual([`${docs.url}errors/?q=1`, 'codes']);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/errors/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/%00',
  '/%',
])('%s is refused', async (path) => {
  await using docs = await serve();
  expect(await getRaw(docs.url, path)).toMatchObject({ status: 400, text: 'Bad request\n' });
});

test('a redirect never leaves the host', async () => {
  await using docs = await serve();
  expect((await getRaw(docs.url, '//example.com/errors')).location).toBeUndefined();
  expect((await getRaw(docs.url, '//errors')).location).toBe('./errors/');
});

test('a missing page is 404 with the page that the site has for it, and the policy', async () => {
  await writeFile(join(folder, '404.html'), 'nothing here');
  await using docs = await serve();
  const missing = await fetch(`${docs.url}errors/nothing/`);
  expect([missing.status, missing.headers.get('content-type'), await missing.text()]).toEqual([
    404,
    'text/html; charset=utf-8',
    'nothing here',
  ]);
  expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'");
  await rm(join(folder, '404.html'));
});

test('a missing file is 404, and only GET and HEAD are allowed', async () => {
  await using docs = await serve();
  expect((await fetch(`${docs.url}nothing`)).status).toBe(404);
  const head = await fetch(docs.url, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  const post = await fetch(docs.url, { method: 'POST' });
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('scripts come from the site only, and only the reference may have inline styles', async () => {
  await using docs = await serve();
  const policyOf = async (path: string) =>
    (await fetch(docs.url + path)).headers.get('content-security-policy') ?? '';
  expect(await policyOf('')).not.toContain('unsafe-inline');
  expect(await policyOf('reference/')).toContain("script-src 'self';");
  expect(await policyOf('reference/')).toContain("style-src 'self' 'unsafe-inline'");
});

test('a taken port is an error with the code EADDRINUSE', async () => {
  await using docs = await serve();
  const port = Number(new URL(docs.url).port);
  await expect(serveDocs({ port, folder })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
