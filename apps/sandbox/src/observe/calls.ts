import type { OperationId } from '@chat-sns/spec';
import type { Call, Reply } from '../call.ts';
import { operationAt } from '../gateway/admit.ts';
import { createJournal } from './journal.ts';
import { maskJson, maskQuery, maskText } from './mask.ts';

/** A call that the sandbox received, and its response. What is or looks like a UserSig is masked in all of it. */
export interface ReceivedCall {
  /** Unix milliseconds. */
  readonly time: number;
  readonly clientIp: string;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationId | null;
  /** Query parameters. */
  readonly query: Readonly<Record<string, string>>;
  /** Body as JSON, as a string when it is not JSON or nested over 100 levels deep, null when it was too large to read. */
  readonly body: unknown;
  readonly status: number;
  readonly arrived: Reply['arrives'];
  /** Response body as JSON, or as a string when it is not JSON. */
  readonly response: unknown;
}

export interface CallLog {
  /** The newest calls, oldest first: at most 1000, fewer when they are large. */
  list(): readonly ReceivedCall[];
  clear(): void;
}

interface Entry {
  readonly time: number;
  readonly call: Call;
  readonly reply: Reply;
}

/** Keeps the calls as they are and makes them readable only when they are listed. */
export function createCallLog() {
  const journal = createJournal<Entry>({
    entries: 1000,
    weight: 8 * 1024 * 1024,
    weigh: ({ call, reply }) => call.query.length + call.body.text.length + reply.body.length,
  });
  return {
    add: journal.add,
    list: () => journal.entries().map(describe),
    clear: journal.clear,
  };
}

function describe({ time, call, reply }: Entry): ReceivedCall {
  const { clientIp, method, path, body } = call;
  return {
    time,
    clientIp,
    method,
    path: maskText(path),
    operation: operationAt(path) ?? null,
    query: maskQuery(call.query),
    body: body.problem === 'too-large' ? null : maskJson(body.text),
    status: reply.status,
    arrived: reply.arrives,
    response: maskJson(reply.body),
  };
}
