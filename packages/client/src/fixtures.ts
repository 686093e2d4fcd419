import examples from '@chat-sns/spec/examples.json' with { type: 'json' };
import type { OperationId } from './contract.ts';
import { isRecord } from './envelope.ts';
import { ChatConfigError } from './errors.ts';

/** Body of an answer, or of a request. */
export type FixtureBody = Record<string, unknown>;

type Kind = 'requests' | 'responses';

/**
 * An answer of an operation, from the contract's examples: by name (`partial-failure`), or by the vendor's number. A number
 * that fails a whole request gives that failure, and one that only single accounts have gives an answer with such an item.
 * Each call gives a copy of its own.
 *
 * @throws {ChatConfigError} that lists the names, when there is none of that name.
 *
 * @example
 * import { fixture } from '@chat-sns/client/testing';
 *
 * console.log(fixture('deleteFriends', 'partial-failure'), fixture('deleteAllFriends', 30003));
 */
export function fixture(operation: OperationId, name: string | number): FixtureBody {
  return findFixture('responses', operation, typeof name === 'number' ? `error-${name}` : name);
}

/** A request of an operation, from the contract's examples. */
export const requestFixture = (operation: OperationId, name: string): FixtureBody =>
  findFixture('requests', operation, name);

/** Names of the answers of an operation. */
export const fixtureNames = (operation: OperationId): string[] => Object.keys(examples[operation].responses);

function findFixture(kind: Kind, operation: OperationId, name: string): FixtureBody {
  const known: Record<string, { value: FixtureBody }> = examples[operation][kind];
  const example = Object.hasOwn(known, name) ? known[name] : undefined;
  if (example) return structuredClone(example.value);
  throw new ChatConfigError(
    'UnknownFixture',
    `${operation} has no ${name}, but ${Object.keys(known).join(', ')}`,
  );
}

/** The answer that the service gives to a request by default: success for everything that it names. */
export function createSuccessBody(operation: OperationId, request: unknown): FixtureBody {
  const [first] = fixtureNames(operation);
  return replaceAccounts(fixture(operation, first as string), request, 0);
}

/** The answer with a number: of the whole request where that is documented, of each account otherwise. */
export function createCodeBody(operation: OperationId, code: number, request: unknown): FixtureBody {
  const body = fixture(operation, code);
  return body.ActionStatus === 'FAIL' ? body : replaceAccounts(body, request, code);
}

/** Replaces the accounts of an example by those of a request. */
function replaceAccounts(body: FixtureBody, request: unknown, code: number): FixtureBody {
  if (!Array.isArray(body.ResultItem) || !isRecord(request) || !Array.isArray(request.To_Account))
    return body;
  const model: unknown = body.ResultItem.find((item) => item.ResultCode === code);
  const items = request.To_Account.map((account) => ({ ...(model as FixtureBody), To_Account: account }));
  return { ...body, ResultItem: items };
}
