import { createServer, type Server, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFriendsDeletedRequest } from '@chat-sns/client/webhook';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const app = { sdkAppId: 1400000000, token: 'a-webhook-token' };
const pairs = [{ From_Account: 'id', To_Account: 'id1' }];

vi.stubEnv('WEBHOOK_TOKEN', app.token);
const frameworks = await import('../webhook/frameworks.ts');
await frameworks.fastifyApp.ready();

const servers: Record<string, Server> = {
  'node:http': frameworks.nodeServer,
  Express: createServer(frameworks.expressApp),
  Fastify: frameworks.fastifyApp.server,
  Hono: createServer(getRequestListener(frameworks.honoApp.fetch)),
};

describe.each(Object.entries(servers))('in %s', (name, server) => {
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?tenant=7`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const send = async (change = (request: Request) => request) => {
    const response = await fetch(change(await createFriendsDeletedRequest(url, { ...app, pairs })));
    return [response.status, await response.json()];
  };
  const createFailure = (ErrorInfo: string) => [200, { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo }];

  test('a request of the service is received', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    expect(await send()).toEqual([200, { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }]);
    expect(log.mock.calls).toEqual([['id lost id1']]);
    log.mockRestore();
  });

  test('a forged, an oversized and an unreadable one are refused by name', async () => {
    const replaceBody = (body: string) => (request: Request) =>
      new Request(request.url, { method: 'POST', body });
    const forged = (request: Request) => new Request(request.url.replace('Sign=', 'Sign=0'), request);
    expect(await send(forged)).toEqual(createFailure('WrongSignature'));
    expect(await send(replaceBody(''))).toEqual(createFailure('UnreadableBody'));
    const oversized = send(replaceBody('x'.repeat(2 * 1024 * 1024)));
    // Hono's server for Node closes a connection whose request is not read to its end.
    if (name === 'Hono') await oversized.catch(() => {});
    else expect(await oversized).toEqual(createFailure('BodyTooLarge'));
    await expect.poll(() => send().catch(String)).toMatchObject([200, { ActionStatus: 'OK' }]);
  });

  test('one that breaks off leaves the server as it is', async () => {
    const { url: signed } = await createFriendsDeletedRequest(url, { ...app, pairs });
    const half = sendRequest(signed, { method: 'POST', headers: { 'content-length': 1000 } });
    half.on('error', () => {}).write('{"CallbackCommand":');
    await new Promise((resolve) => setTimeout(resolve, 50));
    half.destroy();
    expect(await send((request) => new Request(request.url.replace('Sign=', 'S='), request))).toEqual(
      createFailure('SignatureMissing'),
    );
  });
});

test('behind a body parser of Express the request is refused, and does not hang', async () => {
  const server = createServer(express().use(express.json()).use(frameworks.expressApp));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const response = await fetch(await createFriendsDeletedRequest(url, { ...app, pairs }));
  expect(await response.json()).toMatchObject({ ActionStatus: 'FAIL', ErrorInfo: 'UnreadableBody' });
  server.close();
});
