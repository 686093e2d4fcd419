import type { OperationId } from '@chat-sns/spec';
import { expect } from 'vitest';
import { type Envelope, examples, pathOf, problemsOfMock } from './contract.ts';

/** A usersig that must never appear outside the request, as long as a real one, with all of its alphabet. */
export const canary = `eJyrCANARY*-_canary${'0123456789*-_abcdefghijklm'.repeat(6)}`;

export const validQuery = {
  sdkappid: '1400000000',
  identifier: 'administrator',
  usersig: canary,
  random: '4294967295',
  contenttype: 'json',
};

/** What differs from a valid request of the operation. */
export interface RequestChanges {
  /** Parameters to change; undefined removes one. */
  query?: Record<string, string | undefined>;
  /** The query as a raw string, in place of the valid one. */
  rawQuery?: string;
  /** Sent as JSON, unless it is a string or bytes. Absent: the first request example of the operation. */
  body?: unknown;
  headers?: Record<string, string>;
  method?: string;
  path?: string;
}

/** The first request example of an operation, a request that succeeds. */
export function firstRequest(operation: OperationId): Record<string, unknown> {
  const [example] = Object.values(examples[operation].requests);
  return structuredClone(example?.value ?? {});
}

/** Sends a request of an operation and returns the response, whatever it is. */
export async function send(url: string, operation: OperationId, changes: RequestChanges = {}) {
  const { method = 'POST', headers = {}, path = pathOf(operation), body = firstRequest(operation) } = changes;
  const kept = Object.entries({ ...validQuery, ...changes.query }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const query = changes.rawQuery ?? new URLSearchParams(kept).toString();
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const init =
    method === 'GET' || method === 'HEAD' ? {} : { body: raw ? (body as string) : JSON.stringify(body) };
  const response = await fetch(`${url}${path}?${query}`, { method, headers, ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Calls an operation and expects HTTP 200 with an envelope that is valid by the contract's schema. */
export async function call(url: string, operation: OperationId, changes: RequestChanges = {}) {
  const { status, headers, text } = await send(url, operation, changes);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json');
  const envelope = JSON.parse(text) as Envelope;
  expect(problemsOfMock(operation, envelope), text).toEqual([]);
  return { status, headers, text, envelope };
}
