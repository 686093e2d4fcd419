import type { OperationId } from '@chat-sns/spec';
import { maskQuery, maskTarget, maskText } from './http/mask.ts';
import type { HttpRequest, Query } from './http/request.ts';
import type { Handler } from './http/server.ts';
import type { Outcome } from './respond.ts';

/** A call that the mock received, and how it responded. */
export interface Call {
  /** Absent when the path belongs to no operation. */
  operation?: OperationId;
  method: string;
  path: string;
  /** As sent, with the value of `usersig` masked. */
  query: Query;
  /** The parsed body, absent when it was not JSON. */
  body?: unknown;
  /** HTTP status of the response. */
  status: number;
  /** `ErrorCode` of the response, absent when the response was not the envelope. */
  code?: number;
}

/** Called with one line for each request, without the usersig. */
export type Log = (line: string) => void;

/** Keeps the last calls and logs a line for each. */
export function createRecorder(keep: number, log: Log | undefined) {
  const calls: Call[] = [];
  const record =
    (respond: (request: HttpRequest) => Promise<Outcome>): Handler =>
    async (request) => {
      const start = performance.now();
      const outcome = await respond(request);
      calls.push(callOf(request, outcome));
      if (calls.length > keep) calls.shift();
      log?.(lineOf(request, outcome, performance.now() - start));
      return outcome.response;
    };
  return { calls: () => [...calls], record };
}

function callOf(
  { method, path, query }: HttpRequest,
  { operation, body, response, envelope }: Outcome,
): Call {
  return {
    ...(operation && { operation }),
    method,
    path: maskText(path),
    query: maskQuery(query),
    ...(body !== undefined && { body }),
    status: response.status,
    ...(envelope && { code: envelope.ErrorCode }),
  };
}

function lineOf({ method, path, query }: HttpRequest, { response, envelope, detail }: Outcome, ms: number) {
  const status = envelope ? `${envelope.ActionStatus} ${envelope.ErrorCode}` : '';
  const info = envelope?.ErrorCode ? JSON.stringify(envelope.ErrorInfo.slice(0, 200)) : '';
  const words = [
    `${method} ${maskTarget(path, query)}`,
    response.status,
    status,
    info,
    detail && `(${detail})`,
  ];
  return `${words.filter(Boolean).join(' ')} ${ms.toFixed(1)} ms`;
}
