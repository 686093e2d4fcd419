import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import { call, canary, send, validQuery } from './support/call.ts';
import { operationIds, pathOf } from './support/contract.ts';
import { request } from './support/hostile.ts';
import { sendRaw } from './support/raw.ts';

const everySpelling = [
  canary,
  encodeURIComponent(canary),
  new URLSearchParams({ x: canary }).toString().slice(2),
];

/** Ways in which a usersig reaches a server in a URL, the mistaken ones included. */
const targets = [
  `/v4/sns/friend_delete?sdkappid=1&usersig=${canary}`,
  `/v4/sns/friend_delete?usersig=${canary}&usersig=${canary}`,
  `/v4/sns/friend_delete?UserSig=${canary}`,
  `/v4/sns/friend_delete?%75sersig=${canary}`,
  `/v4/sns/friend_delete?usersig=${encodeURIComponent(canary).replaceAll('*', '%2A')}`,
  `/v4/sns/friend_delete&sdkappid=1&usersig=${canary}`,
  `/v4/sns/friend_delete%3Fsdkappid=1%26usersig=${canary}`,
  `/v4/sns/friend_delete?x=a%26usersig%3D${canary}`,
  `/usersig=${canary}/friend_delete`,
  `/v4/sns/friend_delete?sdkappid=1#usersig=${canary}`,
  `/v4/sns/friend_delete?usersig[]=${canary}`,
  `/v4/sns/friend_delete?usersig%5B%5D=short-and-odd`,
  `/v4/sns/friend_delete?sig=${canary}`,
  `/v4/sns/friend_delete?ticket=${canary}`,
  `/v4/sns/friend_delete?ticket=${encodeURIComponent(encodeURIComponent(canary)).replaceAll('*', '%252A')}`,
  `/v4/sns/friend_delete?${canary}`,
  `/v4/sns/${canary}/friend_delete`,
  `/v4/sns/friend_delete/usersig/${canary.replaceAll('*', '%2a')}`,
];

const friends = (account: string, more = '') => `{"From_Account":"${account}","To_Account":["id1"]${more}}`;
const escaped = [...canary].map((each) => `\\u00${each.charCodeAt(0).toString(16)}`).join('');

/** Every way in which a usersig reaches a server. */
const leaks: [where: string, sent: Parameters<typeof request>[0]][] = [
  ...targets.map((target): [string, { target: string }] => [`the target ${target.slice(0, 60)}`, { target }]),
  ['the preference for an example', { headers: `Prefer: example=${canary}\r\n` }],
  ['a long preference', { headers: `Prefer: code=${'9'.repeat(40)}${canary}\r\n` }],
  ['an account', { body: friends(canary) }],
  ['an account in escapes', { body: friends(escaped) }],
  ['an account with a URL', { body: friends(`https://host/?usersig=${canary}`) }],
  ['another field', { body: friends('id', `,"UserSig":"${canary}"`) }],
  ['the name of a field', { body: friends('id', `,"x":[{"a${canary}":1}]`) }],
  ['a nested field', { body: friends('id', `,"x":${'['.repeat(20_000)}"${canary}"${']'.repeat(20_000)}`) }],
  ['a string as body', { body: JSON.stringify(canary) }],
  ['a body that is not JSON', { body: `usersig=${canary}` }],
];

describe('calls()', () => {
  it.each(operationIds)('has the request to %s and the code of the response', async (operation) => {
    await using mock = await startMock();
    const body = { From_Account: 'me', To_Account: ['a'], GroupName: ['b'], Extra: [1, { deep: true }] };
    await call(mock.url, operation, { body });
    expect(mock.calls()).toEqual([
      {
        operation,
        method: 'POST',
        path: pathOf(operation),
        query: { ...validQuery, usersig: '***' },
        body,
        status: 200,
        code: 0,
      },
    ]);
  });

  it('has refused calls too, in the order in which they arrived', async () => {
    await using mock = await startMock();
    await call(mock.url, 'deleteFriends', { body: '{' });
    await call(mock.url, 'deleteFriends', { path: '/nowhere' });
    await send(mock.url, 'deleteFriends', { headers: { Prefer: 'code=502' } });
    const [first, second, third] = mock.calls();
    expect(first).toMatchObject({ operation: 'deleteFriends', status: 200, code: 60003 });
    expect(first).not.toHaveProperty('body');
    expect(second).toMatchObject({ path: '/nowhere', code: 60009 });
    expect(second).not.toHaveProperty('operation');
    expect(third).toMatchObject({ status: 502 });
    expect(third).not.toHaveProperty('code');
  });

  it('returns a copy, and shows an empty usersig as empty', async () => {
    await using mock = await startMock();
    await call(mock.url, 'deleteFriends', { query: { usersig: '' } });
    mock.calls().length = 0;
    expect(mock.calls().map(({ query }) => query.usersig)).toEqual(['']);
  });

  it('drops the oldest calls beyond keepCalls', async () => {
    await using mock = await startMock({ keepCalls: 2 });
    for (const random of ['1', '2', '3']) await call(mock.url, 'deleteFriends', { query: { random } });
    expect(mock.calls().map(({ query }) => query.random)).toEqual(['2', '3']);
  });

  it('drops the oldest calls beyond 8 MiB of requests', async () => {
    await using mock = await startMock();
    const bodyOf = (From_Account: string) => ({
      From_Account,
      To_Account: Array(50_000).fill('account-of-17-kB'),
    });
    for (const account of Array(20).keys()) {
      await call(mock.url, 'deleteFriends', { body: bodyOf(String(account)) });
    }
    const accounts = mock.calls().map(({ body }) => (body as { From_Account: string }).From_Account);
    // Each request has 0.95 MB.
    expect(accounts).toEqual(['12', '13', '14', '15', '16', '17', '18', '19']);
    await call(mock.url, 'deleteFriends', { body: bodyOf('20').To_Account });
    expect(mock.calls()).toHaveLength(8);
  });

  it('keeps none if told so', async () => {
    await using mock = await startMock({ keepCalls: 0 });
    await call(mock.url, 'deleteFriends');
    expect(mock.calls()).toEqual([]);
  });

  it('is separate for each mock', async () => {
    await using one = await startMock();
    await using other = await startMock();
    await call(one.url, 'deleteFriends');
    expect([one.calls().length, other.calls().length]).toEqual([1, 0]);
  });
});

describe('the log', () => {
  it('has a line per request with method, path, masked usersig, code and milliseconds', async () => {
    const lines: string[] = [];
    await using mock = await startMock({ log: (line) => lines.push(line) });
    await call(mock.url, 'deleteFriends');
    await call(mock.url, 'deleteFriends', { body: { From_Account: 'id', To_Account: {} } });
    await send(mock.url, 'deleteFriends', { headers: { Prefer: 'code=502' } });
    const start = `POST ${pathOf('deleteFriends')}?sdkappid=1400000000&identifier=administrator&usersig=***&random=4294967295&contenttype=json`;
    const withoutTime = lines.map((line) => line.replace(/ \d+\.\d ms$/, ' ms'));
    expect(withoutTime).toEqual([
      `${start} 200 OK 0 ms`,
      `${start} 200 FAIL 30001 "SNS_DECODE_ERR" (To_Account must be array) ms`,
      `${start} 502 ms`,
    ]);
  });

  it('measures the time of a request, and no other', async () => {
    const lines: string[] = [];
    await using mock = await startMock({ log: (line) => lines.push(line) });
    const start = performance.now();
    await call(mock.url, 'deleteFriends');
    const elapsed = performance.now() - start;
    const ms = Number(/ (\d+\.\d) ms$/.exec(lines[0] ?? '')?.[1]);
    expect(ms).toBeLessThanOrEqual(elapsed + 0.1);
  });

  it('has the first 200 characters of a long ErrorInfo', async () => {
    const lines: string[] = [];
    await using mock = await startMock({ log: (line) => lines.push(line) });
    const { envelope } = await call(mock.url, 'deleteFriends', { headers: { Prefer: 'example=none' } });
    expect(envelope.ErrorInfo.length).toBeGreaterThan(200);
    expect(lines[0]).toContain(` ${JSON.stringify(envelope.ErrorInfo.slice(0, 200))} `);
  });

  it('stays on one line of printable ASCII whatever the request says', async () => {
    const lines: string[] = [];
    await using mock = await startMock({ log: (line) => lines.push(line) });
    await sendRaw(mock.url, request({ target: '/v4/\u00e8?a=%0aFAKE%1b[31m' }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe('the usersig', () => {
  it.each(leaks)('is masked in log and calls, and kept out of the response: %s', async (_where, sent) => {
    const lines: string[] = [];
    await using mock = await startMock({ log: (line) => lines.push(line) });
    const { body } = await sendRaw(mock.url, request(sent));
    const calls = [inspect(mock.calls(), { depth: null }), JSON.stringify(mock.calls())];
    const seen = [...lines, sent?.headers ? '' : body, ...calls].join('\n');
    expect(lines).toHaveLength(1);
    expect(mock.calls()).toHaveLength(1);
    for (const spelling of [...everySpelling, 'short-and-odd', canary.slice(0, 20)]) {
      expect(seen).not.toContain(spelling);
    }
  });

  it('is all that is masked in a body', async () => {
    await using mock = await startMock();
    const name = 'eEight0Characters-and-24_more_00';
    const body = {
      From_Account: name,
      To_Account: ['a"\\\n\u2028老', 'x'.repeat(500)],
      Extra: { [name]: [null, 1e3] },
    };
    await call(mock.url, 'deleteFriends', { body });
    expect(mock.calls()[0]?.body).toEqual(body);
  });
});
