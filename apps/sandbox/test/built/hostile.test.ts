import { readFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { errorCatalogue } from '@chat-sns/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf, sendRaw, slowRequest } from '../support/raw-request.ts';
import { call, urlOf } from '../support/service.ts';
import { type Child, startChild } from './child.ts';
import { type HostileRequest, rawArbitrary, requestArbitrary } from './hostile-requests.ts';

const count = Number(process.env.SANDBOX_HOSTILE_REQUESTS ?? 4000);
const seed = Number(process.env.SANDBOX_HOSTILE_SEED ?? Date.now() % 2 ** 31);
const codes = new Set([
  0,
  ...errorCatalogue.filter((entry) => entry.operations.length > 0).map((entry) => entry.code),
]);

function checkEnvelope(what: string, status: number | undefined, body: unknown): void {
  const { ActionStatus, ErrorCode, ErrorInfo, ErrorDisplay } = (body ?? {}) as Record<string, unknown>;
  const isEnvelope =
    status === 200 &&
    ActionStatus === (ErrorCode === 0 ? 'OK' : 'FAIL') &&
    codes.has(Number(ErrorCode)) &&
    typeof ErrorInfo === 'string' &&
    ErrorDisplay === '';
  if (!isEnvelope) throw new Error(`${what} got HTTP ${status} ${JSON.stringify(body)?.slice(0, 500)}`);
}

function sendHostile(
  child: Child,
  agent: Agent,
  { kind, method, target, body, headers }: HostileRequest,
): Promise<void> {
  const what = `${kind} ${method} ${target.slice(0, 300)} ${body.subarray(0, 300).toString('latin1')}`;
  return new Promise((resolve, reject) => {
    const length = headers?.['transfer-encoding'] ? {} : { 'content-length': body.length };
    const outgoing = request(
      { agent, port: child.port, method, path: target, headers: { ...length, ...headers }, timeout: 8000 },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          try {
            checkEnvelope(what, response.statusCode, JSON.parse(Buffer.concat(chunks).toString('utf8')));
            resolve();
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error(`${what} got no response`)));
    outgoing.on('error', (error) => reject(new Error(`${what}: ${error.message}`)));
    outgoing.end(body);
  });
}

async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

function peakMegabytes(child: Child): number {
  const status = readFileSync(`/proc/${child.process.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

test(`each of ${count} hostile requests gets the envelope, seed ${seed}`, { timeout: 180_000 }, async () => {
  // A heap that is large enough for the recorded calls and a few large bodies, but not for a leak.
  const child = await startChild(
    ['--rate-limit', '0', '--request-timeout', '2000'],
    ['--max-old-space-size=96'],
  );
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  try {
    const rawCount = Math.ceil(count / 20);
    await inLanes(fc.sample(requestArbitrary, { numRuns: count - rawCount, seed }), 16, (hostile) =>
      sendHostile(child, agent, hostile),
    );
    await inLanes(fc.sample(rawArbitrary, { numRuns: rawCount, seed }), 8, async (bytes) => {
      const response = await sendRaw(child.port, bytes, 8000);
      checkEnvelope(
        JSON.stringify(bytes.toString('latin1').slice(0, 200)),
        Number(response.slice(9, 12)),
        bodyOf(response),
      );
    });
    const large = {
      kind: '10 MB',
      method: 'POST',
      target: new URL(urlOf('deleteFriends')).pathname,
      body: Buffer.alloc(10 * 1024 * 1024, '['),
    };
    await inLanes(
      Array.from({ length: 24 }, () => large),
      4,
      (hostile) => sendHostile(child, agent, hostile),
    );
    await inLanes(Array.from({ length: 32 }), 32, async () =>
      checkEnvelope('slow', 200, bodyOf(await sendRaw(child.port, slowRequest))),
    );

    expect(child.process.exitCode).toBeNull();
    const service = {
      fetch: (url: string, init: RequestInit) => fetch(url.replace('http://sandbox', child.url), init),
    } as { fetch: typeof fetch };
    expect(await call(service, 'deleteAllFriends', { From_Account: 'alice' })).toMatchObject({
      ErrorCode: 0,
    });
    if (process.platform === 'linux') {
      console.info(`the sandbox never used more than ${peakMegabytes(child).toFixed(0)} MB`);
      expect(peakMegabytes(child)).toBeLessThan(300);
    }
  } finally {
    agent.destroy();
    await child.stop('SIGKILL');
  }
});

test('a receiver of webhooks cannot end or fill the sandbox', { timeout: 60_000 }, async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
  const responses: [encoding: string, body: Buffer][] = [
    // Node refuses to decode these, and must not be asked to abort them after that.
    [Array(6).fill('gzip').join(', '), Buffer.alloc(200 * 1024)],
    ['gzip', bomb],
  ];
  const receiver = createServer((_request, response) => {
    const next = responses.shift();
    // The last delivery fails when its time is up, and so after that of the others.
    if (next) response.writeHead(200, { 'content-encoding': next[0] }).end(next[1]);
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const hook = ['--webhook-url', `http://127.0.0.1:${port}/`, '--webhook-timeout', '2000'];
  const child = await startChild(hook);
  const service = {
    fetch: (url: string, init: RequestInit) => fetch(url.replace('http://sandbox', child.url), init),
  } as { fetch: typeof fetch };
  try {
    const readReasons = async () =>
      ((await (await fetch(`${child.url}/sandbox/webhooks`)).json()) as { reason?: string }[]).map(
        ({ reason }) => reason,
      );
    for (const friend of ['bob', 'carol', 'dave']) {
      await call(service, 'deleteFriends', { From_Account: 'alice', To_Account: [friend] });
      await expect.poll(async () => (await readReasons()).at(-1), { timeout: 20_000 }).toBeTruthy();
    }
    expect(await readReasons()).toEqual([
      expect.any(String),
      'the response is over 1 MiB',
      'no response within 2000 ms',
    ]);
  } finally {
    receiver.closeAllConnections();
    receiver.close();
    await child.stop('SIGKILL');
  }
});
