// A million friends deleted in several ways, against one sandbox without a rate limit: friends per second, as ratios
// within each round, and the heap of a job at 10,000 and at a million inputs. What the rate limit makes of a job is
// measured by rate-limit.ts.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { limits } from '@chat-sns/spec';
import type { BulkResult, BulkRun } from './bulk-sender.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const friends = limits.accountsPerRequest;
const accounts = Number(process.env.BENCH_BULK_ACCOUNTS ?? 1000);
// A loop by hand checks no input, matches no item with its account and has no outcome for each input. All that takes a job
// more than half as much CPU again, so it cannot keep up with such a loop where no rate limit slows both.
const goals = { ratio: 0.5, heapMiB: 20, journal: 0.9 };

const byHand = 'a loop made by hand';
const ways = [
  byHand,
  'the client in a loop',
  'bulk',
  'bulk with a journal',
  'bulk with a journal, fsync',
] as const;

const forkFile = (name: string, args: string[], execArgv: string[] = []) =>
  fork(fileURLToPath(new URL(name, import.meta.url)), args, { execArgv });
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const server = forkFile('bulk-server.ts', [String(accounts), String(friends)]);
const [url] = (await once(server, 'message')) as [string];

async function run(job: Omit<BulkRun, 'url' | 'friends'>): Promise<BulkResult> {
  server.send('reset');
  await once(server, 'message');
  const sender = forkFile('bulk-sender.ts', [JSON.stringify({ url, friends, ...job })], ['--expose-gc']);
  const ended = once(sender, 'exit');
  const [result] = (await Promise.race([once(sender, 'message'), ended.then(() => [])])) as [BulkResult?];
  await ended;
  const expected = job.accounts * friends;
  if (result?.deleted !== expected)
    throw new Error(`${job.way}: ${result?.deleted} of ${expected} were deleted`);
  return result;
}

try {
  const results = new Map(ways.map((way) => [way as string, [] as BulkResult[]]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 ? ways.toReversed() : ways;
    for (const way of order) results.get(way)?.push(await run({ way, accounts }));
  }
  const rateOf = ({ seconds }: BulkResult) => (accounts * friends) / seconds;
  const ratio = (way: string, base: string) =>
    median(
      (results.get(way) ?? []).map(
        (result, round) => rateOf(result) / rateOf(results.get(base)?.[round] as BulkResult),
      ),
    );
  console.log(
    `\n${accounts * friends} friends, 8 requests at a time, ${rounds} rounds, Node ${process.version}\n`,
  );
  console.log('| | friends per second | against the loop | CPU seconds |');
  console.log('| --- | ---: | ---: | ---: |');
  for (const [way, own] of results) {
    const cells = [
      Math.round(median(own.map(rateOf))),
      ratio(way, byHand).toFixed(2),
      median(own.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1),
    ];
    console.log(`| ${way} | ${cells.join(' | ')} |`);
  }
  const small = await run({ way: 'bulk', accounts: Math.min(10, accounts), watchesHeap: true });
  const large = await run({ way: 'bulk', accounts, watchesHeap: true });
  const moreMiB = large.heapMiB - small.heapMiB;
  console.log(
    `\nHeap: ${small.heapMiB.toFixed(1)} MiB at most with ${10 * friends} inputs, ${large.heapMiB.toFixed(1)} MiB with ${accounts * friends}`,
  );
  const missed = [
    ratio('bulk', byHand) < goals.ratio && `bulk reaches ${goals.ratio} of the loop`,
    ratio('bulk with a journal', 'bulk') < goals.journal && 'the journal costs less than 10 %',
    moreMiB > goals.heapMiB && `a million inputs take at most ${goals.heapMiB} MiB more`,
  ].filter(Boolean);
  console.log(missed.length === 0 ? 'All goals reached' : `Missed: ${missed.join('; ')}`);
} finally {
  server.disconnect();
}
