import { errorCatalogue } from '@chat-sns/spec';
import { expect, test } from 'vitest';
import { reachability } from '../../readme/reachability.ts';
import { createSandbox, type SandboxOptions } from '../../src/create-sandbox.ts';
import type { CodeFault } from '../../src/observe/faults.ts';
import type { Title } from '../../src/refusal.ts';
import { bodyOf, sendRaw, slowRequest } from '../support/raw-request.ts';
import {
  call,
  codeOf,
  createClock,
  type Envelope,
  send,
  startTime,
  urlOf,
  userSigOf,
} from '../support/service.ts';

const friend = { From_Account: 'alice', To_Account: ['bob'] };
const createFixed = (options: SandboxOptions = {}) => createSandbox({ now: createClock().now, ...options });

async function callOnce(
  body: Record<string, unknown>,
  query = {},
  options: SandboxOptions = {},
): Promise<Envelope> {
  return call(createFixed(options), 'deleteFriends', body, query);
}

/** The response to the second of two calls. */
async function callTwice(options: SandboxOptions, query = {}): Promise<Envelope> {
  const sandbox = createFixed(options);
  await call(sandbox, 'deleteFriends', friend, query);
  return call(sandbox, 'deleteFriends', friend, query);
}

const wrongKey = { usersig: userSigOf({}, 'another key') };
const bobsOwn = { identifier: 'bob', usersig: userSigOf({ identifier: 'bob' }) };

const scenarios: Partial<Record<Title, () => Promise<Envelope>>> = {
  InvalidParameter: () => callOnce({ From_Account: 'alice' }),
  AccountMismatch: () =>
    callOnce({ ...friend, To_Account: ['nobody'] }, {}, { unknownAccount: 'AccountMismatch' }),
  AccountNotFound: () => callOnce({ ...friend, From_Account: 'nobody' }),
  AdminRequired: () => callOnce(friend, bobsOwn, { nonAdmin: 'AdminRequired' }),
  async WriteConflict() {
    const sandbox = createFixed({ concurrentWrites: 'conflict' });
    const [, second] = await Promise.all([
      call(sandbox, 'deleteFriends', friend),
      call(sandbox, 'deleteFriends', friend),
    ]);
    return second;
  },
  NotFriend: () => callTwice({}),
  DeletionFiltered: () => callTwice({ deletionLimit: 1 }),
  HttpParseError: () => send(createFixed(), `${urlOf('deleteFriends')}&unknown=%`, { body: '{}' }),
  JsonParseError: () => send(createFixed(), urlOf('deleteFriends'), { body: '' }),
  RateLimited: () => callTwice({ rateLimit: 1 }),
  async TimeoutOrBadRequest() {
    await using sandbox = createSandbox({ port: 0, requestTimeout: 50 });
    const { port } = await sandbox.listen();
    return bodyOf(await sendRaw(port, slowRequest)) as Envelope;
  },
  InvalidResource: () => send(createFixed(), 'http://sandbox/v4/sns/friend_add', { body: '{}' }),
  IdentifierNotAdmin: () => callOnce(friend, bobsOwn),
  AppIdMissing: () => callOnce(friend, { sdkappid: undefined }),
  InvalidAccountType: () => callOnce({ ...friend, To_Account: [1] }),
  InvalidQueryParameter: () => callOnce(friend, { contenttype: 'xml' }),
  UserSigExpired: () => callOnce(friend, { usersig: userSigOf({ time: startTime / 1000 - 61, expire: 60 }) }),
  UserSigIllegal: () => callOnce(friend, { usersig: 'none' }),
  UserSigWrongKey: () => callOnce(friend, wrongKey),
  UserSigIdentifierMismatch: () => callOnce(friend, { identifier: 'alice' }),
  UserSigAppMismatch: () => callOnce(friend, { sdkappid: '1400000001' }),
  AppNotFound: () => callOnce(friend, { sdkappid: '9', usersig: userSigOf({ sdkAppId: 9 }) }),
  UserSigAttemptsThrottled: () => callTwice({ badSignatureLimit: 1 }, wrongKey),
};

test('the table has every code of the catalogue and no other', () => {
  expect(Object.keys(reachability).toSorted()).toEqual(errorCatalogue.map(({ title }) => title).toSorted());
});

test('every natural and configured code has a scenario, and no other has', () => {
  const reachable = Object.entries(reachability).filter(([, { how }]) => how !== 'fault only');
  expect(Object.keys(scenarios).toSorted()).toEqual(reachable.map(([title]) => title).toSorted());
});

test.each(Object.entries(scenarios))('%s is reached by its cause', async (title, scenario) => {
  const envelope = await scenario();
  const code = codeOf(title as Title);
  const found = envelope.ResultItem
    ? envelope.ResultItem.map((item) => item.ResultCode)
    : [envelope.ErrorCode];
  expect(found).toEqual([code]);
});

const levels = errorCatalogue.flatMap((entry) =>
  entry.levels.map((level) => [entry.title, level, entry] as const),
);

test.each(levels)(
  '%s is reached by a queued fault at the level %s',
  async (_title, level, { code, info }) => {
    const sandbox = createFixed();
    const fault: CodeFault = level === 'item' ? { kind: 'code', code, item: 'bob' } : { kind: 'code', code };
    sandbox.faults.add(fault);
    const envelope = await call(sandbox, 'deleteFriends', { ...friend, To_Account: ['bob', 'carol'] });
    if (level === 'item') {
      expect(envelope).toMatchObject({ ErrorCode: 0, ResultItem: [{ ResultCode: code }, { ResultCode: 0 }] });
    } else {
      expect(envelope).toEqual({
        ActionStatus: 'FAIL',
        ErrorCode: code,
        ErrorInfo: info?.text ?? '',
        ErrorDisplay: '',
      });
    }
    expect(sandbox.faults.list()).toEqual([]);
    expect(sandbox.state.read().accounts.alice?.friends).toHaveProperty('bob');
  },
);
