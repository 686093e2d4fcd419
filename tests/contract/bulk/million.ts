// node tests/contract/bulk/million.ts --inputs=1000000: a bulk job of a million friends with faults on the way, judged by
// what the sandbox did and by what a receiver with a strict limit saw. Exits with 1 when anything disagrees. A million
// inputs in a job that is killed again and again: BULK_CRASH_INPUTS in ../test/bulk-crash.test.ts.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createChatClient } from '@chat-sns/client';
import { type BulkStatus, bulkDeleteFriends } from '@chat-sns/client/bulk';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import { limits, operations } from '@chat-sns/spec';

const { values } = parseArgs({ options: { inputs: { type: 'string', default: '1000000' } } });
const perAccount = limits.accountsPerRequest;
const accounts = Math.ceil(Number(values.inputs) / perAccount);
const inputs = accounts * perAccount;
const { calls, perSeconds } = operations.deleteFriends;

/** What happens to some requests, by their number. The others pass. */
const plan = new Map<number, string>();
const kinds = [
  '30006',
  '30008',
  '60007',
  'reset before',
  'reset after',
  '502 after',
  'truncated',
  'item 30006',
];
for (let place = 0; place < accounts / 10; place += 1)
  plan.set(5 + place * 10, kinds[place % kinds.length] as string);
plan.set(3, '31707').set(8, '31707');

const friends = Object.fromEntries(Array.from({ length: perAccount }, (_, place) => [`f${place}`, {}]));
await using sandbox = createSandbox({
  state: {
    accounts: Object.fromEntries([
      ...Object.keys(friends).map((name) => [name, {}]),
      ...Array.from({ length: accounts }, (_, place) => [`a${place}`, { friends }]),
    ]),
  },
  rateLimit: 0,
});

let requests = 0;
const arrivals: number[] = [];
let beyondTheRate = 0;
/** Accounts for which a response was lost after the deletion. */
const lost = new Set<string>();
const counted: Record<string, number> = {};

const server = createServer(async (request, response) => {
  const now = performance.now();
  if (now - (arrivals.at(-calls) ?? Number.NEGATIVE_INFINITY) < perSeconds * 1000) beyondTheRate += 1;
  arrivals.push(now);
  const number = requests;
  requests += 1;
  const body = await text(request);
  const { From_Account } = JSON.parse(body) as { From_Account: string };
  const fault = plan.get(number);
  if (fault) counted[fault] = (counted[fault] ?? 0) + 1;
  await respond(fault, From_Account, `http://sandbox${request.url}`, body, response);
});

async function respond(
  fault: string | undefined,
  account: string,
  url: string,
  body: string,
  response: ServerResponse,
): Promise<void> {
  if (fault === 'reset before') return void response.socket?.resetAndDestroy();
  const code = Number(fault?.split(' ').at(-1));
  if (code && fault !== '502 after')
    sandbox.faults.add({ kind: 'code', code, account, ...(fault?.startsWith('item') && { item: 'f7' }) });
  const result = await sandbox.fetch(url, { method: 'POST', body });
  const answer = await result.text();
  const isLost = fault?.endsWith('after') || fault === 'truncated';
  if (isLost) lost.add(account);
  if (fault === 'reset after') return void response.socket?.resetAndDestroy();
  if (fault === '502 after') return void response.writeHead(502).end('<html></html>');
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(fault === 'truncated' ? answer.slice(0, -1) : answer);
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
const chat = createChatClient({
  baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: demoKey,
});

function* createInputs() {
  for (let index = 0; index < inputs; index += 1)
    yield {
      From_Account: `a${Math.floor(index / perAccount)}`,
      To_Account: `f${index % perAccount}`,
      DeleteType: 'Delete_Type_Single' as const,
    };
}

const statuses: BulkStatus[] = [];
const problems: string[] = [];
/** What requests failed with, and the slowest of them. */
const errors: Record<string, number> = {};
let slowestMs = 0;
const job = bulkDeleteFriends(chat, createInputs(), {
  onRequest({ error, durationMs }) {
    if (error) errors[error.title] = (errors[error.title] ?? 0) + 1;
    slowestMs = Math.max(slowestMs, durationMs);
  },
});
for await (const { index, status, input } of job) {
  if (statuses[index]) problems.push(`input ${index} has a second outcome`);
  statuses[index] = status;
  if (['gone', 'unknown'].includes(status) && !lost.has(input.From_Account) && input.To_Account !== 'f7')
    problems.push(`input ${index} is ${status}, but no response was lost`);
}
server.closeAllConnections();
server.close();

const left = sandbox.state.read().accounts;
for (let index = 0; index < inputs; index += 1) {
  const status = statuses[index];
  const isFriend =
    left[`a${Math.floor(index / perAccount)}`]?.friends?.[`f${index % perAccount}`] !== undefined;
  if (!status) problems.push(`input ${index} has no outcome`);
  else if (status !== 'unknown' && isFriend !== ['failed', 'notSent'].includes(status))
    problems.push(`input ${index} is ${status}, and ${isFriend ? 'still' : 'no longer'} a friend`);
}
const summary = await job.summary;
if (beyondTheRate > 0) problems.push(`${beyondTheRate} requests beyond the rate`);
const worst = Math.max(
  ...arrivals.map((from, first) => {
    let last = first;
    while ((arrivals[last + 1] ?? Number.POSITIVE_INFINITY) - from < 1000) last += 1;
    return last - first + 1;
  }),
);
console.log(`${inputs} inputs, ${requests} requests, ${(summary.durationMs / 1000).toFixed(1)} s`);
console.log(`faults: ${JSON.stringify(counted)}; responses lost after the deletion: ${lost.size}`);
console.log(`failed requests: ${JSON.stringify(errors)}; slowest ${Math.round(slowestMs)} ms`);
console.log(`outcomes: ${JSON.stringify(summary.counts)}; worst second: ${worst} requests`);
console.log(problems.length === 0 ? 'everything agrees' : problems.slice(0, 20).join('\n'));
process.exitCode = problems.length === 0 ? 0 : 1;
