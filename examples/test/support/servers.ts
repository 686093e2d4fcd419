import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

/** A server in a process of its own, that ends with the test. */
export interface Server extends AsyncDisposable {
  url: string;
}

/** Whether this machine has a Redis to test with. Prints one line when it has none. */
export function hasRedis(purpose: string): boolean {
  try {
    return execFileSync('redis-server', ['--version'], { stdio: 'pipe' }).length > 0;
  } catch {
    console.warn(`skipped: ${purpose}, because no redis-server is installed`);
    return false;
  }
}

export async function startRedis(): Promise<Server> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  await readUntil(child, /Ready to accept/);
  return serve(child, `redis://127.0.0.1:${port}`);
}

/** Starts the sandbox without a rate limit: the recorder in front of it judges the rate. */
export async function startSandbox(flags: string[] = []): Promise<Server> {
  const manifest = createRequire(import.meta.url).resolve('@chat-sns/sandbox/package.json');
  const args = [join(manifest, '../dist/cli.js'), '--port', '0', '--rate-limit', '0', ...flags];
  const env = { ...process.env, CHAT_SNS_SECRET_KEY: 'for-the-sandbox' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return serve(child, await readUntil(child, /\(unofficial\) on (http:\S+)/));
}

function serve(child: ChildProcess, url: string): Server {
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

async function readUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  for await (const chunk of child.stdout ?? []) {
    const found = pattern.exec(String(chunk));
    if (found) return found[1] ?? '';
  }
  throw new Error(`${child.spawnfile} did not start`);
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
