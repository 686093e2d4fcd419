import { afterAll, describe, expect, it } from 'vitest';
import { startMock, startProxy } from '../src/index.ts';
import { call, canary, firstRequest, type RequestChanges, send } from './support/call.ts';
import { examples, operationIds } from './support/contract.ts';
import { request } from './support/hostile.ts';
import { sendRaw } from './support/raw.ts';
import { json, proxyTo, proxyToBytes, proxyToResponse } from './support/upstream.ts';

const mock = await startMock();
afterAll(() => mock.close());

const violationsIn = (headers: Headers) => JSON.parse(headers.get('chat-sns-violations') ?? '[]');

describe('proxy in front of a service that conforms to the contract', () => {
  it.each(operationIds)(
    'forwards %s and its response unchanged, and finds no violation',
    async (operation) => {
      const lines: string[] = [];
      await using proxy = await startProxy({ upstream: mock.url, log: (line) => lines.push(line) });
      const through = await call(proxy.url, operation);
      expect(through.text).toBe((await call(mock.url, operation)).text);
      expect(through.headers.has('chat-sns-violations')).toBe(false);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^POST .*usersig=\*\*\*.* 200 conforms \d+\.\d ms$/);
      const checked = { [operation]: { requests: 1, responses: 1 } };
      expect(proxy.summary()).toEqual({ calls: 1, violating: 0, checked, violations: [] });
    },
  );

  it('finds no violation in the UserID of a chatbot, in request and response', async () => {
    const item = { To_Account: '@RBT#001', ResultCode: 0, ResultInfo: '' };
    await using proxied = await proxyToResponse({
      ...examples.deleteFriends.responses['one-way']?.value,
      ResultItem: [item],
    });
    const body = { From_Account: '@RBT#002', To_Account: ['@RBT#001'], DeleteType: 'Delete_Type_Both' };
    const { headers } = await send(proxied.url, 'deleteFriends', { body });
    expect(violationsIn(headers)).toEqual([]);
  });

  it('forwards method, path, raw query, headers and bytes unchanged', async () => {
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
    await using proxied = await proxyToResponse(value);
    const { headers } = await send(proxied.url, operation);
    expect(violationsIn(headers)).toEqual([]);
  });

  it.each(['', 'Content-Type:\r\n'])(
    'accepts a response whose Content-Type is missing or empty',
    async (header) => {
      const good = JSON.stringify(examples.deleteFriends.responses['one-way']?.value);
      await using proxied = await proxyToBytes(
        `HTTP/1.1 200 OK\r\n${header}Content-Length: ${good.length}\r\n\r\n${good}`,
      );
      const { status, headers, text } = await send(proxied.url, 'deleteFriends');
      expect([status, text, violationsIn(headers)]).toEqual([200, good, []]);
    },
  );

  it('accepts the page of a gateway', async () => {
    await using proxied = await proxyToResponse('<html></html>', { 'Content-Type': 'text/html' }, 502);
    const { status, headers } = await send(proxied.url, 'deleteFriends');
    expect([status, violationsIn(headers)]).toEqual([502, []]);
  });
});

describe('proxy reports violations in a request', () => {
  const invalid: [why: string, changes: RequestChanges, at: string, code: number][] = [
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
  it.each(invalid)('%s', async (_why, changes, at, code) => {
    await using proxied = await proxyToResponse(examples.deleteFriends.responses['one-way']?.value);
    const { headers } = await send(proxied.url, 'deleteFriends', changes);
    expect(violationsIn(headers)).toEqual([{ side: 'request', at, message: expect.any(String), code }]);
    expect(headers.get('chat-sns-violation-count')).toBe('1');
    expect(proxied.lines[0]).toContain('1 violation ');
    expect(proxied.lines[1]).toContain(`request ${at}: `);
    expect(proxied.lines[1]).toContain(`(the mock responds with ${code})`);
  });

  it('all of them, not only the first', async () => {
    await using proxied = await proxyToResponse(examples.deleteFriends.responses['one-way']?.value);
    const { headers } = await send(proxied.url, 'deleteFriends', {
      query: { contenttype: undefined },
      body: { DeleteType: 'x' },
    });
    expect(violationsIn(headers)).toHaveLength(4);
    const { violations, ...counts } = proxied.proxy.summary();
    const checked = { deleteFriends: { requests: 1, responses: 1 } };
    expect(counts).toEqual({ calls: 1, violating: 1, checked });
    expect(violations).toHaveLength(4);
  });
});

describe('proxy reports violations in a response', () => {
  const good = examples.deleteFriends.responses['one-way']?.value ?? {};
  const { ErrorInfo: _info, ...withoutInfo } = good as Record<string, unknown>;
  const failure = (ErrorCode: unknown) => ({ ActionStatus: 'FAIL', ErrorCode, ErrorInfo: '' });
  const withResult = (ResultCode: unknown) => ({
    ...good,
    ResultItem: [{ To_Account: 'id1', ResultCode, ResultInfo: '' }],
  });
  const wrong: [why: string, body: unknown, at: string, message: string][] = [
    ['a missing field', withoutInfo, 'body', 'ErrorInfo'],
    ['a code of another type', { ...good, ErrorCode: '0' }, 'body.ErrorCode', 'integer'],
    ['OK with a code', { ...good, ErrorCode: 30001 }, 'body.ErrorCode', 'allowed values: 0'],
    ['FAIL with code 0', failure(0), 'body.ErrorCode', 'must NOT be valid'],
    ['FAIL with a code of another type', failure('60006'), 'body.ErrorCode', 'integer'],
    ['a result code of another type', withResult('31704'), 'body.ResultItem.0.ResultCode', 'integer'],
    ['another ActionStatus', { ...good, ActionStatus: 'ok' }, 'body.ActionStatus', 'OK'],
    ['no ActionStatus', { ErrorCode: 0 }, 'body.ActionStatus', 'OK'],
    ['no object', '[]', 'body.ActionStatus', 'OK'],
    ['no JSON', '<html>', 'body', 'not JSON'],
    ['nothing', '', 'body', 'not JSON'],
  ];
  it.each(wrong)('%s', async (_why, body, at, message) => {
    await using proxied = await proxyToResponse(body);
    const { headers } = await send(proxied.url, 'deleteFriends');
    const found = violationsIn(headers);
    expect(found).toContainEqual({ side: 'response', at, message: expect.stringContaining(message) });
    expect(found.length).toBeLessThan(4);
    expect(proxied.lines[1]).toContain(`response ${at}: `);
  });

  // 60006, 70032 and 70052 are real ones. The service can send any of 60000 to 79999.
  it.each([60006, 70032, 70052, 60000, 79999, 99999])(
    'but not the code %i, which no page lists',
    async (code) => {
      for (const body of [failure(code), withResult(code)]) {
        await using proxied = await proxyToResponse(body);
        const { headers } = await send(proxied.url, 'deleteFriends');
        expect(violationsIn(headers)).toEqual([]);
        expect(proxied.proxy.summary()).toMatchObject({ calls: 1, violating: 0, violations: [] });
        expect(proxied.lines[0]).toContain(` 200 conforms, unlisted code ${code} `);
      }
    },
  );

  it('a status that the contract does not have', async () => {
    await using proxied = await proxyToResponse('no', { 'Content-Type': 'text/plain' }, 404);
    const { status, headers } = await send(proxied.url, 'deleteFriends');
    expect(status).toBe(404);
    expect(violationsIn(headers)[0]).toMatchObject({ side: 'response', at: 'HTTP 404' });
  });

  it('another Content-Type', async () => {
    await using proxied = await proxyToResponse(good, { 'Content-Type': 'text/plain' });
    const { headers } = await send(proxied.url, 'deleteFriends');
    expect(violationsIn(headers)).toMatchObject([{ message: expect.stringContaining('text/plain') }]);
  });

  it('a response that is compressed although it must not be, and so is not checked', async () => {
    await using proxied = await proxyToResponse('xx', { ...json, 'Content-Encoding': 'br' });
    const { body } = await sendRaw(proxied.url, request());
    expect(body).toBe('xx');
    expect(proxied.lines[1]).toContain('br');
  });

  it('more than fit a header, with the count of all', async () => {
    const items = Array.from({ length: 500 }, () => ({}));
    await using proxied = await proxyToResponse({ ...good, ResultItem: items });
    const { headers } = await send(proxied.url, 'deleteFriends');
    expect(headers.get('chat-sns-violations')?.length).toBeLessThan(4200);
    expect(violationsIn(headers).length).toBeGreaterThan(10);
    expect(headers.get('chat-sns-violation-count')).toBe('1500');
  });
});

describe('proxy', () => {
  it('does not check paths that the contract does not have', async () => {
    await using proxied = await proxyToResponse({ anything: true });
    const { headers, text } = await send(proxied.url, 'deleteFriends', {
      path: '/v4/sns/friend_get',
      body: {},
    });
    expect(text).toBe('{"anything":true}');
    expect(headers.has('chat-sns-violations')).toBe(false);
    expect(proxied.lines[0]).toContain('not checked');
  });

  it('responds with 502 and the reason when the upstream cannot be reached', async () => {
    await using proxy = await startProxy({ upstream: 'http://127.0.0.1:1' });
    const { status, text } = await send(proxy.url, 'deleteFriends');
    expect(status).toBe(502);
    expect(text).toBe('chat-sns-mock proxy: no response from 127.0.0.1:1 (ECONNREFUSED)\n');
  });

  it('responds with 502 when the upstream hangs up in the middle', async () => {
    await using proxied = await proxyTo((_incoming, response) => {
      response.writeHead(200, { 'Content-Length': '10' }).write('12345', () => response.destroy());
    });
    expect((await send(proxied.url, 'deleteFriends')).status).toBe(502);
  });

  it('responds in the envelope to bytes that are not HTTP', async () => {
    await using proxied = await proxyToResponse('{}');
    const { body } = await sendRaw(proxied.url, 'HELLO\r\n\r\n');
    expect(JSON.parse(body)).toMatchObject({ ErrorCode: 60002 });
  });

  it('does not forward a body over 10 MiB', async () => {
    await using proxied = await proxyToResponse('{}');
    const body = ' '.repeat(10 * 1024 ** 2);
    expect((await send(proxied.url, 'deleteFriends', { body })).text).toBe('{}');
    const { envelope } = await call(proxied.url, 'deleteFriends', { body: `${body} ` });
    expect(envelope).toMatchObject({ ErrorCode: 60002, ErrorInfo: 'mock: the body is over 10 MiB' });
    expect(proxied.proxy.summary().calls).toBe(1);
  });

  it('prepends the path of the upstream', async () => {
    const targets: unknown[] = [];
    await using proxied = await proxyTo((incoming, response) => {
      targets.push(incoming.url);
      response.end();
    }, '/gateway/');
    await sendRaw(proxied.url, request({ target: '/v4/x?y' }));
    expect(targets).toEqual(['/gateway/v4/x?y']);
  });

  it('never shows the usersig in header or log', async () => {
    await using proxied = await proxyToResponse({ ErrorCode: canary });
    const { headers } = await send(proxied.url, 'deleteFriends', {
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
