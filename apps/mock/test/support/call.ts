import type { OperationId } from '@chat-sns/spec';
import { expect } from 'vitest';
import { type Envelope, examples, pathOf, problemsOf } from './contract.ts';

/** A usersig that must never be seen outside the request, with every character of its alphabet's odd corner. */
export const canary = 'eJyrCANARY*-_canary';

export const goodQuery = {
  sdkappid: '1400000000',
  identifier: 'administrator',
  usersig: canary,
  random: '4294967295',
  contenttype: 'json',
};

export interface Asking {
  /** Parameters to change; undefined takes one away. */
  query?: Record<string, string | undefined>;
  /** The query as raw text, in place of the good one. */
  rawQuery?: string;
  /** Sent as JSON, unless it is a string or bytes. Absent: the first request example of the operation. */
  body?: unknown;
  headers?: Record<string, string>;
  method?: string;
  path?: string;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  envelope: Envelope;
}

/** The first request example of an operation, a request that succeeds. */
export function firstRequest(operation: OperationId): Record<string, unknown> {
  const [example] = Object.values(examples[operation].requests);
  return structuredClone(example?.value ?? {});
}

/** Calls an operation and returns whatever came back. */
export async function call(url: string, operation: OperationId, asking: Asking = {}) {
  const { method = 'POST', headers = {}, path = pathOf(operation), body = firstRequest(operation) } = asking;
  const kept = Object.entries({ ...goodQuery, ...asking.query }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const query = asking.rawQuery ?? new URLSearchParams(kept).toString();
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const init =
    method === 'GET' || method === 'HEAD' ? {} : { body: raw ? (body as string) : JSON.stringify(body) };
  const response = await fetch(`${url}${path}?${query}`, { method, headers, ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Calls an operation and expects the envelope under HTTP 200, valid by the contract's schema. */
export async function ask(url: string, operation: OperationId, asking: Asking = {}): Promise<Answered> {
  const { status, headers, text } = await call(url, operation, asking);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json');
  const envelope = JSON.parse(text) as Envelope;
  expect(problemsOf(operation, envelope), text).toEqual([]);
  return { status, headers, text, envelope };
}
