import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { type Fault, InvalidFault } from '../../src/observe/faults.ts';
import { call, codeOf, codesOf, send, urlOf, userSigOf } from '../support/service.ts';

const friend = { From_Account: 'alice', To_Account: ['bob'] };
const isFriend = (sandbox: ReturnType<typeof createSandbox>) =>
  Object.hasOwn(sandbox.state.read().accounts.alice?.friends ?? {}, 'bob');

test('a fault hits as many calls as it counts, of its operation and account only', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({
    kind: 'code',
    code: codeOf('InternalError'),
    operation: 'deleteAllFriends',
    account: 'bob',
    count: 2,
  });
  const deleteAll = async (From_Account: string) =>
    (await call(sandbox, 'deleteAllFriends', { From_Account })).ErrorCode;
  expect(await deleteAll('carol')).toBe(0);
  expect(
    (await call(sandbox, 'deleteFriends', { From_Account: 'bob', To_Account: ['nobody'] })).ErrorCode,
  ).toBe(0);
  expect([await deleteAll('bob'), await deleteAll('bob'), await deleteAll('bob')]).toEqual([30006, 30006, 0]);
});

test('a caller who does not get past the gateway uses no fault up', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'drop' });
  await call(sandbox, 'deleteFriends', friend, { usersig: userSigOf({}, 'wrong') });
  expect(sandbox.faults.list()).toHaveLength(1);
});

test('a fault for an item waits for a call that names the account', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'code', code: codeOf('AccountMismatch'), item: 'carol', info: 'gone' });
  expect(codesOf(await call(sandbox, 'deleteFriends', friend))).toEqual([0]);
  const second = await call(sandbox, 'deleteFriends', { ...friend, To_Account: ['dave', 'carol'] });
  expect(second.ResultItem?.[1]).toEqual({
    To_Account: 'carol',
    ResultCode: codeOf('AccountMismatch'),
    ResultInfo: 'gone',
  });
  expect(sandbox.webhooks.list().at(-1)?.body.PairList).toEqual([
    { From_Account: 'alice', To_Account: 'dave' },
  ]);
});

test('one call takes a delay and another fault, each in its order', async () => {
  const waits: number[] = [];
  const sandbox = createSandbox({ sleep: async (milliseconds) => void waits.push(milliseconds) });
  const faults: Fault[] = [
    { kind: 'delay', milliseconds: 30 },
    { kind: 'code', code: 1 },
    { kind: 'delay', milliseconds: 20 },
  ];
  for (const fault of faults) sandbox.faults.add(fault);
  expect((await call(sandbox, 'deleteFriends', friend)).ErrorCode).toBe(1);
  expect(waits).toEqual([30]);
  expect(codesOf(await call(sandbox, 'deleteFriends', friend))).toEqual([0]);
  expect(waits).toEqual([30, 20]);
});

const spoilt = ['bad-gateway', 'drop', 'truncate'] as const;
const cases = spoilt.flatMap((kind) => [true, false].map((carriedOut) => ({ kind, carriedOut })));

test.each(cases)('in-process, $kind with carriedOut $carriedOut', async (fault) => {
  await using sandbox = createSandbox();
  await expectSpoilt(sandbox, sandbox.fetch, undefined, fault);
});

test.each(cases)('over HTTP, $kind with carriedOut $carriedOut', async (fault) => {
  await using sandbox = createSandbox({ port: 0 });
  const { url } = await sandbox.listen();
  await expectSpoilt(sandbox, fetch, url, fault);
});

async function expectSpoilt(
  sandbox: ReturnType<typeof createSandbox>,
  send: typeof fetch,
  base: string | undefined,
  fault: (typeof cases)[number],
) {
  sandbox.faults.add(fault);
  const answer = send(urlOf('deleteFriends', {}, base), { method: 'POST', body: JSON.stringify(friend) });
  if (fault.kind === 'drop') await expect(answer).rejects.toThrow(TypeError);
  else {
    const response = await answer;
    expect(response.status).toBe(fault.kind === 'truncate' ? 200 : 502);
    if (fault.kind === 'truncate') await expect(response.text()).rejects.toThrow('terminated');
    else expect(await response.text()).toContain('502 Bad Gateway');
  }
  expect(isFriend(sandbox)).toBe(!fault.carriedOut);
}

test('a caller who gives up during a delay is rejected at once, and the deletion happens', async () => {
  let wake = () => {};
  const sandbox = createSandbox({ sleep: () => new Promise((resolve) => (wake = resolve)) });
  sandbox.faults.add({ kind: 'delay', milliseconds: 10 });
  const controller = new AbortController();
  const answer = send(sandbox, urlOf('deleteFriends'), {
    body: JSON.stringify(friend),
    signal: controller.signal,
  });
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort(new Error('gave up'));
  await expect(answer).rejects.toThrow('gave up');
  wake();
  await new Promise((resolve) => setImmediate(resolve));
  expect(isFriend(sandbox)).toBe(false);
});

test.each([
  ['an unknown kind', { kind: 'x' }, /kind/],
  ['a code fault without a code', { kind: 'code' }, /fault/],
  ['an unknown field', { kind: 'drop', cod: 1 }, /fault/],
  ['a count of 0', { kind: 'drop', count: 0 }, /count/],
  ['an item code at the top', { kind: 'code', code: codeOf('NotFriend') }, /"item"/],
  ['a request code on an item', { kind: 'code', code: codeOf('RateLimited'), item: 'bob' }, /remove "item"/],
])('%s is refused', (_what, fault, message) => {
  const sandbox = createSandbox();
  expect(() => sandbox.faults.add(fault as Fault)).toThrow(InvalidFault);
  expect(() => sandbox.faults.add(fault as Fault)).toThrow(message);
  expect(sandbox.faults.list()).toEqual([]);
});
