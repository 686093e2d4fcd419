// CPU time per call of the client and its peers: one server, the same work, interleaved rounds, ratios.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createChatClient } from '@chat-sns/client';
import { createUserSig } from '@chat-sns/client/usersig';
import { type Call, createContenders } from './client-contenders.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 11);
const calls = Number(process.env.BENCH_CALLS ?? 1000);
const memoryCalls = Number(process.env.BENCH_MEMORY_CALLS ?? 100_000);
const app = { sdkAppId: 1400000000, identifier: 'administrator' };
const secretKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** CPU microseconds per call, user and system. */
async function measure(call: Call, count: number): Promise<number> {
  const before = process.cpuUsage();
  for (let done = 0; done < count; done += 1) await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

/** Measures all contenders in turn, in another order each round. */
async function compare(contenders: Record<string, Call>, count: number): Promise<Map<string, number[]>> {
  const names = Object.keys(contenders);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (const call of Object.values(contenders)) await measure(call, count);
  for (let round = 0; round < rounds; round += 1) {
    const shift = round % names.length;
    const order = [...names.slice(shift), ...names.slice(0, shift)];
    for (const name of round % 2 ? order.toReversed() : order) {
      times.get(name)?.push(await measure(contenders[name] as Call, count));
    }
  }
  return times;
}

/** Prints medians, and as ratio the median of the ratios within each round, which cancels what slows a whole round. */
function print(title: string, times: Map<string, number[]>, bases: string[]): void {
  console.log(`\n${title}\n`);
  console.log(`| | µs per call | ${bases.map((base) => `against ${base}`).join(' | ')} |`);
  console.log(`| --- | ---: | ${bases.map(() => '---:').join(' | ')} |`);
  for (const [name, own] of times) {
    const ratios = bases.map((base) => ratio(own, times.get(base) ?? []).toFixed(2));
    console.log(`| ${name} | ${median(own).toFixed(1)} | ${ratios.join(' | ')} |`);
  }
}

const ratio = (own: number[], base: number[]) =>
  median(own.map((time, round) => time / (base[round] ?? Number.NaN)));

async function compareSigning(): Promise<void> {
  const require = createRequire(import.meta.url);
  const { Api } = require('tls-sig-api-v2') as {
    Api: new (app: number, key: string) => { genSig(...args: unknown[]): string };
  };
  const official = new Api(app.sdkAppId, secretKey);
  const contenders = {
    'tls-sig-api-v2': async () => official.genSig('administrator', 86_400, null),
    createUserSig: () => createUserSig({ ...app, secretKey, expiresIn: 86_400 }),
  };
  print('Signing, CPU time of one signature', await compare(contenders, calls), ['tls-sig-api-v2']);
}

/** Heap after collections along many calls: it has to stay where it was after the first tenth. */
async function watchMemory(baseUrl: string, userSig: string): Promise<void> {
  const collect = globalThis.gc;
  if (!collect) return console.log('\nMemory: run with --expose-gc to see it.');
  const chat = createChatClient({ ...app, baseUrl, userSig, rateLimit: { calls: 100_000, perSeconds: 1 } });
  const request = {
    From_Account: 'id',
    To_Account: ['id1', 'id2', 'id3'],
    DeleteType: 'Delete_Type_Both' as const,
  };
  const heaps: number[] = [];
  for (let part = 0; part < 10; part += 1) {
    for (let done = 0; done < memoryCalls / 10; done += 1) await chat.deleteFriends(request);
    collect();
    heaps.push(process.memoryUsage().heapUsed / 1024 / 1024);
  }
  console.log(
    `\nHeap in MiB after each tenth of ${memoryCalls} calls: ${heaps.map((heap) => heap.toFixed(2)).join(', ')}`,
  );
}

async function startServer(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(fileURLToPath(new URL('client-server.ts', import.meta.url)));
  const [port] = await once(child, 'message');
  return { child, url: `http://127.0.0.1:${port}` };
}

const { child, url } = await startServer();
try {
  const userSig = await createUserSig({ ...app, secretKey });
  const title = `deleteFriends with three accounts, CPU time of one call (${rounds} rounds of ${calls} calls each, Node ${process.version})`;
  print(title, await compare(await createContenders(url, userSig), calls), ['bare fetch', 'openapi-fetch']);
  await compareSigning();
  await watchMemory(url, userSig);
} finally {
  child.disconnect();
}
