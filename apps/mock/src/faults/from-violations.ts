import type { OperationId } from '@chat-sns/spec';
import { isUserId, requestFields } from '../contract.ts';
import type { Violation } from '../prism.ts';
import type { Fault, FaultKind } from './table.ts';

/** Faults by the keyword of the schema that a value in the body violates, in the order of the service's checks. */
const kindsByKeyword: [keyword: string, FaultKind][] = [
  ['type', 'wrong-shape'],
  ['required', 'field-missing'],
  ['minItems', 'list-empty'],
  ['maxItems', 'list-too-long'],
  ['enum', 'bad-delete-type'],
];

/**
 * The fault that decides the code for a list of violations. The order is the service's: query before body, a missing
 * sdkappid before other parameters, the types of accounts before the shape, the shape before limits.
 */
export function faultOf(operation: OperationId, body: unknown, violations: Violation[]): Fault {
  const inQuery = violations.filter(({ location }) => location[0] === 'query');
  if (inQuery.length > 0) return queryFault(inQuery);
  if (!isObject(body)) return { kind: 'wrong-shape', message: 'the body must be a JSON object' };
  const accounts = violations.filter(
    ({ location, code }) => code === 'type' && isAccount(operation, location),
  );
  if (accounts.length > 0) return { kind: 'account-not-string', message: describe(accounts) };
  for (const [keyword, kind] of kindsByKeyword) {
    const found = violations.filter(({ code }) => code === keyword);
    if (found.length > 0) return { kind, message: describe(found) };
  }
  return { kind: 'bad-string', message: describe(violations) };
}

function queryFault(violations: Violation[]): Fault {
  const about = (name: string) => (violation: Violation) => parameterOf(violation) === name;
  const isMissing = ({ code }: Violation) => code === 'required';
  if (violations.some((violation) => about('sdkappid')(violation) && isMissing(violation))) {
    return { kind: 'app-id-missing', message: 'sdkappid is missing from the query' };
  }
  return {
    kind: violations.every(about('random')) ? 'bad-random' : 'bad-query',
    message: describe(violations),
  };
}

/** Prism names a missing parameter only in its message. */
function parameterOf({ location, message }: Violation) {
  return location[1] ?? /'([^']+)'/.exec(message)?.[1];
}

function isAccount(operation: OperationId, [, name, index]: readonly string[]) {
  const field = requestFields[operation][name as string];
  return isUserId(index === undefined ? field : field?.items);
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first three violations in words. Prism's messages name field and limit; the rest is known from the context. */
function describe(violations: readonly Violation[]) {
  const messages = violations.map(({ message }) =>
    message
      .replace(/^Request (?:body|query) (?:property |parameter )?/, '')
      .replace(/^must have required property '(.+)'$/, '$1 is missing'),
  );
  const more = messages.length > 3 ? `, and ${messages.length - 3} more` : '';
  return messages.slice(0, 3).join(', ') + more;
}
