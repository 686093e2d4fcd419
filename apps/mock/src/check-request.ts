import type { OperationId } from '@chat-sns/spec';
import { operationsByPath, queryParameters, requestFields, resolveSchema } from './contract.ts';
import { faultOf, isObject } from './faults/from-violations.ts';
import type { Fault } from './faults/table.ts';
import {
  type Body,
  type HttpRequest,
  type JsonProblem,
  parseJson,
  type Query,
  type UnreadBody,
} from './http/request.ts';
import type { Choice, Engine, PrismResponse, Violation } from './prism.ts';

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
export function readRequest({
  path,
  method,
  target,
  query,
  body,
}: HttpRequest): ReadableRequest | UnreadableRequest {
  const operation = operationsByPath.get(path);
  if (!operation)
    return { fault: { kind: 'unknown-path', message: `no such path; the paths are ${knownPaths}` } };
  if (method !== 'POST')
    return { operation, fault: { kind: 'wrong-method', message: 'the method must be POST' } };
  const read = readJson(body);
  if ('fault' in read) return { operation, fault: read.fault };
  if (!isDecodable(target))
    return { operation, fault: { kind: 'bad-encoding', message: 'the URL has a % that encodes nothing' } };
  return { operation, query, body: read.json };
}

/** Whether a target is percent-encoded UTF-8. What follows a # is not part of it. */
function isDecodable(target: string): boolean {
  try {
    decodeURIComponent(target.replace(/#.*/s, ''));
    return true;
  } catch {
    return false;
  }
}

const knownPaths = [...operationsByPath.keys()].join(', ');

function readJson(body: Body): { json: unknown } | { fault: Fault } {
  if ('failed' in body) return { fault: unreadFault(body) };
  const read = parseJson(body.bytes);
  return 'problem' in read ? { fault: jsonFaults[read.problem] } : read;
}

const jsonFaults: Record<JsonProblem, Fault> = {
  'not UTF-8': { kind: 'body-not-json', message: 'the body is not UTF-8' },
  empty: { kind: 'body-empty', message: 'the body is empty; send at least {}' },
  'not JSON': { kind: 'body-not-json', message: 'the body is not JSON' },
};

/** The fault for a body that could not be read to its end. */
export function unreadFault({ failed, limits }: UnreadBody): Fault {
  return failed === 'too-large'
    ? { kind: 'body-too-large', message: `the body is over ${limits.maxBytes / 1024 ** 2} MiB` }
    : { kind: 'body-too-slow', message: `the body was not complete after ${limits.timeoutMs / 1000} s` };
}

/** The outcome of validation: the response that Prism chose, or all violations and the fault that decides the code. */
export type Validation =
  | { valid: true; response: PrismResponse }
  | { valid: false; violations: Violation[]; fault: Fault };

/**
 * Validates query and body in the order in which the service most likely does: query, accounts, shape, limits.
 * `choice` says which response Prism takes when the request is valid.
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
  if (beyond.length === 0 && 'response' in verdict) return { valid: true, response: verdict.response };
  const seen = new Set(beyond.map(({ location }) => location.join('.')));
  const byPrism = 'violations' in verdict ? verdict.violations : [];
  const violations = [...beyond, ...byPrism.filter(({ location }) => !seen.has(location.join('.')))];
  return { valid: false, violations, fault: faultOf(operation, body, violations) };
}

/**
 * What the contract says and Prism does not check: integers in the query are decimal digits (Prism also takes `1e3` and
 * `0x10`), and the length of a list name is counted in bytes.
 */
function violationsBeyondSchema(operation: OperationId, query: Query, body: unknown): Violation[] {
  return [...integerViolations(query), ...byteViolations(operation, body)];
}

function integerViolations(query: Query): Violation[] {
  return queryParameters.flatMap(({ name, schema }) => {
    const value = query[name];
    if (schema.type !== 'integer' || typeof value !== 'string' || value === '' || /^\d+$/.test(value))
      return [];
    return [
      { location: ['query', name], code: 'type', message: `${name} must be written in decimal digits` },
    ];
  });
}

function byteViolations(operation: OperationId, body: unknown): Violation[] {
  if (!isObject(body)) return [];
  return Object.entries(requestFields[operation]).flatMap(([name, field]) => {
    const entries = body[name];
    const limit = resolveSchema(field.items ?? {})['x-max-bytes'] ?? Number.POSITIVE_INFINITY;
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry, index) =>
      typeof entry === 'string' && Buffer.byteLength(entry) > limit
        ? [violation(`${name}.${index} must NOT have more than ${limit} bytes`, name, index)]
        : [],
    );
  });
}

const violation = (message: string, name: string, index: number): Violation => ({
  location: ['body', name, String(index)],
  code: 'maxBytes',
  message,
});

const declared = new Set(queryParameters.map(({ name }) => name));

/** Only the parameters that the contract declares, in their exact spelling. Prism would take `Random` for `random`. */
function declaredOnly(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => declared.has(name)));
}

/** The body with long lists cut to one entry too many, so that Prism refuses a huge one for its length at once. */
function withoutExcess(operation: OperationId, body: unknown): unknown {
  if (!isObject(body)) return body;
  let kept = body;
  for (const [name, { maxItems }] of Object.entries(requestFields[operation])) {
    const list = body[name];
    if (maxItems === undefined || !Array.isArray(list) || list.length <= maxItems + 1) continue;
    kept = { ...kept, [name]: list.slice(0, maxItems + 1) };
  }
  return kept;
}
