import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createUserSig } from '@chat-sns/client/usersig';
import {
  freePort,
  type Server,
  sandboxCli,
  serverNames,
  spawnNode,
  startServer,
} from './sandbox-children.ts';
import { type Load, load, writeRequest } from './sandbox-load.ts';
import { createBodies, createHubs } from './sandbox-state.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const milliseconds = Number(process.env.BENCH_MILLISECONDS ?? 700);
const demoKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';

const usersig = await createUserSig({
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: demoKey,
});
const target = `/v4/sns/friend_delete?sdkappid=1400000000&identifier=administrator&usersig=${encodeURIComponent(usersig)}&random=1&contenttype=json`;
const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const cell = (value: number, digits: number) => (Number.isNaN(value) ? '' : value.toFixed(digits));
const goals: [string, boolean][] = [];

async function isUp(port: number): Promise<boolean> {
  const body = '{"From_Account":"alice","To_Account":["nobody"],"DeleteType":"Delete_Type_Single"}';
  return fetch(`http://127.0.0.1:${port}${target}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  }).then(
    (response) => response.ok,
    () => false,
  );
}

async function seed(port: number, hubs: number, leaves: number): Promise<void> {
  const body = JSON.stringify(createHubs(hubs, leaves));
  const response = await fetch(`http://127.0.0.1:${port}/sandbox/state`, { method: 'PUT', body });
  if (response.status !== 204) throw new Error(await response.text());
}

interface Measured extends Load {
  /** Microseconds of the server's processor time for one request; NaN where the system does not tell. */
  readonly cpu: number;
}

async function measure(server: Server, requests: readonly Buffer[]): Promise<Measured> {
  let sent = 0;
  const before = server.cpuSeconds();
  const result = await load(server.port, () => requests[sent++ % requests.length], milliseconds);
  const cpu = ((server.cpuSeconds() - before) / result.requests) * 1e6;
  if (result.failed > 0) throw new Error(`${server.name} failed ${result.failed} requests`);
  return { ...result, cpu };
}

/** One line for each server: medians over the rounds, and the medians of the ratios within each round. */
async function compare(servers: readonly Server[], size: number, hubs: number, leaves: number) {
  const requests = createBodies(hubs, leaves, size, 'Delete_Type_Single').map((body) =>
    writeRequest(target, body),
  );
  const results = new Map<string, Measured[]>(servers.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const server of servers) {
      if (server.name === 'sandbox') await seed(server.port, hubs, leaves);
      const result = await measure(server, requests);
      if (round >= 0) results.get(server.name)?.push(result);
    }
  }
  const bare = results.get('bare node:http') ?? [];
  /** The median over the rounds of a server's figure divided by that of bare node:http in the same round. */
  const ofBare = (all: readonly Measured[], pick: (result: Measured) => number) =>
    median(all.map((result, round) => pick(result) / pick(bare[round] as Measured)));
  console.log(
    `\n${size} accounts, ${requests.length} different deletions, then again and again; ${rounds} rounds of ${milliseconds} ms`,
  );
  console.log('server           requests/s   of bare   p50 ms   p99 ms   CPU us/request   of bare');
  const rates = new Map<string, number>();
  for (const [name, all] of results) {
    const rate = ofBare(all, (result) => result.requestsPerSecond);
    const cpu = (result: Measured) => result.cpu;
    rates.set(name, rate);
    console.log(
      name.padEnd(16),
      cell(median(all.map((result) => result.requestsPerSecond)), 0).padStart(10),
      cell(rate, 2).padStart(9),
      cell(median(all.map((result) => result.p50)), 2).padStart(8),
      cell(median(all.map((result) => result.p99)), 2).padStart(8),
      cell(median(all.map(cpu)), 1).padStart(16),
      cell(ofBare(all, cpu), 2).padStart(9),
    );
  }
  return (name: string) => rates.get(name) ?? Number.NaN;
}

async function measureStart(): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 7; turn += 1) {
    const port = await freePort();
    const start = performance.now();
    const child = spawnNode([sandboxCli, '--port', String(port)]);
    while (!(await isUp(port))) await new Promise((resolve) => setTimeout(resolve, 2));
    times.push(performance.now() - start);
    child.kill();
  }
  return median(times);
}

/** Real two-way deletions of `leaves` friends each, one after the other. */
async function measureLargeDeletions(hubs: number, leaves: number): Promise<Load> {
  const server = await startServer('sandbox', isUp);
  try {
    await seed(server.port, hubs, leaves);
    const requests = createBodies(hubs, leaves, leaves, 'Delete_Type_Both').map((body) =>
      writeRequest(target, body),
    );
    return await load(server.port, () => requests.shift(), 60_000, 1);
  } finally {
    server.stop();
  }
}

const servers: Server[] = [];
try {
  for (const name of serverNames) servers.push(await startServer(name, isUp));
  const three = await compare(servers, 3, 300, 900);
  goals.push(['0.7 of bare or more for 3 accounts', three('sandbox') >= 0.7]);
  goals.push(['20 times Prism as shipped for 3 accounts', three('sandbox') >= 20 * three('prism cli')]);
  const thousand = await compare(servers, 1000, 300, 1000);
  goals.push(['0.25 of bare or more for 1000 accounts', thousand('sandbox') >= 0.25]);
} finally {
  for (const server of servers) server.stop();
}

const million = await measureLargeDeletions(500, 1000);
const small = await measureLargeDeletions(20, 1000);
console.log(`\nTwo-way deletion of 1000 friends, one at a time:`);
console.log(`  among 1,000,000 edges  p50 ${cell(million.p50, 2)} ms, p99 ${cell(million.p99, 2)} ms`);
console.log(`  among 40,000 edges     p50 ${cell(small.p50, 2)} ms, p99 ${cell(small.p99, 2)} ms`);
goals.push(['the size of the graph costs less than half again', million.p50 < small.p50 * 1.5]);

const memory = execFileSync(
  process.execPath,
  ['--expose-gc', fileURLToPath(new URL('sandbox-memory.ts', import.meta.url))],
  { encoding: 'utf8' },
);
console.log(`\nHeap for a million edges: ${cell(JSON.parse(memory).mebibytes, 0)} MiB`);
const start = await measureStart();
console.log(`From start to the first response: ${cell(start, 0)} ms`);
goals.push(['start in less than 500 ms', start < 500]);

console.log('\nGoals');
// A missed goal is a figure and no failure: another machine, or a busy one, misses other goals.
for (const [goal, isMet] of goals) console.log(`  ${isMet ? 'met   ' : 'missed'}  ${goal}`);
