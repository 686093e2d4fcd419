import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
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

test('a redirect is an answer, and nothing travels on', async () => {
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

test('an answer without end is cut off', async () => {
  await using server = await startServer((_, response) => {
    const more = () => response.write('x'.repeat(65_536), more);
    more();
  });
  expect(await post(server.url)).toEqual({ silent: 'no answer (BODY_OVER_2_MIB)' });
});

test('an answer that does not come is waited for no longer than said', async () => {
  await using server = await startServer(() => {});
  expect(await post(server.url, 50)).toEqual({ silent: 'no answer within 50 ms' });
});

test('a connection that drops gives a reason without the address', async () => {
  await using server = await startServer((request) => request.socket.destroy());
  expect(await post(server.url)).toEqual({ silent: expect.stringMatching(/^no answer \(\w+\)$/) });
});

test.each(['eJy*ab-cd_ef*gh', 'eJy%2Aab-cd_ef%2Agh', 'eJy%2aab-cd_ef%2agh'])(
  'a signature is masked in the form %s',
  (form) => {
    const secrets = createSecrets();
    secrets.add('eJy*ab-cd_ef*gh');
    expect(secrets.mask(`before ${form} after`)).toBe('before *** after');
  },
);

test('a text too short to be a secret does not blot out ordinary words', () => {
  const secrets = createSecrets();
  secrets.add('any');
  expect(secrets.mask('any answer')).toBe('any answer');
});
