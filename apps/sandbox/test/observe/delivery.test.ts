import { expect, test } from 'vitest';
import { createWebhooks } from '../../src/observe/webhook.ts';
import { createClock, startTime } from '../support/service.ts';

const pair = { From_Account: 'ann', To_Account: 'ben' };
const body = { CallbackCommand: 'Sns.CallbackFriendDelete', PairList: [pair] };

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
    now: clock.now,
    random: () => 0,
    fetch,
    ...options,
  });
  return { webhooks, sent };
}

test('a delivery is remembered with its time, its outcome and how long it took', async () => {
  const { webhooks, sent } = create();
  webhooks.notify([pair], '192.0.2.1');
  const first = { time: startTime, url: sent[0]?.url.href, body };
  expect(webhooks.list()).toEqual([{ ...first, outcome: 'pending' }]);
  await webhooks.settled();
  expect(webhooks.list()).toEqual([{ ...first, outcome: 'delivered', milliseconds: 7 }]);
});

test('without a URL it is remembered what would have been sent, and nothing is', () => {
  const { webhooks, sent } = create({ url: undefined });
  webhooks.notify([pair], '192.0.2.1');
  expect(webhooks.list()).toEqual([{ time: startTime, url: null, body, outcome: 'not-configured' }]);
  expect(sent).toEqual([]);
});

test('what is announced later does not change what was announced', () => {
  const { webhooks } = create({ url: undefined });
  const pairs = [pair];
  webhooks.notify(pairs, '192.0.2.1');
  pairs.pop();
  expect(webhooks.list()[0]?.body.PairList).toEqual([pair]);
});

test.each([
  [0, '00000000-0000-4000-8000-000000000000'],
  [0.999, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
])('the randomness %f names the call %s', (random, id) => {
  const { webhooks, sent } = create({ random: () => random });
  webhooks.notify([pair], '192.0.2.1');
  expect(sent[0]?.url.searchParams.get('RequestId')).toBe(id);
});

test('without a token nothing is signed, and what the URL has of the same name is replaced', () => {
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
  ['an empty answer', async () => new Response(''), 'the response is not JSON'],
  ['an error', () => Promise.reject(new Error('no way')), 'no way'],
  ['an error with its cause', () => Promise.reject(new Error('failed', { cause: new Error('why') })), 'why'],
  ['an error with a strange cause', () => Promise.reject(new Error('failed', { cause: 7 })), 'failed'],
  ['something that is no error', () => Promise.reject('broken'), 'broken'],
  [
    'no answer in time',
    () => Promise.reject(new DOMException('', 'TimeoutError')),
    'no response within 1000 ms',
  ],
])('%s is a failed delivery with its reason', async (_what, fetch, reason) => {
  const { webhooks } = create({ fetch });
  webhooks.notify([pair], '192.0.2.1');
  await webhooks.settled();
  expect(webhooks.list()).toMatchObject([{ outcome: 'failed', reason }]);
});

test.each(['ftp://receiver', 'receiver/hook', 'xhttp://receiver', 'https+x://receiver'])(
  'nothing can be sent to %s',
  (url) => {
    expect(() => create({ url })).toThrow(
      'The webhook URL must be an http or https URL, such as http://127.0.0.1:8080/hook.',
    );
  },
);

test.each(['http://receiver', 'https://receiver'])('something can be sent to %s', (url) => {
  expect(() => create({ url })).not.toThrow();
});

test('100000 pairs are remembered, or 1000 deliveries, and the oldest is forgotten first', () => {
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
