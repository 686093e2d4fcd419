import examples from '@chat-sns/spec/examples.json' with { type: 'json' };
import { type OperationId, operations } from './contract.ts';
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
 * import { createChatClient } from '@chat-sns/client';
 * import { fixture } from '@chat-sns/client/testing';
 * import { http, HttpResponse } from 'msw';
 * import { setupServer } from 'msw/node';
 *
 * const server = setupServer(
 *   http.post('https://adminapisgp.im.qcloud.com/v4/sns/friend_delete_all', () =>
 *     HttpResponse.json(fixture('deleteAllFriends', 30003)),
 *   ),
 * );
 * server.listen(); // A client that was made before is intercepted as well.
 * const chat = createChatClient({
 *   region: 'singapore',
 *   sdkAppId: 1400000000,
 *   identifier: 'administrator',
 *   userSig: 'any',
 * });
 * const result = await chat.safe.deleteAllFriends({ From_Account: 'id' });
 * console.log(result.ok || result.error.code);
 * server.close();
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

/**
 * The body that a stub responds with by default: success, except for accounts named `mock-<code>`. As `From_Account`, or
 * with a code that no single account can have, it is the code of the whole request.
 */
export function createDefaultBody(operation: OperationId, request: FixtureBody): FixtureBody {
  const accounts = Array.isArray(request.To_Account) ? request.To_Account : [];
  const single = accounts.map(readCode).filter((code) => code !== undefined);
  const whole = readCode(request.From_Account) ?? single.find((code) => !findItem(operation, code));
  if (whole !== undefined) return fixture(operation, whole);
  const [first] = fixtureNames(operation);
  return createNamedBody(operation, first as string, request, 0);
}

/** The body with a code: for the whole request where that is documented, for each account otherwise. */
export function createCodeBody(operation: OperationId, code: number, request: FixtureBody): FixtureBody {
  return createNamedBody(operation, `error-${code}`, request, code);
}

/**
 * A fixture with the accounts of a request in place of its own: all with the result of one code or, without one, with the
 * fixture's results in turn. A fixture without results for single accounts stays as it is.
 */
export function createNamedBody(
  operation: OperationId,
  name: string,
  request: FixtureBody,
  code?: number,
): FixtureBody {
  const body = fixture(operation, name);
  const items = itemsOf(operation, body);
  if (items.length === 0 || !Array.isArray(request.To_Account)) return body;
  const models = code === undefined ? items : items.filter((item) => item.ResultCode === code);
  const results = request.To_Account.map((account, place) => {
    const own = code ? undefined : readCode(account);
    const model = (own && findItem(operation, own)) ?? models[place % models.length];
    return { ...model, To_Account: account };
  });
  return { ...body, [operations[operation].items ?? '']: results };
}

/** The results of single accounts in a response. */
function itemsOf(operation: OperationId, body: FixtureBody): FixtureBody[] {
  const items = body[operations[operation].items ?? ''];
  return Array.isArray(items) ? items : [];
}

/** The result of a single account with a code, in the fixture that is named after it. */
function findItem(operation: OperationId, code: number): FixtureBody | undefined {
  return fixtureNames(operation)
    .filter((name) => name.endsWith(`-${code}`))
    .flatMap((name) => itemsOf(operation, fixture(operation, name)))
    .find((item) => item.ResultCode === code);
}

/** The code in an account named `mock-<code>`. */
function readCode(account: unknown): number | undefined {
  const digits = typeof account === 'string' ? /^mock-([1-9]\d*)$/.exec(account)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}
