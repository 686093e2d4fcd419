import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort, start } from './readme.ts';

/** A server in a process of its own, that ends with the test. */
export interface Server extends AsyncDisposable {
  url: string;
}

export async function startRedis(cwd: string): Promise<Server> {
  const port = await findFreePort();
  const script = `exec redis-server --port ${port} --bind 127.0.0.1 --save '' --appendonly no`;
  const redis = await start(script, cwd, {}, /Ready to accept/);
  return Object.assign(redis, { url: `redis://127.0.0.1:${port}` });
}

/** One request as the service sees it, in milliseconds. */
export interface Received {
  account: string;
  friends: string[];
  startedAt: number;
  endedAt: number;
}

/** Passes requests on, writes down when each came and ended, and lets each take some time. */
export async function startRecorder(target: string, received: Received[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const startedAt = performance.now();
    const body = await text(request);
    const { From_Account: account, To_Account: friends } = JSON.parse(body);
    const one: Received = { account, friends, startedAt, endedAt: Number.POSITIVE_INFINITY };
    received.push(one);
    // Also when the client has given it up, or was killed.
    response.on('close', () => {
      one.endedAt = performance.now();
    });
    const result = await fetch(target + request.url, { method: 'POST', body });
    const content = await result.text();
    // Time for a kill between the deletion and its response.
    await wait(30);
    response.writeHead(result.status, { 'content-type': 'application/json' }).end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
