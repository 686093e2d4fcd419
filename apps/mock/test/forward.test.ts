import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../src/http/request.ts';
import { listen } from '../src/http/server.ts';
import { createForward, parseUpstream } from '../src/proxy/forward.ts';

const request = (headers: Record<string, string> = {}): HttpRequest => ({
  method: 'POST',
  target: '/a?b=1&&',
  path: '/a',
  query: {},
  headers,
  body: { bytes: Buffer.from('') },
});
const upstreamWith = (respond: RequestListener) =>
  listen(createServer(respond), { port: 0, host: '127.0.0.1' });

describe('parseUpstream', () => {
  const refused: [upstream: string, message: string][] = [
    ['', 'The URL to forward to is not valid. Pass one such as https://host'],
    ['host', 'The URL to forward to is not valid. Pass one such as https://host'],
    ['ftp://host', 'The URL to forward to must start with http: or https:, not with ftp:'],
    ['xhttp://host', 'The URL to forward to must start with http: or https:, not with xhttp:'],
    ['httpx://host', 'The URL to forward to must start with http: or https:, not with httpx:'],
    ['http://user@host', 'The URL of host must not have a user, query or fragment'],
    ['http://:password@host', 'The URL of host must not have a user, query or fragment'],
    ['http://host?x=1', 'The URL of host must not have a user, query or fragment'],
    ['http://host#x', 'The URL of host must not have a user, query or fragment'],
  ];
  it.each(refused)('refuses "%s"', (upstream, message) => {
    expect(() => parseUpstream(upstream)).toThrow(new Error(message));
  });

  it.each(['http://host/', 'https://host:8443/gateway'])('accepts %s', (upstream) => {
    expect(parseUpstream(upstream).href).toBe(upstream);
  });
});

describe('createForward', () => {
  const connectionHeaders = {
    connection: 'keep-alive',
    'keep-alive': 'timeout=5',
    'proxy-authenticate': 'Basic',
    'proxy-authorization': 'Basic x',
    'proxy-connection': 'keep-alive',
    te: 'trailers',
    trailer: 'x',
    'transfer-encoding': 'chunked',
    upgrade: 'h2c',
    host: 'mock',
    'content-length': '999',
    expect: '100-continue',
    'accept-encoding': 'br',
  };

  it('sends no header that belongs to the connection, and asks for no compression', async () => {
    let seen = {};
    await using upstream = await upstreamWith(({ headers }, response) => {
      seen = headers;
      response.end();
    });
    const forward = createForward(new URL(upstream.url));
    await forward(request({ ...connectionHeaders, 'x-own': 'yes' }), Buffer.from('12345'));
    expect(seen).toEqual({
      'x-own': 'yes',
      host: new URL(upstream.url).host,
      'content-length': '5',
      'accept-encoding': 'identity',
      connection: 'keep-alive',
    });
  });

  it('returns no header that belongs to the connection', async () => {
    await using upstream = await upstreamWith((_request, response) => {
      response
        .writeHead(201, { 'Keep-Alive': 'timeout=5', 'Content-Length': '2', 'X-Theirs': 'yes' })
        .end('ok');
    });
    const { reached, response } = await createForward(new URL(upstream.url))(request(), Buffer.from(''));
    const { date: _date, ...headers } = response.headers;
    expect({ reached, ...response, headers, body: String(response.body) }).toEqual({
      reached: true,
      status: 201,
      statusText: 'Created',
      headers: { 'x-theirs': 'yes' },
      body: 'ok',
    });
  });

  it.each(['/gateway', '/gateway/'])('prepends the path %s of the upstream', async (path) => {
    const seen: unknown[] = [];
    await using upstream = await upstreamWith(({ url }, response) => {
      seen.push(url);
      response.end();
    });
    await createForward(new URL(upstream.url + path))(request(), Buffer.from(''));
    expect(seen).toEqual(['/gateway/a?b=1&&']);
  });

  it('speaks TLS to an https upstream', async () => {
    await using upstream = await upstreamWith((_request, response) => response.end());
    const url = upstream.url.replace('http:', 'https:');
    const { reached, response } = await createForward(new URL(url))(request(), Buffer.from(''));
    expect(reached).toBe(false);
    expect(String(response.body)).toMatch(/SSL|EPROTO|ECONNRESET/);
  });

  const body = (upstream: { url: string }, why: string) =>
    `chat-sns-mock proxy: no response from ${new URL(upstream.url).host} (${why})\n`;

  it('gives up on an upstream that is silent', async () => {
    await using upstream = await upstreamWith(() => {});
    const forward = createForward(new URL(upstream.url), { maxBytes: 10, timeoutMs: 50 });
    const { reached, response } = await forward(request(), Buffer.from(''));
    expect({ reached, ...response }).toEqual({
      reached: false,
      status: 502,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      body: body(upstream, 'no response within 0.05 s'),
    });
  });

  it('gives up on a response that is too large, and not before', async () => {
    const mebibyte = 1024 ** 2;
    await using upstream = await upstreamWith(({ headers }, response) => {
      response.end('x'.repeat(Number(headers['x-length'])));
    });
    const forward = createForward(new URL(upstream.url), { maxBytes: mebibyte, timeoutMs: 5000 });
    const allowed = await forward(request({ 'x-length': String(mebibyte) }), Buffer.from(''));
    expect(allowed.response.body).toHaveLength(mebibyte);
    const refused = await forward(request({ 'x-length': String(mebibyte + 1) }), Buffer.from(''));
    expect(refused.reached).toBe(false);
    expect(refused.response.body).toBe(body(upstream, 'the response is over 1 MiB'));
  });

  it('gives up on an upstream that hangs up before or in its response', async () => {
    await using upstream = await upstreamWith(({ method }, response) => {
      if (method === 'POST') response.destroy();
      else response.writeHead(200, { 'Content-Length': '10' }).write('12345', () => response.destroy());
    });
    const forward = createForward(new URL(upstream.url));
    for (const method of ['POST', 'PUT']) {
      const { reached, response } = await forward({ ...request(), method }, Buffer.from(''));
      expect(reached).toBe(false);
      expect(response.body).toBe(body(upstream, 'ECONNRESET'));
    }
  });
});
