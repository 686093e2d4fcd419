import { createSandbox, type SandboxOptions } from '../../src/create-sandbox.ts';
import type { StateDocument } from '../../src/state/state.ts';
import { call, codesOf, createClock } from './service.ts';

const state: StateDocument = {
  accounts: {
    ann: {
      friends: { ben: { lists: ['x', 'y'] }, cat: { lists: ['x'] } },
      lists: ['x', 'y', 'z'],
      sequence: 5,
    },
    ben: { friends: { ann: {} } },
    cat: {},
    dan: { friends: { ann: {} } },
  },
};
export const create = (options: SandboxOptions = {}) =>
  createSandbox({ state, now: createClock().now, ...options });

export async function deleteFriends(body: object, options: SandboxOptions = {}, query = {}) {
  const sandbox = create(options);
  const envelope = await call(sandbox, 'deleteFriends', { From_Account: 'ann', ...body }, query);
  return {
    envelope,
    code: envelope.ErrorCode,
    items: codesOf(envelope),
    accounts: sandbox.state.read().accounts,
  };
}
export async function deleteLists(GroupName: string[], options: SandboxOptions = {}) {
  const sandbox = create(options);
  const envelope = await call(sandbox, 'deleteFriendLists', { From_Account: 'ann', GroupName });
  return { envelope, ann: sandbox.state.read().accounts.ann };
}
export async function deleteAll(body: object) {
  const sandbox = create();
  const envelope = await call(sandbox, 'deleteAllFriends', body as { From_Account: string });
  return { envelope, accounts: sandbox.state.read().accounts };
}
export const both = { DeleteType: 'Delete_Type_Both' };
