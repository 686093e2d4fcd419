import { execFile } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createSecrets } from '../src/calls/secrets.ts';
import { send } from '../src/calls/send.ts';

async function startServer(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v4?usersig=secret-signature`),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
const post = (url: URL, timeoutMs = 5000) => send({ url, method: 'POST', body: '{}' }, timeoutMs);

test('a redirect is a response and is not followed', async () => {
  let reached = false;
  await using elsewhere = await startServer((_, response) => {
    reached = true;
    response.end();
  });
  await using server = await startServer((_, response) => {
    response.writeHead(307, { location: elsewhere.url.href }).end();
  });
  expect(await post(server.url)).toMatchObject({ status: 307 });
  expect(reached).toBe(false);
});

test('a response of more than 2 MiB fails', async () => {
  await using server = await startServer((_, response) => {
    const more = () => response.write('x'.repeat(65_536), more);
    more();
  });
  expect(await post(server.url)).toEqual({ noResponse: 'no response (BODY_OVER_2_MIB)' });
});

test('a missing response fails after the timeout', async () => {
  await using server = await startServer(() => {});
  expect(await post(server.url, 50)).toEqual({ noResponse: 'no response within 50 ms' });
});

test('a response that Node refuses to decode fails, and does not end the process when the time is up', async () => {
  await using server = await startServer(({ url }, response) => {
    if (url?.startsWith('/silent')) return;
    response.writeHead(200, { 'content-encoding': Array(6).fill('gzip').join(', ') });
    response.end(Buffer.alloc(200 * 1024));
  });
  // In a process of its own, and with a second request that ends after the time of the first.
  const program = `
    import { send } from '${new URL('../src/calls/send.ts', import.meta.url)}';
    const ask = (path) => send({ url: new URL(path, '${server.url}'), method: 'POST', body: '{}' }, 2000);
    console.log(JSON.stringify([await ask('/'), await ask('/silent')]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect(JSON.parse(stdout)).toEqual([
    { noResponse: expect.stringMatching(/^no response \(\w+\)$/) },
    { noResponse: 'no response within 2000 ms' },
  ]);
});

test('a dropped connection fails with a reason that does not contain the URL', async () => {
  await using server = await startServer((request) => request.socket.destroy());
  expect(await post(server.url)).toEqual({ noResponse: expect.stringMatching(/^no response \(\w+\)$/) });
});

test.each(['eJy*ab-cd_ef*gh', 'eJy%2Aab-cd_ef%2Agh', 'eJy%2aab-cd_ef%2agh'])(
  'a signature is masked in the form %s',
  (form) => {
    const secrets = createSecrets();
    secrets.add('eJy*ab-cd_ef*gh');
    expect(secrets.mask(`before ${form} after`)).toBe('before *** after');
  },
);

test('a string too short to be a secret does not mask ordinary words', () => {
  const secrets = createSecrets();
  secrets.add('any');
  expect(secrets.mask('any response')).toBe('any response');
});
