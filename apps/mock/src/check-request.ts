import type { OperationId } from '@chat-sns/spec';
import { operationsByPath } from './contract.ts';
import { declaredOnly, violationsBeyondSchema, withoutExcess } from './faults/beyond-schema.ts';
import { faultOf } from './faults/from-violations.ts';
import type { Fault } from './faults/table.ts';
import type { Received } from './http/front.ts';
import { type JsonProblem, parseJson } from './http/json-body.ts';
import type { Body, UnreadBody } from './http/read-body.ts';
import type { Query } from './http/request.ts';
import type { Answer, Choice, Engine, Violation } from './prism.ts';

/** A request of an operation with a JSON body. */
export interface ReadableRequest {
  operation: OperationId;
  query: Query;
  body: unknown;
}

/** The fault that keeps a request from being read. Without an operation the path is not in the contract. */
export interface UnreadableRequest {
  operation?: OperationId;
  fault: Fault;
}

/** Reads a request in the order in which the service most likely does: path and method, then the body. */
export function readRequest({ path, method, query, body }: Received): ReadableRequest | UnreadableRequest {
  const operation = operationsByPath.get(path);
  if (!operation)
    return { fault: { kind: 'unknown-path', text: `no such path; the paths are ${knownPaths}` } };
  if (method !== 'POST')
    return { operation, fault: { kind: 'wrong-method', text: 'the method must be POST' } };
  const read = readJson(body);
  return 'fault' in read ? { operation, fault: read.fault } : { operation, query, body: read.json };
}

const knownPaths = [...operationsByPath.keys()].join(', ');

function readJson(body: Body): { json: unknown } | { fault: Fault } {
  if ('failed' in body) return { fault: unreadFault(body) };
  const read = parseJson(body.bytes);
  return 'problem' in read ? { fault: jsonFaults[read.problem] } : read;
}

const jsonFaults: Record<JsonProblem, Fault> = {
  'not UTF-8': { kind: 'body-not-json', text: 'the body is not UTF-8' },
  empty: { kind: 'body-empty', text: 'the body is empty; send at least {}' },
  'not JSON': { kind: 'body-not-json', text: 'the body is not JSON' },
};

/** The fault for a body that could not be read to its end. */
export function unreadFault({ failed, limits }: UnreadBody): Fault {
  return failed === 'too-large'
    ? { kind: 'body-too-large', text: `the body is over ${limits.maxBytes / 1024 ** 2} MiB` }
    : { kind: 'body-too-slow', text: `the body was not complete after ${limits.timeoutMs / 1000} s` };
}

/** What validation says: the answer that Prism chose, or everything that is wrong and the fault that answers for it. */
export type Validation =
  | { valid: true; answer: Answer }
  | { valid: false; violations: Violation[]; fault: Fault };

/**
 * Validates query and body in the order in which the service most likely does: query, accounts, shape, limits.
 * `choice` says which answer Prism takes when the request is valid.
 */
export async function validate(
  engine: Engine,
  { operation, query, body }: ReadableRequest,
  choice: Choice,
): Promise<Validation> {
  const declared = declaredOnly(query);
  const checked = withoutExcess(operation, body);
  const verdict = await engine(operation, { query: declared, body: checked, choice });
  const beyond = violationsBeyondSchema(operation, declared, checked);
  if (beyond.length === 0 && 'answer' in verdict) return { valid: true, answer: verdict.answer };
  const seen = new Set(beyond.map(({ location }) => location.join('.')));
  const byPrism = 'violations' in verdict ? verdict.violations : [];
  const violations = [...beyond, ...byPrism.filter(({ location }) => !seen.has(location.join('.')))];
  return { valid: false, violations, fault: faultOf(operation, body, violations) };
}
