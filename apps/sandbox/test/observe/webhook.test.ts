import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { signWebhook } from '../../src/observe/webhook.ts';
import { call, createClock, startTime } from '../support/service.ts';

const friends = { From_Account: 'alice', To_Account: ['bob', 'dave'], DeleteType: 'Delete_Type_Both' };

type Answer = (request: { url: string; body: string }) => { status?: number; body?: string } | 'silence';

/** A backend on a real port that remembers what it got. */
async function createReceiver(
  answer: Answer = () => ({ body: '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}' }),
) {
  const received: { url: URL; body: unknown; type: string | undefined; method: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    const { url = '', method, headers } = request;
    received.push({
      url: new URL(url, 'http://receiver'),
      body: JSON.parse(body),
      type: headers['content-type'],
      method,
    });
    const what = answer({ url, body });
    if (what !== 'silence') response.writeHead(what.status ?? 200).end(what.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?team=a`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('signs as the vendor publishes it', () => {
  expect(signWebhook('xxxxyyyy', '1669872112')).toBe(
    '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061',
  );
});

test('sends the deleted pairs once, signed, with the documented parameters', async () => {
  await using receiver = await createReceiver();
  await using sandbox = createSandbox({
    webhookUrl: receiver.url,
    webhookToken: 'tok',
    now: createClock().now,
    random: () => 0.5,
  });
  await call(sandbox, 'deleteFriends', friends);
  await sandbox.webhooks.settled();
  expect(receiver.received).toHaveLength(1);
  const [first] = receiver.received;
  const time = String(startTime / 1000);
  expect(Object.fromEntries(first?.url.searchParams ?? [])).toEqual({
    team: 'a',
    SdkAppid: '1400000000',
    CallbackCommand: 'Sns.CallbackFriendDelete',
    contenttype: 'json',
    ClientIP: '127.0.0.1',
    OptPlatform: 'RESTAPI',
    RequestId: '88888888-8888-4888-a888-888888888888',
    Sign: signWebhook('tok', time),
    RequestTime: time,
  });
  expect(first).toMatchObject({ method: 'POST', type: 'application/json' });
  expect(first?.body).toEqual({
    CallbackCommand: 'Sns.CallbackFriendDelete',
    PairList: [
      { From_Account: 'alice', To_Account: 'bob' },
      { From_Account: 'bob', To_Account: 'alice' },
      { From_Account: 'alice', To_Account: 'dave' },
    ],
  });
  expect(sandbox.webhooks.list()).toMatchObject([
    { outcome: 'delivered', url: first?.url.href.replace('http://receiver', new URL(receiver.url).origin) },
  ]);
});

test.each<[what: string, answer: Answer, reason: RegExp, webhookTimeout?: number]>([
  ['an HTTP error', () => ({ status: 500, body: '{}' }), /HTTP status 500/],
  ['a redirect', () => ({ status: 307, body: '{}' }), /HTTP status 307/],
  ['an answer that is not JSON', () => ({ body: 'ok' }), /not JSON/],
  ['silence', () => 'silence', /no response within 300 ms/, 300],
])(
  '%s fails the delivery and not the call, and is not repeated',
  async (_what, answer, reason, webhookTimeout = 10_000) => {
    await using receiver = await createReceiver(answer);
    await using sandbox = createSandbox({ webhookUrl: receiver.url, webhookTimeout });
    expect((await call(sandbox, 'deleteFriends', friends)).ErrorCode).toBe(0);
    expect(sandbox.webhooks.list()).toMatchObject([{ outcome: 'pending' }]);
    await sandbox.webhooks.settled();
    expect(sandbox.webhooks.list()).toMatchObject([
      { outcome: 'failed', reason: expect.stringMatching(reason) },
    ]);
    expect(receiver.received).toHaveLength(1);
  },
);

test('a receiver that is not there fails the delivery and not the call', async () => {
  const receiver = await createReceiver();
  await receiver[Symbol.asyncDispose]();
  await using sandbox = createSandbox({ webhookUrl: receiver.url });
  expect((await call(sandbox, 'deleteFriends', friends)).ErrorCode).toBe(0);
  await sandbox.webhooks.settled();
  expect(sandbox.webhooks.list()).toMatchObject([
    { outcome: 'failed', reason: expect.stringContaining('ECONNREFUSED') },
  ]);
});

test('the answer does not wait for the webhook, and its refusal changes nothing', async () => {
  await using receiver = await createReceiver(() => ({
    body: '{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"no"}',
  }));
  await using sandbox = createSandbox({ webhookUrl: receiver.url });
  await call(sandbox, 'deleteFriends', friends);
  expect(sandbox.webhooks.list()).toMatchObject([{ outcome: 'pending' }]);
  await sandbox.webhooks.settled();
  expect(sandbox.webhooks.list()).toMatchObject([{ outcome: 'delivered' }]);
});
