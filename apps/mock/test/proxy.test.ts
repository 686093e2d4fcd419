import { afterAll, describe, expect, it } from 'vitest';
import { startMock, startProxy } from '../src/index.ts';
import { type Asking, ask, call, canary, firstRequest } from './support/call.ts';
import { examples, operationIds } from './support/contract.ts';
import { request } from './support/hostile.ts';
import { sendRaw } from './support/raw.ts';
import { answering, json, proxyTo } from './support/upstream.ts';

const mock = await startMock();
afterAll(() => mock.close());

const violationsIn = (headers: Headers) => JSON.parse(headers.get('chat-sns-violations') ?? '[]');

describe('proxy in front of a service that keeps the contract', () => {
  it.each(operationIds)('hands %s on and back unchanged, and finds nothing', async (operation) => {
    const lines: string[] = [];
    await using proxy = await startProxy({ upstream: mock.url, log: (line) => lines.push(line) });
    const through = await ask(proxy.url, operation);
    expect(through.text).toBe((await ask(mock.url, operation)).text);
    expect(through.headers.has('chat-sns-violations')).toBe(false);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^POST .*usersig=\*\*\*.* 200 conforms \d+\.\d ms$/);
    expect(proxy.summary()).toEqual({ calls: 1, violating: 0 });
  });

  it('forwards method, path, raw query, headers and bytes as they came', async () => {
    const seen: unknown[] = [];
    await using proxied = await proxyTo(async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      seen.push(incoming.method, incoming.url, incoming.headers['x-own'], Buffer.concat(chunks).toString());
      response.writeHead(200, { ...json, 'X-Theirs': 'kept', 'Set-Cookie': ['a=1', 'b=2'] }).end('{}');
    });
    const target = '/base/x?b=%2A&&a=1&a=2';
    const response = await fetch(proxied.url + target, {
      method: 'PUT',
      body: '{ "odd" : 1 }',
      headers: { 'X-Own': 'yes' },
    });
    expect(seen).toEqual(['PUT', target, 'yes', '{ "odd" : 1 }']);
    expect(response.headers.get('x-theirs')).toBe('kept');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it.each(
    operationIds.flatMap((operation) =>
      Object.entries(examples[operation].responses).map(([name, { value }]) => ({ operation, name, value })),
    ),
  )('accepts the response example $name of $operation', async ({ operation, value }) => {
    await using proxied = await answering(value);
    const { headers } = await call(proxied.url, operation);
    expect(violationsIn(headers)).toEqual([]);
  });

  it('accepts the page of a gateway', async () => {
    await using proxied = await answering('<html></html>', { 'Content-Type': 'text/html' }, 502);
    const { status, headers } = await call(proxied.url, 'deleteFriends');
    expect([status, violationsIn(headers)]).toEqual([502, []]);
  });
});

describe('proxy reports what is wrong in a request', () => {
  const faulty: [why: string, asking: Asking, at: string, code: number][] = [
    [
      'a number as account',
      { body: { From_Account: 'a', To_Account: ['b', 1] } },
      'body.To_Account.1',
      60015,
    ],
    ['a bad random', { query: { random: '1e3' } }, 'query.random', 60025],
    ['a body that is not JSON', { body: '{' }, 'body', 60003],
    ['another method', { method: 'GET' }, 'method', 60009],
  ];
  it.each(faulty)('%s', async (_why, asking, at, code) => {
    await using proxied = await answering(examples.deleteFriends.responses['one-way']?.value);
    const { headers } = await call(proxied.url, 'deleteFriends', asking);
    expect(violationsIn(headers)).toEqual([{ side: 'request', at, message: expect.any(String), code }]);
    expect(headers.get('chat-sns-violation-count')).toBe('1');
    expect(proxied.lines[0]).toContain('1 violation ');
    expect(proxied.lines[1]).toContain(`request ${at}: `);
    expect(proxied.lines[1]).toContain(`(the mock answers ${code})`);
  });

  it('everything, not only the first fault', async () => {
    await using proxied = await answering(examples.deleteFriends.responses['one-way']?.value);
    const { headers } = await call(proxied.url, 'deleteFriends', {
      query: { contenttype: undefined },
      body: { DeleteType: 'x' },
    });
    expect(violationsIn(headers)).toHaveLength(4);
    expect(proxied.proxy.summary()).toEqual({ calls: 1, violating: 1 });
  });
});

describe('proxy reports what is wrong in a response', () => {
  const good = examples.deleteFriends.responses['one-way']?.value ?? {};
  const { ErrorInfo: _info, ...withoutInfo } = good as Record<string, unknown>;
  const wrong: [why: string, body: unknown, at: string, message: string][] = [
    ['a missing field', withoutInfo, 'body', 'ErrorInfo'],
    ['a code of another type', { ...good, ErrorCode: '0' }, 'body.ErrorCode', 'integer'],
    ['OK with a code', { ...good, ErrorCode: 30001 }, 'body.ErrorCode', 'constant'],
    [
      'FAIL with an unknown code',
      { ActionStatus: 'FAIL', ErrorCode: 99999, ErrorInfo: '' },
      'body.ErrorCode',
      'allowed values',
    ],
    ['another ActionStatus', { ...good, ActionStatus: 'ok' }, 'body.ActionStatus', 'OK'],
    ['no ActionStatus', { ErrorCode: 0 }, 'body.ActionStatus', 'OK'],
    ['no object', '[]', 'body.ActionStatus', 'OK'],
    ['no JSON', '<html>', 'body', 'not JSON'],
    ['nothing', '', 'body', 'not JSON'],
  ];
  it.each(wrong)('%s', async (_why, body, at, message) => {
    await using proxied = await answering(body);
    const { headers } = await call(proxied.url, 'deleteFriends');
    const found = violationsIn(headers);
    expect(found).toContainEqual({ side: 'response', at, message: expect.stringContaining(message) });
    expect(found.length).toBeLessThan(4);
    expect(proxied.lines[1]).toContain(`response ${at}: `);
  });

  it('a status that the contract does not have', async () => {
    await using proxied = await answering('no', { 'Content-Type': 'text/plain' }, 404);
    const { status, headers } = await call(proxied.url, 'deleteFriends');
    expect(status).toBe(404);
    expect(violationsIn(headers)[0]).toMatchObject({ side: 'response', at: 'HTTP 404' });
  });

  it('an answer that is compressed against its wish, and so not checked', async () => {
    await using proxied = await answering('xx', { ...json, 'Content-Encoding': 'br' });
    const { body } = await sendRaw(proxied.url, request());
    expect(body).toBe('xx');
    expect(proxied.lines[1]).toContain('br');
  });

  it('more than fits a header, with the count of all', async () => {
    const items = Array.from({ length: 500 }, () => ({}));
    await using proxied = await answering({ ...good, ResultItem: items });
    const { headers } = await call(proxied.url, 'deleteFriends');
    expect(headers.get('chat-sns-violations')?.length).toBeLessThan(4200);
    expect(violationsIn(headers).length).toBeGreaterThan(10);
    expect(headers.get('chat-sns-violation-count')).toBe('1500');
  });
});

describe('proxy', () => {
  it('does not check paths that the contract does not have', async () => {
    await using proxied = await answering({ anything: true });
    const { headers, text } = await call(proxied.url, 'deleteFriends', {
      path: '/v4/sns/friend_get',
      body: {},
    });
    expect(text).toBe('{"anything":true}');
    expect(headers.has('chat-sns-violations')).toBe(false);
    expect(proxied.lines[0]).toContain('not checked');
  });

  it('answers 502 and says why when the upstream cannot be reached', async () => {
    await using proxy = await startProxy({ upstream: 'http://127.0.0.1:1' });
    const { status, text } = await call(proxy.url, 'deleteFriends');
    expect(status).toBe(502);
    expect(text).toBe('chat-sns-mock proxy: 127.0.0.1:1 gave no answer (ECONNREFUSED)\n');
  });

  it('answers 502 when the upstream hangs up in the middle', async () => {
    await using proxied = await proxyTo((_incoming, response) => {
      response.writeHead(200, { 'Content-Length': '10' }).write('12345', () => response.destroy());
    });
    expect((await call(proxied.url, 'deleteFriends')).status).toBe(502);
  });

  it('puts a path of the upstream in front', async () => {
    const targets: unknown[] = [];
    await using proxied = await proxyTo((incoming, response) => {
      targets.push(incoming.url);
      response.end();
    }, '/gateway/');
    await sendRaw(proxied.url, request({ target: '/v4/x?y' }));
    expect(targets).toEqual(['/gateway/v4/x?y']);
  });

  it('never shows the usersig, in header or log', async () => {
    await using proxied = await answering({ ErrorCode: canary });
    const { headers } = await call(proxied.url, 'deleteFriends', {
      body: { ...firstRequest('deleteFriends'), DeleteType: canary },
    });
    expect(proxied.lines.length).toBeGreaterThan(1);
    expect([...proxied.lines, headers.get('chat-sns-violations')].join()).not.toContain(canary);
  });

  it.each(['', 'host', 'ftp://host', 'http://a:b@host', 'http://host?x=1', 'http://host#x'])(
    'refuses to forward to "%s"',
    async (upstream) => {
      await expect(startProxy({ upstream })).rejects.toThrow(/URL|http and https/);
    },
  );
});
