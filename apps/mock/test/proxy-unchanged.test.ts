import { afterAll, describe, expect, it } from 'vitest';
import { startMock, startProxy } from '../src/index.ts';
import { call, send } from './support/call.ts';
import { examples } from './support/contract.ts';
import { request } from './support/hostile.ts';
import { sendRaw } from './support/raw.ts';
import { proxyToBytes } from './support/upstream.ts';

const mock = await startMock();
afterAll(() => mock.close());

describe('what the proxy forwards stays as it is', () => {
  it('forwards a response that it cannot log, and says so', async () => {
    const log = () => {
      throw new Error('no space left');
    };
    await using proxy = await startProxy({ upstream: mock.url, log });
    const { text, headers } = await call(proxy.url, 'deleteFriends');
    expect(text).toBe((await call(mock.url, 'deleteFriends')).text);
    expect(JSON.parse(headers.get('chat-sns-violations') ?? '[]')).toEqual([
      { side: 'request', at: 'log', message: 'failed: no space left' },
    ]);
  });

  const json = JSON.stringify(examples.deleteFriends.responses['one-way']?.value);
  const withBody = (head: string, body: string) => `${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const deep = `{"ActionStatus":"OK","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const odd: [what: string, bytes: string, at: string | undefined][] = [
    ['nothing without a Content-Type', withBody('HTTP/1.1 200 OK', ''), 'body'],
    ['text without a Content-Type', withBody('HTTP/1.1 200 OK', 'deleted'), 'body'],
    ['an invalid Content-Type', withBody('HTTP/1.1 200 OK\r\nContent-Type: ;;/', json), 'check'],
    ['a gateway without a body', withBody('HTTP/1.1 502 Bad Gateway', ''), undefined],
    ['a status and a phrase of its own', withBody('HTTP/1.1 299 Deleted, mostly', json), 'HTTP 299'],
    ['a status that nobody knows', withBody('HTTP/1.1 999 Odd', json), 'HTTP 999'],
    ['no phrase', withBody('HTTP/1.1 200 ', json), undefined],
    ['null', withBody('HTTP/1.1 200 OK\r\nContent-Type: application/json', 'null'), 'body.ActionStatus'],
    ['deep JSON', withBody('HTTP/1.1 200 OK\r\nContent-Type: application/json', deep), 'body'],
    ['bytes that are not UTF-8', withBody('HTTP/1.1 200 OK', '\xff\x00\xfe'), 'body'],
    [
      'a page of Latin 1',
      withBody('HTTP/1.1 404 \xe9\r\nX-L: \xe9\r\nContent-Type: text/html', '\xe9'),
      'HTTP 404',
    ],
  ];
  it.each(odd)('forwards %s byte for byte, and reports beside it', async (_what, bytes, at) => {
    await using proxied = await proxyToBytes(bytes);
    const { head, body } = await sendRaw(proxied.url, request(), 5000, 'latin1');
    expect(head.split('\r\n')[0]).toBe(bytes.split('\r\n')[0]);
    expect(body).toBe(bytes.slice(bytes.indexOf('\r\n\r\n') + 4));
    const header = /^chat-sns-violations: (.*)$/im.exec(head)?.[1];
    expect(header && JSON.parse(header)[0].at).toBe(at);
  });

  it('keeps the length of a response without its body', async () => {
    await using proxied = await proxyToBytes('HTTP/1.1 200 OK\r\nContent-Length: 57\r\n\r\n');
    const { headers } = await fetch(`${proxied.url}/v4/x`, { method: 'HEAD' });
    expect(headers.get('content-length')).toBe('57');
  });

  it.each([
    [
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
      'it switched to another protocol',
    ],
    ['HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n', 'its status is 99'],
  ])('responds with 502 and the reason to what HTTP cannot forward', async (bytes, reason) => {
    await using proxied = await proxyToBytes(bytes);
    const { status, text } = await send(proxied.url, 'deleteFriends');
    expect([status, text]).toEqual([502, expect.stringContaining(`(${reason})`)]);
  });
});
