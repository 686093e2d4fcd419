import type { OperationId } from '@chat-sns/spec';
import { maskQuery, maskTarget, maskText } from './http/mask.ts';
import type { Query, Received } from './http/request.ts';
import type { Handler } from './http/server.ts';
import type { Outcome } from './respond.ts';

/** One call that the mock received, and what it answered. */
export interface Call {
  /** Absent when the path belongs to no operation. */
  operation?: OperationId;
  method: string;
  path: string;
  /** As sent, with the value of `usersig` masked. */
  query: Query;
  /** The parsed body, absent when it was not JSON. */
  body?: unknown;
  /** HTTP status of the answer. */
  status: number;
  /** `ErrorCode` of the answer, absent when the answer was not the envelope. */
  code?: number;
}

/** Called with one line for each request, without the usersig. */
export type Log = (line: string) => void;

/** Keeps the last calls and writes a line for each. */
export function createRecord(keep: number, log: Log | undefined) {
  const calls: Call[] = [];
  const record =
    (answer: (received: Received) => Promise<Outcome>): Handler =>
    async (received) => {
      const start = performance.now();
      const outcome = await answer(received);
      if (keep > 0) {
        calls.push(callOf(received, outcome));
        if (calls.length > keep) calls.shift();
      }
      log?.(lineOf(received, outcome, performance.now() - start));
      return outcome.reply;
    };
  return { calls: () => [...calls], record };
}

function callOf({ method, path, query }: Received, { operation, body, reply, envelope }: Outcome): Call {
  return {
    ...(operation && { operation }),
    method,
    path: maskText(path),
    query: maskQuery(query),
    ...(body !== undefined && { body }),
    status: reply.status,
    ...(envelope && { code: envelope.ErrorCode }),
  };
}

function lineOf({ method, path, query }: Received, { reply, envelope, detail }: Outcome, ms: number) {
  const said = envelope ? `${envelope.ActionStatus} ${envelope.ErrorCode}` : '';
  const info = envelope?.ErrorCode ? JSON.stringify(envelope.ErrorInfo.slice(0, 200)) : '';
  const words = [`${method} ${maskTarget(path, query)}`, reply.status, said, info, detail && `(${detail})`];
  return `${words.filter(Boolean).join(' ')} ${ms.toFixed(1)} ms`;
}
