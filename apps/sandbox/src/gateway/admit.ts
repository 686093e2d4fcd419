import { type OperationId, operations } from '@chat-sns/spec';
import type { Body, Call } from '../call.ts';
import { refuse } from '../refusal.ts';
import { type Query, readQuery } from './read-query.ts';

/** The accounts that an unchecked body names: any JSON value, or none. */
export interface NamedAccounts {
  readonly From_Account?: unknown;
  readonly To_Account?: unknown;
}

/** A call that passed the gateway's checks. */
export interface AdmittedCall {
  readonly operation: OperationId;
  /** The body, of which only `accounts` has been read. */
  readonly json: unknown;
  readonly accounts: NamedAccounts;
  readonly clientIp: string;
}

export interface Gateway {
  readonly randomParameter: 'checked' | 'ignored';
  readonly admins: readonly string[];
  readonly nonAdmin: 'IdentifierNotAdmin' | 'AdminRequired';
  readonly verifyCaller: (query: Query) => void;
  /** Counts a call of an operation; false when it is one too many. */
  readonly countCall: (operation: OperationId) => boolean;
}

/**
 * The gateway's checks in their inferred order. Calls are counted after the signature is verified, so that nobody
 * without a valid one can use up the app's rate limit.
 */
export function admit(call: Call, gateway: Gateway): AdmittedCall {
  const operation = findOperation(call);
  const json = parseBody(call.body);
  const query = readQuery(call.query, gateway.randomParameter);
  gateway.verifyCaller(query);
  if (!gateway.countCall(operation)) refuse('RateLimited', `too many calls of ${operation} within a second`);
  const accounts: NamedAccounts = json ?? {};
  if (!gateway.admins.includes(query.identifier)) {
    refuseNonAdmin(query.identifier, accounts, gateway.nonAdmin);
  }
  return { operation, json, accounts, clientIp: call.clientIp };
}

/** The gateway refuses everyone but admins; the relationship service lets users act on their own account. */
function refuseNonAdmin(identifier: string, accounts: NamedAccounts, title: Gateway['nonAdmin']): void {
  if (title === 'AdminRequired' && accounts.From_Account === identifier) return;
  refuse(title, `${identifier} is not an admin of the app`);
}

const byPath = new Map(
  Object.entries(operations).map(([id, { path }]) => [path as string, id as OperationId]),
);

export function operationAt(path: string): OperationId | undefined {
  return byPath.get(path);
}

/** Checks path and method. The code is inferred from its name: no page says how the service responds to a GET. */
function findOperation({ method, path }: Call): OperationId {
  const operation = operationAt(path);
  if (!operation) return refuse('InvalidResource', 'no operation has this path');
  if (method !== 'POST') return refuse('InvalidResource', 'the method is not POST');
  return operation;
}

/** Size limit of a body: about 30 times what 1000 accounts take. Inferred, like its code. */
export const maxBodyBytes = 1024 * 1024;

/** An empty body is not JSON either: the pages require at least `{}`. */
function parseBody({ text, problem }: Body): unknown {
  if (problem === 'too-large') return refuse('HttpParseError');
  if (problem === 'not-utf8') return refuse('JsonParseError', 'the body is not UTF-8');
  try {
    return JSON.parse(text);
  } catch {
    return refuse('JsonParseError', 'the body is not JSON');
  }
}
