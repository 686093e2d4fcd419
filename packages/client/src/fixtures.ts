import examples from '@chat-sns/spec/examples.json' with { type: 'json' };
import { type OperationId, operations } from './contract.ts';
import { isRecord } from './envelope.ts';
import { ChatConfigError } from './errors.ts';

/** Body of a response or of a request. */
export type FixtureBody = Record<string, unknown>;

type Kind = 'requests' | 'responses';

/**
 * A response body of an operation, from the contract's examples: by name (`partial-failure`) or by error code. A code
 * that fails a whole request gives that failure; a code of single accounts gives a body with such an item. Every call
 * returns a new copy.
 *
 * @throws {ChatConfigError} `UnknownFixture`, with a list of the names, when there is no fixture of that name.
 *
 * @example
 * import { fixture } from '@chat-sns/client/testing';
 *
 * console.log(fixture('deleteFriends', 'partial-failure'), fixture('deleteAllFriends', 30003));
 */
export function fixture(operation: OperationId, name: string | number): FixtureBody {
  return findFixture('responses', operation, typeof name === 'number' ? `error-${name}` : name);
}

/** A request body of an operation, from the contract's examples. */
export const requestFixture = (operation: OperationId, name: string): FixtureBody =>
  findFixture('requests', operation, name);

/** Names of the response fixtures of an operation. */
export const fixtureNames = (operation: OperationId): string[] => Object.keys(examples[operation].responses);

function findFixture(kind: Kind, operation: OperationId, name: string): FixtureBody {
  const known: Record<string, { value: FixtureBody }> = examples[operation][kind];
  const example = Object.hasOwn(known, name) ? known[name] : undefined;
  if (example) return structuredClone(example.value);
  throw new ChatConfigError(
    'UnknownFixture',
    `${operation} has no fixture '${name}', use one of: ${Object.keys(known).join(', ')}`,
  );
}

/** The body that a stub responds with by default: success for everything that the request names. */
export function createSuccessBody(operation: OperationId, request: unknown): FixtureBody {
  const [first] = fixtureNames(operation);
  return replaceAccounts(operation, fixture(operation, first as string), request, 0);
}

/** The body with a code: for the whole request where that is documented, for each account otherwise. */
export function createCodeBody(operation: OperationId, code: number, request: unknown): FixtureBody {
  const body = fixture(operation, code);
  return body.ActionStatus === 'FAIL' ? body : replaceAccounts(operation, body, request, code);
}

/** Replaces the accounts of an example with those of a request. */
function replaceAccounts(
  operation: OperationId,
  body: FixtureBody,
  request: unknown,
  code: number,
): FixtureBody {
  const field = operations[operation].items ?? '';
  const items = body[field];
  if (!Array.isArray(items) || !isRecord(request) || !Array.isArray(request.To_Account)) return body;
  const model: FixtureBody = items.find((item) => item.ResultCode === code);
  return { ...body, [field]: request.To_Account.map((account) => ({ ...model, To_Account: account })) };
}
