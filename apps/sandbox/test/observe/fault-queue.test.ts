import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import { createFaultQueue, type Fault } from '../../src/observe/faults.ts';
import { call, codeOf, send, urlOf } from '../support/service.ts';

const friend = { From_Account: 'alice', To_Account: ['bob'] };

test('two delays and another fault: the call takes the first of each kind', async () => {
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
])('a fault for an item waits while %s gets %j', async (operation, body) => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'code', code: codeOf('WriteConflict'), item: 'bob' });
  await send(sandbox, urlOf(operation), { body: JSON.stringify(body) });
  expect(sandbox.faults.list()).toHaveLength(1);
});

test.each<[what: string, fault: Fault, item: { ResultCode: number; ResultInfo: string }]>([
  [
    'a text that is known from the request is not put on the item',
    { kind: 'code', code: codeOf('InvalidParameter'), item: 'bob' },
    { ResultCode: codeOf('InvalidParameter'), ResultInfo: '' },
  ],
  [
    'the text that is known for the item is used',
    { kind: 'code', code: codeOf('NotFriend'), item: 'bob' },
    { ResultCode: codeOf('NotFriend'), ResultInfo: 'Err_SNS_FriendDelete_Not_Friend' },
  ],
  [
    'a number that nobody has listed has no text',
    { kind: 'code', code: 99999, item: 'bob' },
    { ResultCode: 99999, ResultInfo: '' },
  ],
])('%s', async (_what, fault, item) => {
  const sandbox = createSandbox();
  sandbox.faults.add(fault);
  const { ResultItem } = await call(sandbox, 'deleteFriends', friend);
  expect(ResultItem).toEqual([{ To_Account: 'bob', ...item }]);
});

test('a number that nobody has listed fails a request without a text', async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'code', code: 99999 });
  expect(await call(sandbox, 'deleteFriends', friend)).toMatchObject({ ErrorCode: 99999, ErrorInfo: '' });
});

const notFriend = codeOf('NotFriend');
const rateLimited = codeOf('RateLimited');
test.each([
  [
    { kind: 'code', code: notFriend },
    `${notFriend} occurs only in a ResultItem: name its To_Account in "item"`,
  ],
  [
    { kind: 'code', code: rateLimited, item: 'bob' },
    `${rateLimited} occurs only for a whole request: remove "item"`,
  ],
  [{ kind: 'drop', count: 0 }, 'fault/count must be >= 1'],
  [7, 'fault must be object'],
])('the fault %j is told off', (fault, message) => {
  const queue = createFaultQueue();
  expect(() => queue.add(fault as Fault)).toThrow(new Error(message));
  expect(queue.list()).toEqual([]);
});

test('a list that was read does not change with the queue', () => {
  const queue = createFaultQueue();
  queue.add({ kind: 'drop' });
  const listed = queue.list();
  queue.clear();
  expect(listed).toEqual([{ kind: 'drop' }]);
});
