import { afterAll, describe, expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import { call, firstRequest } from './support/call.ts';
import { examples, operationIds } from './support/contract.ts';

const mock = await startMock();
afterAll(() => mock.close());

describe('a valid request without instructions', () => {
  it.each(operationIds)('succeeds with the first response example of %s', async (operation) => {
    const { envelope } = await call(mock.url, operation);
    const [first] = Object.values(examples[operation].responses);
    const { ResultItem: _items, ...rest } = first?.value ?? {};
    expect(envelope).toMatchObject(rest);
    expect(envelope.ErrorCode).toBe(0);
    expect(Object.keys(envelope)).toEqual(Object.keys(first?.value ?? {}));
  });

  const requests = operationIds.flatMap((operation) =>
    Object.entries(examples[operation].requests).map(([name, { value }]) => ({ operation, name, value })),
  );
  it.each(requests)('gets OK: $operation $name', async ({ operation, value }) => {
    expect((await call(mock.url, operation, { body: value })).envelope.ActionStatus).toBe('OK');
  });

  it('has one item for each account that was sent, in the order sent, duplicates included', async () => {
    const accounts = ['zoe', 'adam', '10001', 'zoe', 'a_b-c', '@RBT#001'];
    const { envelope } = await call(mock.url, 'deleteFriends', {
      body: { From_Account: 'me', To_Account: accounts },
    });
    expect(envelope.ResultItem).toEqual(
      accounts.map((To_Account) => ({ To_Account, ResultCode: 0, ResultInfo: '' })),
    );
  });

  it('can name a thousand accounts', async () => {
    const accounts = Array.from({ length: 1000 }, (_, index) => `user-${index}`);
    const { envelope } = await call(mock.url, 'deleteFriends', {
      body: { From_Account: 'me', To_Account: accounts },
    });
    expect(envelope.ResultItem?.map(({ To_Account }) => To_Account)).toEqual(accounts);
  });

  it('has the ErrorInfo of the pages: "0" for two operations and nothing for the third', async () => {
    const infos = operationIds.map(async (operation) => [
      operation,
      (await call(mock.url, operation)).envelope.ErrorInfo,
    ]);
    expect(Object.fromEntries(await Promise.all(infos))).toEqual({
      deleteFriends: '0',
      deleteAllFriends: '',
      deleteFriendLists: '0',
    });
  });
});

describe('leniency towards a valid request', () => {
  it('ignores an empty pair in the query, which an official sample has', async () => {
    const rawQuery = 'sdkappid=1400000000&identifier=administrator&usersig=x&&random=0&contenttype=json&';
    expect((await call(mock.url, 'deleteFriends', { rawQuery })).envelope.ErrorCode).toBe(0);
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'text/plain',
    'application/x-www-form-urlencoded',
    '(((',
  ])('ignores the Content-Type %s', async (type) => {
    const { envelope } = await call(mock.url, 'deleteFriends', { headers: { 'Content-Type': type } });
    expect(envelope.ErrorCode).toBe(0);
  });

  it('accepts a request without a Content-Type, as in the official sample', async () => {
    const body = new TextEncoder().encode(JSON.stringify(firstRequest('deleteFriends')));
    expect((await call(mock.url, 'deleteFriends', { body })).envelope.ErrorCode).toBe(0);
  });

  it('ignores the Accept header', async () => {
    const { envelope } = await call(mock.url, 'deleteFriends', { headers: { Accept: 'text/html' } });
    expect(envelope.ErrorCode).toBe(0);
  });

  it('ignores unknown parameters and unknown fields', async () => {
    const body = { ...firstRequest('deleteFriends'), Extra: { deep: [1] } };
    const { envelope } = await call(mock.url, 'deleteFriends', { body, query: { reqid: '7', ver: 'v4' } });
    expect(envelope.ErrorCode).toBe(0);
  });

  it('accepts a missing random, and no other missing parameter', async () => {
    const { envelope } = await call(mock.url, 'deleteFriends', { query: { random: undefined } });
    expect(envelope.ErrorCode).toBe(0);
    for (const random of ['', '-1', '4294967296']) {
      expect((await call(mock.url, 'deleteFriends', { query: { random } })).envelope.ErrorCode).toBe(60025);
    }
    for (const name of ['identifier', 'usersig', 'contenttype']) {
      const { envelope } = await call(mock.url, 'deleteFriends', {
        query: { random: undefined, [name]: undefined },
      });
      expect(envelope.ErrorCode).toBe(60025);
    }
    expect((await call(mock.url, 'deleteFriends', { rawQuery: '' })).envelope.ErrorCode).toBe(60012);
  });

  it.each(['0', '1', '4294967295'])('accepts random=%s', async (random) => {
    expect((await call(mock.url, 'deleteFriends', { query: { random } })).envelope.ErrorCode).toBe(0);
  });
});
