import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { createFaultQueue, type Fault, InvalidFault } from '../../src/observe/faults.ts';
import { call, codeOf, codesOf, send, urlOf, userSigOf } from '../support/service.ts';

const friend = { From_Account: 'alice', To_Account: ['bob'] };
const isFriend = (sandbox: ReturnType<typeof createSandbox>) =>
  Object.hasOwn(sandbox.state.read().accounts.alice?.friends ?? {}, 'bob');

test('a fault fails only calls of its operation and account, as often as its count', async () => {
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

test('a call that the gateway refuses takes no fault', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'drop' });
  await call(sandbox, 'deleteFriends', friend, { usersig: userSigOf({}, 'wrong') });
  expect(sandbox.faults.list()).toHaveLength(1);
});

test('a fault for an item waits for a call that names the account', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'code', code: codeOf('AccountMismatch'), item: 'carol', info: 'not found' });
  expect(codesOf(await call(sandbox, 'deleteFriends', friend))).toEqual([0]);
  const second = await call(sandbox, 'deleteFriends', { ...friend, To_Account: ['dave', 'carol'] });
  expect(second.ResultItem?.[1]).toEqual({
    To_Account: 'carol',
    ResultCode: codeOf('AccountMismatch'),
    ResultInfo: 'not found',
  });
  expect(sandbox.webhooks.list().at(-1)?.body.PairList).toEqual([
    { From_Account: 'alice', To_Account: 'dave' },
  ]);
});

test('a call takes one delay and one other fault, each in its order', async () => {
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

const transportFaults = ['bad-gateway', 'drop', 'truncate'] as const;
const cases = transportFaults.flatMap((kind) => [true, false].map((carriedOut) => ({ kind, carriedOut })));

test.each(cases)('in-process, $kind with carriedOut $carriedOut', async (fault) => {
  await using sandbox = createSandbox();
  await expectBroken(sandbox, sandbox.fetch, undefined, fault);
});

test.each(cases)('over HTTP, $kind with carriedOut $carriedOut', async (fault) => {
  await using sandbox = createSandbox({ port: 0 });
  const { url } = await sandbox.listen();
  await expectBroken(sandbox, fetch, url, fault);
});

async function expectBroken(
  sandbox: ReturnType<typeof createSandbox>,
  send: typeof fetch,
  base: string | undefined,
  fault: (typeof cases)[number],
) {
  sandbox.faults.add(fault);
  const response = send(urlOf('deleteFriends', {}, base), { method: 'POST', body: JSON.stringify(friend) });
  if (fault.kind === 'drop') await expect(response).rejects.toThrow(TypeError);
  else {
    const broken = await response;
    expect(broken.status).toBe(fault.kind === 'truncate' ? 200 : 502);
    if (fault.kind === 'truncate') await expect(broken.text()).rejects.toThrow('terminated');
    else expect(await broken.text()).toContain('502 Bad Gateway');
  }
  expect(isFriend(sandbox)).toBe(!fault.carriedOut);
}

test('a call that is aborted during a delay rejects immediately, and the deletion happens', async () => {
  let wake = () => {};
  const sandbox = createSandbox({ sleep: () => new Promise((resolve) => (wake = resolve)) });
  sandbox.faults.add({ kind: 'delay', milliseconds: 10 });
  const controller = new AbortController();
  const response = send(sandbox, urlOf('deleteFriends'), {
    body: JSON.stringify(friend),
    signal: controller.signal,
  });
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort(new Error('aborted'));
  await expect(response).rejects.toThrow('aborted');
  wake();
  await new Promise((resolve) => setImmediate(resolve));
  expect(isFriend(sandbox)).toBe(false);
});

test('a call takes only the first of two delays', async () => {
  const waits: number[] = [];
  const sandbox = createSandbox({ sleep: async (milliseconds) => void waits.push(milliseconds) });
  sandbox.faults.add({ kind: 'delay', milliseconds: 30 });
  sandbox.faults.add({ kind: 'delay', milliseconds: 20 });
  sandbox.faults.add({ kind: 'code', code: 1 });
  expect((await call(sandbox, 'deleteFriends', friend)).ErrorCode).toBe(1);
  expect(waits).toEqual([30]);
  expect(sandbox.faults.list()).toEqual([{ kind: 'delay', milliseconds: 20 }]);
});

test.each<['deleteFriends' | 'deleteAllFriends', unknown]>([
  ['deleteAllFriends', { From_Account: 'alice', To_Account: ['bob'] }],
  ['deleteFriends', { From_Account: 'alice', To_Account: 'bob' }],
  ['deleteFriends', null],
  ['deleteFriends', 7],
])('a fault for an item stays queued when %s is called with %j', async (operation, body) => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'code', code: codeOf('WriteConflict'), item: 'bob' });
  await send(sandbox, urlOf(operation), { body: JSON.stringify(body) });
  expect(sandbox.faults.list()).toHaveLength(1);
});

test.each<[what: string, fault: Fault, item: { ResultCode: number; ResultInfo: string }]>([
  [
    'an ErrorInfo known for a request is not used for an item',
    { kind: 'code', code: codeOf('InvalidParameter'), item: 'bob' },
    { ResultCode: codeOf('InvalidParameter'), ResultInfo: '' },
  ],
  [
    'the ResultInfo known for an item is used',
    { kind: 'code', code: codeOf('NotFriend'), item: 'bob' },
    { ResultCode: codeOf('NotFriend'), ResultInfo: 'Err_SNS_FriendDelete_Not_Friend' },
  ],
  [
    'a code outside the catalogue has an empty ResultInfo',
    { kind: 'code', code: 99999, item: 'bob' },
    { ResultCode: 99999, ResultInfo: '' },
  ],
])('%s', async (_what, fault, item) => {
  const sandbox = createSandbox();
  sandbox.faults.add(fault);
  const { ResultItem } = await call(sandbox, 'deleteFriends', friend);
  expect(ResultItem).toEqual([{ To_Account: 'bob', ...item }]);
});

test('a code outside the catalogue fails a request with an empty ErrorInfo', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'code', code: 99999 });
  expect(await call(sandbox, 'deleteFriends', friend)).toMatchObject({ ErrorCode: 99999, ErrorInfo: '' });
});

const notFriend = codeOf('NotFriend');
const rateLimited = codeOf('RateLimited');
const kinds = 'code, delay, bad-gateway, drop, truncate';
const operations = 'deleteFriends, deleteAllFriends, deleteFriendLists';
test.each([
  [
    { kind: 'code', code: notFriend },
    `${notFriend} occurs only in a ResultItem: name its To_Account in "item"`,
  ],
  [
    { kind: 'code', code: rateLimited, item: 'bob' },
    `${rateLimited} occurs only for a whole request: remove "item"`,
  ],
  [{ kind: 'drop', count: 0 }, 'fault/count must be >= 1, not 0'],
  [
    { kind: 'drop', operation: 'deleteFriend' },
    `fault/operation must be one of ${operations}, not "deleteFriend"`,
  ],
  [
    { kind: 'drop', cod: 1 },
    'fault has no property "cod". Valid: kind, operation, account, count, carriedOut',
  ],
  [{ kind: 'code' }, "fault must have required property 'code'"],
  [{ kind: 'dorp' }, `fault/kind must be one of ${kinds}, not "dorp"`],
  [{ kind: 7 }, `fault/kind must be one of ${kinds}, not 7`],
  [7, 'fault must be object, not 7'],
  [[], 'fault must be object, not an array'],
])('the fault %j is rejected', (fault, message) => {
  const queue = createFaultQueue();
  expect(() => queue.add(fault as Fault)).toThrow(InvalidFault);
  expect(() => queue.add(fault as Fault)).toThrow(new Error(message));
  expect(queue.list()).toEqual([]);
});

test('a list that was returned does not change with the queue', () => {
  const queue = createFaultQueue();
  queue.add({ kind: 'drop' });
  const listed = queue.list();
  queue.clear();
  expect(listed).toEqual([{ kind: 'drop' }]);
});
