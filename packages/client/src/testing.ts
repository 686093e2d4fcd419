import { type OperationId, operationIds, operations } from './contract.ts';
import { createCodeBody, createDefaultBody, createNamedBody, type FixtureBody, fixture } from './fixtures.ts';
import type { Fetch } from './transport.ts';

export { type FixtureBody, fixture, fixtureNames, requestFixture } from './fixtures.ts';

/** A request that a stub has received. */
export interface StubbedCall {
  operation: OperationId;
  /** Query parameters, the UserSig masked. */
  query: Record<string, string>;
  request: FixtureBody;
}

/**
 * What a stub responds with: an error code, the name of a fixture, a body, a whole response, an error for the
 * connection to fail with, or a function, async or not, that chooses one of these.
 */
export type StubResponse =
  | number
  | string
  | FixtureBody
  | Response
  | Error
  | ((call: StubbedCall) => StubResponse | Promise<StubResponse>);

/**
 * A `fetch` that responds as the service does, without a network. Results for single accounts are those of the request.
 * An account named `mock-<code>` gets that code, as at the mock: as `From_Account` for the whole request.
 */
export interface FetchStub {
  /** For the option `fetch` of a client. */
  fetch: Fetch;
  /** The requests so far, in order. */
  calls: StubbedCall[];
  /**
   * Sets the responses to the next requests of an operation, in order. After them the stub responds with success again.
   *
   * @throws {ChatConfigError} `UnknownFixture` for a code or a name that the operation has no fixture of.
   */
  respondTo(operation: OperationId, ...responses: StubResponse[]): FetchStub;
}

/**
 * Creates a `fetch` for tests. By default it responds with success for the accounts of the request, but for those named
 * `mock-<code>`.
 *
 * @example
 * import { createChatClient } from '@chat-sns/client';
 * import { createFetchStub } from '@chat-sns/client/testing';
 *
 * const stub = createFetchStub().respondTo('deleteFriends', 31704);
 * const chat = createChatClient({
 *   region: 'singapore',
 *   sdkAppId: 1400000000,
 *   identifier: 'administrator',
 *   userSig: 'any',
 *   fetch: stub.fetch,
 * });
 * const outcome = await chat.deleteFriends({
 *   From_Account: 'id',
 *   To_Account: ['id1'],
 *   DeleteType: 'Delete_Type_Single',
 * });
 * console.log(outcome.notFriends, stub.calls.length);
 */
export function createFetchStub(): FetchStub {
  const calls: StubbedCall[] = [];
  const queues = new Map<OperationId, StubResponse[]>();

  const stub: FetchStub = {
    calls,
    async fetch(url, init) {
      init.signal?.throwIfAborted();
      const call = readCall(url, init);
      calls.push(call);
      return createResponse(call, queues.get(call.operation)?.shift());
    },
    respondTo(operation, ...responses) {
      for (const response of responses) checkChoice(operation, response);
      queues.set(operation, [...(queues.get(operation) ?? []), ...responses]);
      return stub;
    },
  };
  return stub;
}

function readCall(url: string, { body }: RequestInit): StubbedCall {
  const { pathname, searchParams } = new URL(url);
  const operation = operationIds.find((id) => pathname.endsWith(operations[id].path));
  if (!operation) throw new TypeError(`no operation has the path ${pathname}`);
  const query = { ...Object.fromEntries(searchParams), usersig: '***' };
  return { operation, query, request: JSON.parse(String(body)) as FixtureBody };
}

async function createResponse(call: StubbedCall, response: StubResponse | undefined): Promise<Response> {
  if (typeof response === 'function') return createResponse(call, await response(call));
  if (response instanceof Error) throw response;
  if (response instanceof Response) return response;
  return Response.json(chooseBody(call, response));
}

/** A mistake in a test must not look like a failure of the service. */
function checkChoice(operation: OperationId, choice: StubResponse): void {
  if (typeof choice === 'string' || (typeof choice === 'number' && choice !== 0)) fixture(operation, choice);
}

function chooseBody({ operation, request }: StubbedCall, choice: number | string | FixtureBody | undefined) {
  if (choice === undefined || choice === 0) return createDefaultBody(operation, request);
  if (typeof choice === 'number') return createCodeBody(operation, choice, request);
  return typeof choice === 'string' ? createNamedBody(operation, choice, request) : choice;
}
