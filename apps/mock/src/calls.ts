import type { OperationId } from '@chat-sns/spec';
import { maskJson, maskQuery, maskTarget, maskText } from './http/mask.ts';
import type { HttpRequest, Query } from './http/request.ts';
import type { Handler } from './http/server.ts';
import type { Outcome } from './respond.ts';

/** A call that the mock received, and how it responded. */
export interface Call {
  /** Absent when the path belongs to no operation. */
  operation?: OperationId;
  method: string;
  path: string;
  /** As sent, with what is or looks like a UserSig masked. */
  query: Query;
  /**
   * The parsed body, with what looks like a UserSig masked. Absent when it was not JSON; the JSON itself, as a string, when
   * it is nested over 100 levels deep.
   */
  body?: unknown;
  /** HTTP status of the response. */
  status: number;
  /** `ErrorCode` of the response, absent when the response was not the envelope. */
  code?: number;
}

/** Called with one line for each request, in which what is or looks like a UserSig is masked. */
export type Log = (line: string) => void;

/** Requests are kept up to this many bytes, so that large ones cannot fill the memory. */
const maxBytes = 8 * 1024 * 1024;

/** Keeps the last calls and logs a line for each. */
export function createRecorder(keep: number, log: Log | undefined) {
  const kept: { call: Call; bytes: number }[] = [];
  let total = 0;
  function add(request: HttpRequest, outcome: Outcome) {
    const bytes = request.target.length + ('bytes' in request.body ? request.body.bytes.length : 0);
    kept.push({ call: callOf(request, outcome), bytes });
    total += bytes;
    while (kept.length > keep || total > maxBytes) total -= kept.shift()?.bytes ?? 0;
  }
  const record =
    (respond: (request: HttpRequest) => Promise<Outcome>): Handler =>
    async (request) => {
      const start = performance.now();
      const outcome = await respond(request);
      if (keep > 0) add(request, outcome);
      log?.(lineOf(request, outcome, performance.now() - start));
      return outcome.response;
    };
  return { calls: () => kept.map(({ call }) => call), record };
}

function callOf(
  { method, path, query, body: received }: HttpRequest,
  { operation, body, response, envelope }: Outcome,
): Call {
  const json = body !== undefined && 'bytes' in received ? received.bytes.toString() : undefined;
  return {
    ...(operation && { operation }),
    method,
    path: maskText(path),
    query: maskQuery(query),
    ...(json !== undefined && { body: maskJson(json) }),
    status: response.status,
    ...(envelope && { code: envelope.ErrorCode }),
  };
}

function lineOf({ method, path, query }: HttpRequest, { response, envelope, detail }: Outcome, ms: number) {
  const status = envelope ? `${envelope.ActionStatus} ${envelope.ErrorCode}` : '';
  const info = envelope?.ErrorCode ? JSON.stringify(maskText(envelope.ErrorInfo).slice(0, 200)) : '';
  const words = [
    `${method} ${maskTarget(path, query)}`,
    response.status,
    status,
    info,
    detail && `(${detail})`,
  ];
  return `${words.filter(Boolean).join(' ')} ${ms.toFixed(1)} ms`;
}
