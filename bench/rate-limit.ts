// The rate limit as it arrives: a service that enforces a strict sliding window of 200 requests per second, and
// clients with retries off. Prints, for each case, the refusals, the worst second, the throughput and how much the
// delay from permit to arrival varied. Exits with 1 when a request was refused although the delay varied by less than
// the client allows for.
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Arrival } from './rate-limit-receiver.ts';
import type { Job, Report } from './rate-limit-sender.ts';

/** The variation of delay that the client allows for. */
const allowedMs = 50;
const redisPort = Number(process.env.BENCH_REDIS_PORT ?? 16_379);

type Case = Omit<Job, 'url' | 'sender' | 'redisPort'> & {
  name: string;
  processes?: number;
  redis?: 'steady' | 'restarts';
  /** Processes that keep the machine busy meanwhile. */
  busy?: number;
};

const cases: Case[] = [
  { name: '1000 at once, cold connections', bursts: [1000] },
  { name: '1000 at once, warm connections', bursts: [1000], warm: true },
  { name: '1000 at once on a busy machine', bursts: [1000], busy: 2 },
  { name: '300 per second for 6 seconds', bursts: Array(60).fill(30), everyMs: 100 },
  { name: '5 bursts of 300, idle between', bursts: Array(5).fill(300), idleMs: 1500, warm: true },
  { name: '2 processes with Redis', bursts: [600], processes: 2, redis: 'steady' },
  { name: '4 processes with Redis', bursts: [300], processes: 4, redis: 'steady' },
  { name: 'a bulk job of 2000', bursts: [2000], bulk: true },
  { name: '2 bulk jobs with Redis', bursts: [1000], processes: 2, redis: 'steady', bulk: true },
  { name: '4 bulk jobs with Redis', bursts: [500], processes: 4, redis: 'steady', bulk: true },
  { name: '4 processes, Redis restarts', bursts: [400], processes: 4, redis: 'restarts' },
];

/** The next message of a process; rejects when it ends before one. */
async function receive(child: ChildProcess): Promise<unknown[]> {
  const [first] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [undefined])]);
  if (first === undefined) throw new Error('a process of the measurement ended early, see above');
  return [first];
}

const forkFile = (name: string, ...args: string[]) =>
  fork(fileURLToPath(new URL(name, import.meta.url)), args);

async function startRedis(): Promise<ChildProcess> {
  const args = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const chunk of server.stdout.iterator({ destroyOnReturn: false }))
    if (String(chunk).includes('Ready to accept')) break;
  server.stdout.resume();
  return server;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill();
  await once(child, 'exit');
}

async function restart(server: ChildProcess): Promise<ChildProcess> {
  await wait(2500);
  await stop(server);
  await wait(500);
  return startRedis();
}

async function run({ name, processes = 1, redis, busy = 0, ...job }: Case): Promise<boolean> {
  const receiver = forkFile('rate-limit-receiver.ts');
  const [port] = await once(receiver, 'message');
  let server = redis && (await startRedis());
  const burners = Array.from({ length: busy }, () => spawn(process.execPath, ['-e', 'for (;;);']));
  const senders = Array.from({ length: processes }, (_, sender) => {
    const url = `http://127.0.0.1:${port}`;
    const whole: Job = { ...job, url, sender, ...(redis && { redisPort }) };
    return forkFile('rate-limit-sender.ts', JSON.stringify(whole));
  });
  await Promise.all(senders.map(receive));
  await wait(1500);
  receiver.send('forget');
  await once(receiver, 'message');
  const reports = senders.map((sender) => receive(sender) as Promise<[Report]>);
  for (const sender of senders) sender.send('go');
  if (server && redis === 'restarts') server = await restart(server);
  const results = (await Promise.all(reports)).map(([report]) => report);
  receiver.send('report');
  const [arrivals] = (await once(receiver, 'message')) as [Arrival[]];
  receiver.disconnect();
  for (const child of [...burners, ...(server ? [server] : [])]) await stop(child);
  return print(name, arrivals, results);
}

function print(name: string, arrivals: Arrival[], reports: Report[]): boolean {
  const departed = new Map(reports.flatMap(({ departures }) => departures));
  const delays = arrivals.map(([id, at]) => at - (departed.get(id) ?? Number.NaN)).toSorted((a, b) => a - b);
  const share = (part: number) => delays[Math.floor((delays.length - 1) * part)] ?? Number.NaN;
  const variation = share(1) - share(0);
  const refused = arrivals.filter(([, , isRefused]) => isRefused).length;
  const failures = Object.entries(
    reports.reduce<Record<string, number>>((sum, { failures }) => {
      for (const [title, count] of Object.entries(failures)) sum[title] = (sum[title] ?? 0) + count;
      return sum;
    }, {}),
  );
  const others = failures.filter(([title]) => title !== 'RateLimited');
  const isBroken = refused > 0 && variation < allowedMs;
  const verdict = [
    refused === 0 ? 'kept' : isBroken ? 'BROKEN' : `no promise: the delay varied by ${allowedMs} ms or more`,
    ...others.map(([title, count]) => `${count} ${title}`),
  ].join(', ');
  const times = arrivals.map(([, at]) => at);
  const cells = [
    name,
    arrivals.length,
    refused,
    countWorstSecond(times),
    measureThroughput(times).toFixed(1),
  ];
  const inMs = [share(0.5), share(0.99), variation].map((ms) => ms.toFixed(1));
  console.log(`| ${[...cells, ...inMs, verdict].join(' | ')} |`);
  return !isBroken;
}

/** The most requests that arrived in any span of a second. */
function countWorstSecond(times: number[]): number {
  let first = 0;
  let worst = 0;
  for (const [last, time] of times.entries()) {
    while (time - (times[first] ?? 0) >= 1000) first += 1;
    worst = Math.max(worst, last - first + 1);
  }
  return worst;
}

/** Requests per second, idle times left out. */
function measureThroughput(times: number[]): number {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const busy = gaps.filter((gap) => gap <= 1200);
  return (1000 * busy.length) / busy.reduce((sum, gap) => sum + gap, 0);
}

const hasRedis = (() => {
  try {
    return execFileSync('redis-server', ['--version'], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
})();
console.log(
  `The rate limit at the receiver, Node ${process.version}; delays in ms, from permit to arrival\n`,
);
console.log('| case | requests | refused | worst second | per second | delay, median | 99 % | variation | |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |');
for (const one of cases) {
  if (one.redis && !hasRedis) console.log(`| ${one.name} | skipped: no redis-server |`);
  else if (!(await run(one))) process.exitCode = 1;
}
