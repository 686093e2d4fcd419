import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { call, canary } from './support/call.ts';
import { type Child, startNode } from './support/child.ts';
import { request } from './support/hostile.ts';
import { sendRaw } from './support/raw.ts';

const bin = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const start = (...args: string[]) => startNode([bin, ...args]);
const urlOf = (child: Child) => child.waitFor(/http:\/\/127\.0\.0\.1:\d+/);

describe('chat-sns-mock', () => {
  it('prints its URL, responds, and logs a line per request without the usersig', async () => {
    await using child = start('--port', '0');
    const url = await urlOf(child);
    expect((await call(url, 'deleteFriends')).envelope.ErrorCode).toBe(0);
    expect(await child.waitFor(/POST .*usersig=\*\*\*.* 200 OK 0 .* ms/)).toBeTruthy();
    expect(child.output()).not.toContain(canary);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with code 0 on %s, open connections or not',
    async (signal) => {
      await using child = start('--port', '0');
      const url = await urlOf(child);
      await call(url, 'deleteFriends');
      const unfinished = sendRaw(url, request().subarray(0, -5)).catch(() => 'closed');
      await call(url, 'deleteFriends');
      expect(await child.end(signal)).toEqual({ code: 0, signal: null });
      expect(await unfinished).toBe('closed');
    },
  );

  it('is silent with --quiet', async () => {
    await using child = start('--port', '0', '--quiet');
    await call(await urlOf(child), 'deleteFriends');
    await child.end('SIGTERM');
    expect(child.output().trim().split('\n')).toHaveLength(1);
  });

  it('prints one line that says what to do when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await using child = start('--port', String(port));
    expect(await child.end()).toEqual({ code: 1, signal: null });
    expect(child.output()).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program. Choose another port, or 0 for any free one.\n`,
    );
    other.close();
  });

  it('prints its help with --help', async () => {
    await using child = start('--help');
    expect(await child.end()).toEqual({ code: 0, signal: null });
    for (const word of [
      '--port',
      '--host',
      'proxy <url>',
      'mock-31704',
      'Prefer: example=',
      '/v4/sns/group_delete',
    ]) {
      expect(child.output()).toContain(word);
    }
  });

  const mistakes: [string[], string][] = [
    [['--port', 'x'], '--port'],
    [['--port', '65536'], '--port'],
    [['--port=-1'], '--port'],
    [['--bogus'], '--bogus'],
    [['serve'], 'serve'],
    [['proxy'], 'URL'],
    [['proxy', 'http://a', 'http://b'], 'one URL'],
  ];
  it.each(mistakes)('refuses %j with code 2 and a hint', async (args, says) => {
    await using child = start(...args);
    expect(await child.end()).toEqual({ code: 2, signal: null });
    expect(child.output()).toContain(says);
    expect(child.output()).toContain('--help');
  });

  it('does not repeat a secret in the URL to forward to', async () => {
    await using child = start('proxy', `https://user:${canary}@host.example/?usersig=${canary}`);
    expect(await child.end()).toEqual({ code: 1, signal: null });
    expect(child.output()).toContain('host.example');
    expect(child.output()).not.toContain(canary);
  });

  it('proxies, and prints a summary at the end', async () => {
    await using mock = start('--port', '0');
    await using proxy = start('proxy', await urlOf(mock), '--port', '0');
    const url = await urlOf(proxy);
    await call(url, 'deleteFriends');
    await call(url, 'deleteFriends', { body: {} });
    expect(await proxy.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(proxy.output()).toContain('2 calls forwarded, 1 of them with violations');
    expect(proxy.output()).not.toContain(canary);
  });
});
