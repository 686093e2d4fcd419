import { ChatApiError, createChatClient } from '@chat-sns/client';
import { startMock } from '@chat-sns/mock';
import type { OperationId, RequestOf } from '@chat-sns/spec';
import { afterAll, describe, expect, test } from 'vitest';
import { catalogue, examples, operationIds, schemaName, validatorOf } from '../contract.ts';

const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

const credentials = {
  sdkAppId: 1400000000,
  identifier: 'administrator',
  userSig: 'a-signature',
  retry: false,
} as const;
const chat = createChatClient({ ...credentials, baseUrl: mock.url });

/** One type for every method, so that the tests can be made from the operation ids. */
type AnyCall = (body: Record<string, unknown>) => Promise<Record<string, unknown>>;
const callOf = (client: typeof chat, operation: OperationId) =>
  client[operation].bind(client) as unknown as AnyCall;

/** A client whose service gives every request the same response body. */
const clientOf = (value: unknown) =>
  createChatClient({ ...credentials, region: 'singapore', fetch: async () => Response.json(value) });

const withDeleteType = (operation: OperationId, body: object) =>
  operation === 'deleteFriends' ? { DeleteType: 'Delete_Type_Single', ...body } : { ...body };

describe.each(operationIds)('%s', (operation) => {
  const { requests, responses } = examples[operation];
  const anyRequest = withDeleteType(
    operation,
    Object.values(requests)[0]?.value ?? {},
  ) as RequestOf<OperationId>;

  test('is a method of the client, throwing and safe', () => {
    expect(chat[operation]).toBeTypeOf('function');
    expect(chat.safe[operation]).toBeTypeOf('function');
  });

  test.each(Object.entries(requests))(
    'request example %s reaches the mock through the client and succeeds',
    async (name, { value }) => {
      const outcome = await callOf(chat, operation)(withDeleteType(operation, value));
      expect(outcome).toBeDefined();
      const call = mock.calls().at(-1);
      expect(call?.operation).toBe(operation);
      expect(call?.body).toMatchObject(value);
      const validate = validatorOf(schemaName(operation, 'Result'));
      validate(outcome.raw);
      expect(validate.errors, name).toBeNull();
    },
  );

  const failures = Object.entries(responses).filter(([, example]) => example.level === 'request');
  test.each(failures)('the client throws response example %s as an error', async (_, { value, code }) => {
    const error = await callOf(clientOf(value), operation)({ ...anyRequest }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ChatApiError);
    const title = catalogue.find((entry) => entry.code === code)?.title;
    expect(error).toMatchObject({ operation, code, title, info: value.ErrorInfo });
  });

  const results = Object.entries(responses).filter(([, example]) => example.level !== 'request');
  test.each(results)('the client returns response example %s as a result', async (_, { value }) => {
    const result = await callOf(clientOf(value), operation)({ ...anyRequest });
    expect(result.raw).toEqual(value);
  });

  const requestCodes = catalogue.filter(
    (entry) => entry.operations.includes(operation) && entry.levels.includes('request'),
  );
  test.each(requestCodes.map(({ code, title }) => [code, title] as const))(
    'From_Account mock-%d makes the mock fail with %s, and the client throws it',
    async (code, title) => {
      const request = withDeleteType(operation, { ...anyRequest, From_Account: `mock-${code}` });
      const error = await callOf(chat, operation)(request).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(ChatApiError);
      expect(error).toMatchObject({ operation, code, title });
    },
  );
});

const itemCodes = catalogue.filter(
  (entry) => entry.operations.includes('deleteFriends') && entry.levels.includes('item'),
);
test.each(itemCodes.map(({ code, title, retry }) => [code, title, retry] as const))(
  'the account mock-%d gets %s from the mock, and the client sorts it by its retry class',
  async (code, title, retry) => {
    const outcome = await chat.deleteFriends({
      From_Account: 'alice',
      To_Account: ['bob', `mock-${code}`, 'carol'],
      DeleteType: 'Delete_Type_Both',
    });
    expect(outcome.deleted).toEqual(['bob', 'carol']);
    if (retry === 'done') {
      expect(outcome.notFriends).toEqual([`mock-${code}`]);
      expect(outcome.failed).toEqual([]);
    } else {
      expect(outcome.notFriends).toEqual([]);
      expect(outcome.failed).toMatchObject([{ account: `mock-${code}`, code, title }]);
    }
  },
);
