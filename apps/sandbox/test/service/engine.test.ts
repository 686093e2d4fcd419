import { expect, test } from 'vitest';
import type { StateDocument } from '../../src/state/state.ts';
import { create } from '../support/ann.ts';
import { call, codeOf, codesOf } from '../support/service.ts';

const friend = { From_Account: 'ann', To_Account: ['ben'] };

/** Lets a write of ann's wait until the state has been replaced. */
async function writeAcross(state: StateDocument) {
  let wake = () => {};
  const sandbox = create({ writeTime: 40, sleep: () => new Promise((resolve) => (wake = resolve)) });
  const response = call(sandbox, 'deleteFriends', friend);
  await new Promise((resolve) => setImmediate(resolve));
  sandbox.state.replace(state);
  wake();
  return { response: await response, webhooks: sandbox.webhooks.list() };
}

test('a write that waited runs on the state at its turn', async () => {
  const { response, webhooks } = await writeAcross({ accounts: { ann: {}, ben: { friends: { ann: {} } } } });
  expect(codesOf(response)).toEqual([codeOf('NotFriend')]);
  expect(webhooks).toEqual([]);
});

test('a write that waited is refused if its account no longer exists at its turn', async () => {
  const { response } = await writeAcross({ accounts: { ben: {} } });
  expect(response.ErrorCode).toBe(codeOf('AccountNotFound'));
});

test('a From_Account that is not imported does not wait for its turn', async () => {
  const sandbox = create({ concurrentWrites: 'conflict' });
  const stranger = { ...friend, From_Account: 'nobody' };
  const responses = await Promise.all([
    call(sandbox, 'deleteFriends', stranger),
    call(sandbox, 'deleteFriends', stranger),
  ]);
  const notFound = codeOf('AccountNotFound');
  expect(responses.map(({ ErrorCode }) => ErrorCode)).toEqual([notFound, notFound]);
});
