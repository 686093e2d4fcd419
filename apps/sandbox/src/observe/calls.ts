import type { OperationId } from '@chat-sns/spec';
import type { Call, Reply } from '../call.ts';
import { operationAt } from '../gateway/admit.ts';
import { createJournal } from './journal.ts';

/** A call that the sandbox received, and its response. */
export interface ReceivedCall {
  /** Unix milliseconds. */
  readonly time: number;
  readonly clientIp: string;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationId | null;
  /** Query parameters, the usersig masked. */
  readonly query: Readonly<Record<string, string>>;
  /** Body as JSON, as a string when it is not JSON, null when it was too large to read. */
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
    path,
    operation: operationAt(path) ?? null,
    query: maskQuery(call.query),
    body: body.problem === 'too-large' ? null : readJson(body.text),
    status: reply.status,
    arrived: reply.arrives,
    response: readJson(reply.body),
  };
}

// Matches misspelt names too: a secret under a misspelt name is still a secret.
function maskQuery(query: string): Record<string, string> {
  const pairs = [...new URLSearchParams(query)];
  return Object.fromEntries(pairs.map(([name, value]) => [name, /sig/i.test(name) ? '***' : value]));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
