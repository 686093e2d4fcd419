import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { hostileArbitrary, kinds } from './requests.ts';

type Server = 'mock' | 'sandbox';

interface Watched {
  uncaught: number;
  delayMs: number;
  cpuMs: number;
  rss: number;
}

const watcher = fileURLToPath(new URL('./watch.mjs', import.meta.url));
const options: Record<Server, string[]> = {
  mock: ['--quiet', '--port', '0'],
  sandbox: ['--port', '0', '--rate-limit', '0', '--request-timeout', '1000'],
};

/** Starts the built command of a server under the watcher. */
export async function startWatched(server: Server, nodeOptions: readonly string[] = []) {
  const cli = fileURLToPath(new URL(`../../../apps/${server}/dist/cli.js`, import.meta.url));
  const child = spawn(process.execPath, ['--import', watcher, ...nodeOptions, cli, ...options[server]], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const next = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const end = (code: number | null, signal: string | null) =>
        reject(new Error(`the ${server} ended: ${code ?? signal}`));
      const look = (line: string) => {
        const found = pattern.exec(line)?.[1];
        if (found === undefined) return;
        lines.off('line', look);
        child.off('exit', end);
        resolve(found);
      };
      lines.on('line', look);
      child.once('exit', end);
    });
  const port = Number(new URL(await next(/(http:\/\/127\.0\.0\.1:\d+)/)).port);
  return {
    port,
    async watch(): Promise<Watched> {
      if (!child.kill('SIGUSR2')) throw new Error(`the ${server} has ended`);
      return JSON.parse(await next(/^WATCH (.*)/));
    },
    async [Symbol.asyncDispose]() {
      if (child.kill('SIGKILL')) await once(child, 'exit');
    },
  };
}

/** Sends bytes and leaves: at once with a reset, at once in order, or after a response or the patience. */
export function send(port: number, bytes: Buffer, leave: string, patienceMs = 1500): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    const timer = setTimeout(() => socket.destroy(), patienceMs);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1', 0, 100);
      if (leave === 'read') socket.end();
    });
    socket.on('error', () => {});
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(received);
    });
    socket.write(bytes, () => {
      if (leave === 'reset') socket.resetAndDestroy();
      if (leave === 'end') socket.end();
    });
  });
}

/** Sends hostile requests in 96 lanes. @throws when the server ends, misses a valid request, or grows without bound. */
export async function attack(server: Server, count: number, seed: number) {
  const started = Date.now();
  await using target = await startWatched(server, ['--max-old-space-size=128']);
  const queue = fc.sample(hostileArbitrary, { numRuns: count, seed }).values();
  await Promise.all(
    Array.from({ length: 96 }, async () => {
      for (const { bytes, leave } of queue) await send(target.port, bytes, leave);
    }),
  );
  const alive = await send(
    target.port,
    Buffer.from('POST /v4/x HTTP/1.1\r\nConnection: close\r\n\r\n'),
    'wait',
    // What callers left behind is worked off first.
    60_000,
  );
  if (!alive.startsWith('HTTP/1.1 200'))
    throw new Error(`the ${server} did not respond after the attack: ${alive}`);
  const { uncaught, delayMs, cpuMs, rss } = await target.watch();
  const megabytes = Math.round(rss / 1024 ** 2);
  if (uncaught > 0) throw new Error(`${uncaught} uncaught exceptions in the ${server}`);
  if (megabytes > 400) throw new Error(`the ${server} has grown to ${megabytes} MB`);
  return {
    requests: count,
    seed,
    seconds: Math.round((Date.now() - started) / 1000),
    uncaught,
    delayMs,
    cpuMs,
    megabytes,
  };
}

/** Processor time of the server for one kind of request of a size and of four times it, each the least of several. */
export async function growth(server: Server, kind: string, size: number) {
  await using target = await startWatched(server);
  const make = kinds[kind];
  if (!make) throw new Error(`no kind ${kind}`);
  async function cost(bytes: Buffer) {
    const before = await target.watch();
    for (let count = 0; count < 20; count += 1) await send(target.port, bytes, 'read');
    return (await target.watch()).cpuMs - before.cpuMs;
  }
  await cost(make(size));
  const small: number[] = [];
  const large: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    small.push(await cost(make(size)));
    large.push(await cost(make(4 * size)));
  }
  return { small: Math.min(...small), large: Math.min(...large) };
}
