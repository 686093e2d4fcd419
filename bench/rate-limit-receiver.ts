// The service of the rate limit's measurement, in a process of its own: allows at most 200 requests in any span of a
// second, refuses the rest with 60007, and records when each arrived.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorTable, operations } from '@chat-sns/spec';

/** A request as it arrived: its `random`, which names it, when, and whether it was refused. */
export type Arrival = [id: number, at: number, refused: boolean];

const { calls, perSeconds } = operations.deleteAllFriends;
const refusedCode = Object.keys(errorTable).find(
  (code) => errorTable[code as '60007'].title === 'RateLimited',
);
const body = (code: number) =>
  JSON.stringify({ ActionStatus: code ? 'FAIL' : 'OK', ErrorCode: code, ErrorInfo: '', ErrorDisplay: '' });
const [ok, refusal] = [body(0), body(Number(refusedCode))];

// The clock that all processes of a machine share, and that never steps.
const now = () => Number(process.hrtime.bigint()) / 1e6;

let arrivals: Arrival[] = [];
let accepted: number[] = [];

const server = createServer((request, response) => {
  const at = now();
  const refused = at - (accepted.at(-calls) ?? Number.NEGATIVE_INFINITY) < perSeconds * 1000;
  if (!refused) accepted.push(at);
  const id = Number(new URL(request.url ?? '', 'http://receiver').searchParams.get('random'));
  arrivals.push([id, at, refused]);
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(refused ? refusal : ok);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', () => {
  process.send?.(arrivals);
  arrivals = [];
  accepted = [];
});
process.on('disconnect', () => process.exit());
