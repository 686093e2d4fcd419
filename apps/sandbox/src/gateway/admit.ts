import type { OperationId } from '@chat-sns/spec';
import { type AdmittedCall, accountsOf, type Call } from '../call.ts';
import { refuse } from '../refusal.ts';
import { findOperation } from './find-operation.ts';
import { parseBody } from './parse-body.ts';
import { type Query, readQuery } from './read-query.ts';

export interface Gateway {
  readonly randomParameter: 'checked' | 'ignored';
  readonly admins: readonly string[];
  readonly nonAdmin: 'IdentifierNotAdmin' | 'AdminRequired';
  readonly verifyCaller: (query: Query) => void;
  /** Counts a call of an operation; false when it is one too many. */
  readonly countCall: (operation: OperationId) => boolean;
}

/**
 * The gateway's checks in their inferred order. Calls are counted after the signature, so that nobody without one can
 * use up the app's limit.
 */
export function admit(call: Call, gateway: Gateway): AdmittedCall {
  const operation = findOperation(call);
  const json = parseBody(call.body);
  const query = readQuery(call.query, gateway.randomParameter);
  gateway.verifyCaller(query);
  if (!gateway.countCall(operation)) refuse('RateLimited', `too many calls of ${operation} within a second`);
  if (!gateway.admins.includes(query.identifier)) refuseNonAdmin(query.identifier, json, gateway.nonAdmin);
  return { operation, json, clientIp: call.clientIp };
}

/** The gateway refuses everyone but admins; the relationship service lets a user act on the own account. */
function refuseNonAdmin(identifier: string, json: unknown, title: Gateway['nonAdmin']): void {
  if (title === 'AdminRequired' && accountsOf(json).From_Account === identifier) return;
  refuse(title, `${identifier} is not an admin of the app`);
}
