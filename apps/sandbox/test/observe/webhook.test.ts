import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { createWebhooks, signWebhook } from '../../src/observe/webhook.ts';
import { call, createClock, startTime } from '../support/service.ts';

const friends = { From_Account: 'alice', To_Account: ['bob', 'dave'], DeleteType: 'Delete_Type_Both' };

type Respond = (request: { url: string; body: string }) => { status?: number; body?: string } | 'silence';

/** A backend on a real port that records what it receives. */
async function createReceiver(
  respond: Respond = () => ({ body: '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}' }),
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
    const what = respond({ url, body });
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

test('signs the vendor’s example as published', () => {
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

test('what looks like a UserSig is masked in the list of webhooks', async () => {
  const looks = `eJ${'0Aa*-_'.repeat(20)}`;
  const webhookFetch = () => Promise.reject(new Error(`no route to ${looks}`));
  const webhookUrl = `http://127.0.0.1/${looks}?ticket=${looks}&usersig=short`;
  await using sandbox = createSandbox({ webhookUrl, webhookFetch });
  await call(sandbox, 'deleteFriends', friends);
  await sandbox.webhooks.settled();
  expect(sandbox.webhooks.list()).toMatchObject([
    {
      outcome: 'failed',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1\/\*\*\*\?ticket=\*\*\*&usersig=\*\*\*&SdkAppid=/),
      reason: 'no route to ***',
    },
  ]);
});

test.each<[what: string, respond: Respond, reason: RegExp, webhookTimeout?: number]>([
  ['an HTTP error', () => ({ status: 500, body: '{}' }), /HTTP status 500/],
  ['a redirect', () => ({ status: 307, body: '{}' }), /HTTP status 307/],
  ['silence', () => 'silence', /no response within 300 ms/, 300],
])(
  '%s fails the delivery but not the call, and is not retried',
  async (_what, respond, reason, webhookTimeout = 10_000) => {
    await using receiver = await createReceiver(respond);
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

test('a receiver that does not exist fails the delivery but not the call', async () => {
  const receiver = await createReceiver();
  await receiver[Symbol.asyncDispose]();
  await using sandbox = createSandbox({ webhookUrl: receiver.url });
  expect((await call(sandbox, 'deleteFriends', friends)).ErrorCode).toBe(0);
  await sandbox.webhooks.settled();
  expect(sandbox.webhooks.list()).toMatchObject([
    { outcome: 'failed', reason: expect.stringContaining('ECONNREFUSED') },
  ]);
});

test('the response does not wait for the webhook, and a FAIL from the receiver changes nothing', async () => {
  await using receiver = await createReceiver(() => ({
    body: '{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"no"}',
  }));
  await using sandbox = createSandbox({ webhookUrl: receiver.url });
  await call(sandbox, 'deleteFriends', friends);
  expect(sandbox.webhooks.list()).toMatchObject([{ outcome: 'pending' }]);
  await sandbox.webhooks.settled();
  expect(sandbox.webhooks.list()).toMatchObject([{ outcome: 'delivered' }]);
});

const pair = { From_Account: 'ann', To_Account: 'ben' };
const body = { CallbackCommand: 'Sns.CallbackFriendDelete', PairList: [pair] };

/** Webhooks whose receiver is a function. */
function create(options: Partial<Parameters<typeof createWebhooks>[0]> = {}) {
  const clock = createClock();
  const sent: { url: URL; init: RequestInit | undefined }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push({ url: new URL(String(input)), init });
    clock.advance(7);
    return Response.json({ ErrorCode: 0 });
  };
  const webhooks = createWebhooks({
    url: 'http://receiver/hook',
    token: undefined,
    sdkAppId: 1,
    timeout: 1000,
    now: () => startTime,
    elapsed: clock.now,
    random: () => 0,
    fetch,
    ...options,
  });
  return { webhooks, sent };
}

test('a response of 1 MiB is read', async () => {
  const { webhooks } = create({ fetch: async () => new Response('{}'.padEnd(1024 * 1024)) });
  webhooks.notify([pair], '192.0.2.1');
  await webhooks.settled();
  expect(webhooks.list()).toMatchObject([{ outcome: 'delivered' }]);
});

test('a delivery is recorded with its time, its outcome and its duration', async () => {
  const { webhooks, sent } = create();
  webhooks.notify([pair], '192.0.2.1');
  const first = { time: startTime, url: sent[0]?.url.href, body };
  expect(webhooks.list()).toEqual([{ ...first, outcome: 'pending' }]);
  await webhooks.settled();
  expect(webhooks.list()).toEqual([{ ...first, outcome: 'delivered', milliseconds: 7 }]);
});

test('without a URL a webhook is recorded but not sent', () => {
  const { webhooks, sent } = create({ url: undefined });
  webhooks.notify([pair], '192.0.2.1');
  expect(webhooks.list()).toEqual([{ time: startTime, url: null, body, outcome: 'not-configured' }]);
  expect(sent).toEqual([]);
});

test('changing the pairs later does not change the webhook', () => {
  const { webhooks } = create({ url: undefined });
  const pairs = [pair];
  webhooks.notify(pairs, '192.0.2.1');
  pairs.pop();
  expect(webhooks.list()[0]?.body.PairList).toEqual([pair]);
});

test.each([
  [0, '00000000-0000-4000-8000-000000000000'],
  [0.999, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
])('the random number %f gives the RequestId %s', (random, id) => {
  const { webhooks, sent } = create({ random: () => random });
  webhooks.notify([pair], '192.0.2.1');
  expect(sent[0]?.url.searchParams.get('RequestId')).toBe(id);
});

test('without a token nothing is signed, and parameters of the URL with the same names are replaced', () => {
  const { webhooks, sent } = create({ url: 'https://receiver/hook?ClientIP=x&team=a' });
  webhooks.notify([pair], '192.0.2.1');
  expect(Object.fromEntries(sent[0]?.url.searchParams ?? [])).toEqual({
    ClientIP: '192.0.2.1',
    team: 'a',
    SdkAppid: '1',
    CallbackCommand: 'Sns.CallbackFriendDelete',
    contenttype: 'json',
    OptPlatform: 'RESTAPI',
    RequestId: '00000000-0000-4000-8000-000000000000',
  });
  expect(sent[0]?.url.searchParams.getAll('ClientIP')).toHaveLength(1);
});

test('a redirect is not followed', () => {
  const { webhooks, sent } = create();
  webhooks.notify([pair], '192.0.2.1');
  expect(sent[0]?.init).toMatchObject({ method: 'POST', redirect: 'manual', body: JSON.stringify(body) });
});

test.each<[what: string, fetch: () => Promise<Response>, reason: string]>([
  ['HTTP 201', async () => Response.json({}, { status: 201 }), 'HTTP status 201'],
  ['HTTP 500 without JSON', async () => new Response('oops', { status: 500 }), 'HTTP status 500'],
  ['an empty response', async () => new Response(''), 'the response is not JSON'],
  ['a response that is not JSON', async () => new Response('ok'), 'the response is not JSON'],
  ['more than 1 MiB', async () => new Response('{}'.padEnd(1024 * 1024 + 1)), 'the response is over 1 MiB'],
  ['an error', () => Promise.reject(new Error('no way')), 'no way'],
  ['an error with its cause', () => Promise.reject(new Error('failed', { cause: new Error('why') })), 'why'],
  ['an error whose cause is not an error', () => Promise.reject(new Error('failed', { cause: 7 })), 'failed'],
  ['a rejection that is not an error', () => Promise.reject('broken'), 'broken'],
  [
    'no response in time',
    () => Promise.reject(new DOMException('', 'TimeoutError')),
    'no response within 1000 ms',
  ],
])('%s fails the delivery with its reason', async (_what, fetch, reason) => {
  const { webhooks } = create({ fetch });
  webhooks.notify([pair], '192.0.2.1');
  await webhooks.settled();
  expect(webhooks.list()).toMatchObject([{ outcome: 'failed', reason }]);
});

test.each(['ftp://receiver', 'receiver/hook', 'xhttp://receiver', 'https+x://receiver'])(
  '%s is not a webhook URL',
  (url) => {
    expect(() => createSandbox({ webhookUrl: url })).toThrow(
      'webhookUrl must be an http or https URL, such as http://127.0.0.1:8080/hook.',
    );
  },
);

test.each(['http://receiver', 'https://receiver'])('%s is a webhook URL', (url) => {
  expect(() => createSandbox({ webhookUrl: url })).not.toThrow();
});

test('keeps the newest deliveries, up to 1000 or 100000 pairs', () => {
  const { webhooks } = create({ url: undefined });
  const notify = (...counts: number[]) => {
    for (const count of counts) webhooks.notify(Array(count).fill(pair), '192.0.2.1');
    return webhooks.list().map(({ body }) => body.PairList.length);
  };
  expect(notify(50_000, 49_999, 1)).toEqual([50_000, 49_999, 1]);
  expect(notify(2)).toEqual([49_999, 1, 2]);
  webhooks.clear();
  expect(notify(2, ...Array(1000).fill(1))).toEqual(Array(1000).fill(1));
});
