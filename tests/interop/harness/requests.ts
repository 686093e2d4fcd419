import { isDeepStrictEqual } from 'node:util';
import type { Schema } from '@chat-sns/spec';
import { type Call, calls, type Example, follow } from './document.ts';

/** The five query parameters of a valid call. */
export const query = {
  sdkappid: '1400000000',
  identifier: 'administrator',
  usersig: 'eJwtjM0KgkAURl8lZhtyZ0ZnVGhRtAgKguohhpmrXspx0lsY0btn',
  random: '99999999',
  contenttype: 'json',
};

/** A request that breaks one rule of the document. */
export interface Fault {
  name: string;
  path: string;
  query: Record<string, string>;
  body: string | undefined;
}

const queryFaults: [string, Partial<typeof query>][] = [
  ['sdkappid is not a number', { sdkappid: 'abc' }],
  ['sdkappid is 0', { sdkappid: '0' }],
  ['identifier has a space', { identifier: 'an administrator' }],
  ['identifier is too long', { identifier: 'a'.repeat(33) }],
  ['random is negative', { random: '-1' }],
  ['random needs 33 bits', { random: '4294967296' }],
  ['random is not a number', { random: 'abc' }],
  ['contenttype is xml', { contenttype: 'xml' }],
];

/** Values of a field of the body that break one rule of its schema each. */
function* fieldFaults(name: string, schema: Schema): Generator<[string, unknown]> {
  if (schema.type !== 'array') {
    yield [`${name} is a number`, 1];
    yield [`${name} is an empty string`, ''];
    yield [`${name} is null`, null];
    if (schema.maxLength) yield [`${name} is too long`, 'a'.repeat(schema.maxLength + 1)];
    return;
  }
  const { maxLength = 0 } = follow<Schema>(schema.items ?? {});
  yield [`${name} is a string`, 'id1'];
  yield [`${name} is empty`, []];
  yield [`${name} has too many entries`, Array((schema.maxItems ?? 0) + 1).fill('id1')];
  yield [`${name} has a number`, ['id1', 1]];
  yield [`${name} has an empty string`, ['id1', '']];
  yield [`${name} has a string that is too long`, ['id1', 'a'.repeat(maxLength + 1)]];
}

function* faultsOf({ operation, path, requests: [{ body: valid }] }: Call): Generator<Fault> {
  const fault = (name: string, values: Record<string, string>, body?: unknown) => ({
    name: `${operation.operationId}: ${name}`,
    path,
    query: values,
    body: JSON.stringify(body),
  });
  for (const name of Object.keys(query)) yield fault(`${name} is absent`, without(query, name), valid);
  for (const [name, change] of queryFaults) yield fault(name, { ...query, ...change }, valid);
  yield fault('there is no body', query);
  yield fault('the body is an array', query, []);
  const schema = follow<Schema>(operation.requestBody.content['application/json'].schema);
  for (const name of schema.required ?? []) yield fault(`${name} is absent`, query, without(valid, name));
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    for (const [what, value] of fieldFaults(name, follow<Schema>(field))) {
      yield fault(what, query, { ...valid, [name]: value });
    }
  }
}

const without = <T>(values: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));

/** Every request that has exactly one fault. What is not JSON is no matter of the operation, and takes some tools long. */
export const faults: Fault[] = [
  ...calls.flatMap((call) => [...faultsOf(call)]),
  ...calls
    .slice(0, 1)
    .map(({ name, path }) => ({ name: `${name}: the body is not JSON`, path, query, body: '{"From_' })),
];

/** A response example of each operation with each of the changes, where it changes something. */
function changeResponses(status: 'OK' | 'FAIL', changes: Record<string, Record<string, unknown>>): Example[] {
  return calls.flatMap(({ name, path, responses }) => {
    const { body } = responses.find((example) => example.body.ActionStatus === status) ?? responses[0];
    return Object.entries(changes)
      .map(([key, change]) => ({ name: `${name}: ${key}`, path, key, body: withChange(body, change) }))
      .filter((changed) => !isDeepStrictEqual(changed.body, body));
  });
}

/** `undefined` removes a field. */
const withChange = (body: object, change: object) =>
  JSON.parse(JSON.stringify({ ...body, ...change })) as Record<string, unknown>;

const oneResult = { To_Account: 'id1', ResultCode: 32216, ResultInfo: '' };

/** Responses with codes that no page lists: the service sends such codes all the same. */
export const unknownCodes: Example[] = [
  ...changeResponses(
    'FAIL',
    Object.fromEntries(
      [60006, 70032, 70052, 79999].map((code) => [`ErrorCode ${code}`, { ErrorCode: code }]),
    ),
  ),
  ...changeResponses('OK', { 'ResultCode 32216': { ResultItem: [oneResult] } }).filter(({ name }) =>
    name.startsWith('deleteFriends:'),
  ),
];

/** Responses that no edition of any page allows. */
export const brokenResponses: Example[] = [
  ...changeResponses('OK', {
    'OK with code 30003': { ErrorCode: 30003 },
    'OK with a code in quotes': { ErrorCode: '0' },
    'OK without a code': { ErrorCode: undefined },
    'OK without its result': { ResultItem: undefined, CurrentSequence: undefined },
    'neither OK nor FAIL': { ActionStatus: 'MAYBE' },
  }),
  ...changeResponses('FAIL', {
    'FAIL with code 0': { ErrorCode: 0 },
    'FAIL without a code': { ErrorCode: undefined },
    'FAIL with a broken code': { ErrorCode: 30003.5 },
  }),
];

/** A response, or status 0 after five seconds without one. */
export interface Reply {
  status: number;
  text: string;
}

/** Sends one request as a program would that knows nothing of the document. */
export async function send(
  base: string,
  request: { path: string; query?: Record<string, string>; body: unknown },
  headers: Record<string, string> = {},
): Promise<Reply> {
  const { path, body } = request;
  try {
    const response = await fetch(`${base}${path}?${new URLSearchParams(request.query ?? query)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(5000),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return { status: 0, text: `no response: ${error}` };
  }
}
