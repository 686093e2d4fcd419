import { setImmediate } from 'node:timers/promises';
import { createChatClient } from '@chat-sns/client';
import { createUserSig, verifyUserSig } from '@chat-sns/client/usersig';
import { describe, expect, test } from 'vitest';
import { app, copyRequest, createStubbedChat, getFailure, secretKey } from './support/chat.ts';
import { createFakeClock } from './support/clock.ts';
import { createFailBody, respondOkForAll, respondWithJson, startServer } from './support/server.ts';

const day = 24 * 60 * 60;

const wrongUserSig = 'what userSig() returns must be a string of 1 to 4096 letters, digits, *, - or _';

/** A server that records the signatures it receives, and a client with a fake clock. */
async function setUp(signIn: object, ...responders: Parameters<typeof startServer>) {
  const server = await startServer(...responders, respondOkForAll);
  const fake = createFakeClock();
  const chat = createChatClient({
    ...app,
    baseUrl: server.url,
    clock: fake.clock,
    rateLimit: false,
    ...signIn,
  } as never);
  const call = () => chat.deleteAllFriends(copyRequest('deleteAllFriends'));
  const signatures = () => server.received.map(({ query }) => query.get('usersig') ?? '');
  return { server, fake, chat, call, signatures, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('with a secret key', () => {
  test('the client signs for a day, with the time of its clock', async () => {
    await using test = await setUp({ secretKey });
    await test.call();
    const now = Math.floor(test.fake.now() / 1000);
    const check = await verifyUserSig(test.signatures()[0] ?? '', { ...app, secretKey, now });
    expect(check).toMatchObject({ ok: true, value: { issuedAt: now, expiresAt: now + day } });
  });

  test('a signature is used again until a tenth of its validity is left', async () => {
    await using test = await setUp({ secretKey });
    await test.call();
    test.fake.advance(0.89 * day * 1000);
    await test.call();
    test.fake.advance(0.02 * day * 1000);
    await test.call();
    const [first, second, third] = test.signatures();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('70001 leads to one new signature and one more request', async () => {
    await using test = await setUp({ secretKey }, respondWithJson(createFailBody(70001)));
    const original = test.fake.clock.now;
    test.fake.clock.now = () => original() + test.server.received.length * 1000;
    await test.call();
    const [refused, accepted, ...more] = test.signatures();
    expect(accepted).not.toBe(refused);
    expect(more).toEqual([]);
  });

  test('70001 twice ends the call, even when retries are off', async () => {
    await using test = await setUp(
      { secretKey, retry: false },
      respondWithJson(createFailBody(70001)),
      respondWithJson(createFailBody(70001)),
    );
    const error = await getFailure(test.call());
    expect(error).toMatchObject({ code: 70001, title: 'UserSigExpired', attempt: 2, retryable: false });
    expect(test.signatures()).toHaveLength(2);
  });
});

describe('with a supplier', () => {
  test('concurrent calls share one request for a UserSig', async () => {
    let asked = 0;
    let resolve: (userSig: string) => void = () => {};
    const promise = new Promise<string>((settle) => {
      resolve = settle;
    });
    await using test = await setUp({
      userSig: () => {
        asked += 1;
        return promise;
      },
    });
    const calls = Array.from({ length: 20 }, test.call);
    resolve('one_for_all');
    await Promise.all(calls);
    expect(asked).toBe(1);
    expect(new Set(test.signatures())).toEqual(new Set(['one_for_all']));
  });

  test('the expiry is read from the supplied UserSig', async () => {
    let asked = 0;
    const fake = createFakeClock();
    const userSig = () => {
      asked += 1;
      return createUserSig({ ...app, secretKey, expiresIn: 1000, now: Math.floor(fake.now() / 1000) });
    };
    await using test = await setUp({ userSig, clock: fake.clock });
    await test.call();
    fake.advance(899_999);
    await test.call();
    expect(asked).toBe(1);
    fake.advance(1);
    await test.call();
    expect(asked).toBe(2);
  });

  test('many calls that are refused at once request one new UserSig, and say that the last was refused', async () => {
    const asked: boolean[] = [];
    await using server = await startServer((response, received) => {
      const expired = received.query.get('usersig') === 'sig_a_1';
      (expired ? respondWithJson(createFailBody(70001)) : respondOkForAll)(response, received);
    });
    const userSig = ({ refused }: { refused: boolean }) => `sig_a_${asked.push(refused)}`;
    const chat = createChatClient({ ...app, baseUrl: server.url, userSig });
    await Promise.all(
      Array.from({ length: 20 }, () => chat.deleteAllFriends(copyRequest('deleteAllFriends'))),
    );
    expect(asked).toEqual([false, true]);
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('vault is down')), 'vault is down'],
    ['returns an empty string', () => '', wrongUserSig],
    ['returns a number', () => 7 as never, wrongUserSig],
    ['returns a line break at the end', () => 'abcdefgh\n', wrongUserSig],
    ['returns an encoded string', () => 'abcdefgh%2A', wrongUserSig],
    ['returns an error page', () => `<html>${'(['.repeat(4500)}</html>`, wrongUserSig],
    ['returns too long a string', () => 'a'.repeat(4097), wrongUserSig],
  ])('one that %s is a ChatSignError, and the next call asks again', async (_, broken, message) => {
    let asked = 0;
    const userSig = () => (asked++ === 0 ? broken() : 'works_again');
    const { chat, stub } = createStubbedChat({ userSig });
    const error = await getFailure(chat.deleteAllFriends(copyRequest('deleteAllFriends')));
    expect(error).toMatchObject({
      name: 'ChatSignError',
      message: 'deleteAllFriends: NoUserSig: could not sign or obtain a UserSig; see cause (attempt 1)',
      retry: 'never',
      cause: { message },
      random: undefined,
    });
    expect(stub.calls).toHaveLength(0);
    await expect(chat.deleteAllFriends(copyRequest('deleteAllFriends'))).resolves.toBeDefined();
  });

  test('one that never settles ends with the time limit', async () => {
    const { chat, fake } = createStubbedChat({ userSig: () => new Promise(() => {}), retry: false });
    const result = await fake.settle(chat.deleteAllFriends(copyRequest('deleteAllFriends')));
    expect(result).toMatchObject({ reason: { name: 'ChatTimeoutError' } });
  });

  test.each(['its time limit', 'its signal'])(
    'one that never settles is asked again after a call that %s ended',
    async (end) => {
      let asked = 0;
      const userSig = () => (asked++ === 0 ? new Promise<string>(() => {}) : 'works_again');
      const { chat, fake } = createStubbedChat({ userSig });
      const controller = new AbortController();
      const call = (signal?: AbortSignal) =>
        chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'), { signal, retry: false });
      const first = call(controller.signal);
      if (end === 'its signal') controller.abort();
      const name = end === 'its signal' ? 'ChatAbortError' : 'ChatTimeoutError';
      expect(await fake.settle(first)).toMatchObject({ value: { error: { name } } });
      expect(await call()).toMatchObject({ ok: true });
      expect(asked).toBe(2);
    },
  );
});

/** A client whose supplier records its calls. */
function setUpSupplier(supply: (now: number, times: number) => string | Promise<string>) {
  const asked: boolean[] = [];
  const { chat, stub, fake } = createStubbedChat({
    userSig: ({ refused }) => supply(Math.floor(fake.now() / 1000), asked.push(refused)),
  });
  const call = () => chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'));
  return { asked, call, stub, fake };
}

test('a UserSig that cannot be read is used until it is refused, however long that takes', async () => {
  const { asked, call, stub, fake } = setUpSupplier(() => 'unreadable');
  await call();
  fake.advance(100 * 365 * day * 1000);
  await call();
  expect(asked).toEqual([false]);
  stub.respondTo('deleteAllFriends', 70001);
  expect(await call()).toMatchObject({ ok: true });
  expect(asked).toEqual([false, true]);
});

test('only a refused UserSig is replaced', async () => {
  const { asked, call, stub } = setUpSupplier(() => 'any');
  stub.respondTo('deleteAllFriends', 30003, 70003);
  expect(await call()).toMatchObject({ error: { code: 30003 } });
  expect(await call()).toMatchObject({ error: { code: 70003 } });
  expect(await call()).toMatchObject({ ok: true });
  expect(asked).toEqual([false]);
});

test('the supplier is notified of a refusal once', async () => {
  const { asked, call, stub, fake } = setUpSupplier((now, times) =>
    createUserSig({ ...app, secretKey, expiresIn: day, now: now + times }),
  );
  stub.respondTo('deleteAllFriends', 70001);
  await call();
  fake.advance(day * 1000);
  await call();
  expect(asked).toEqual([false, true, false]);
});

test('calls that are refused while the supplier is running wait for its result', async () => {
  const { asked, call, stub } = setUpSupplier(async (_, times) => {
    if (times > 1) await setImmediate();
    return `supplied_a_${times}`;
  });
  stub.respondTo('deleteAllFriends', 70001, 70001);
  expect(await Promise.all([call(), call()])).toMatchObject([{ ok: true }, { ok: true }]);
  expect([asked.length, stub.calls.length]).toEqual([2, 4]);
});

test('a fixed UserSig is sent unchanged, and 70001 is final', async () => {
  await using test = await setUp({ userSig: 'fixed-usersig' }, respondWithJson(createFailBody(70001)));
  expect(await getFailure(test.call())).toMatchObject({ code: 70001, attempt: 1 });
  expect(test.signatures()).toEqual(['fixed-usersig']);
});

const oneOfBoth = 'SignInMissing: set either userSig or secretKey';
const wrongKey =
  'InvalidSecretKey: secretKey must be a non-empty string without whitespace around it, such as a line break at its end';
const wrongFixed = 'InvalidUserSig: userSig must be a string of 1 to 4096 letters, digits, *, - or _';

test.each([
  [{}, oneOfBoth],
  [{ userSig: 'both', secretKey: 'both' }, oneOfBoth],
  [{ userSig: null, secretKey }, oneOfBoth],
  [{ secretKey: '' }, wrongKey],
  [{ secretKey: null }, wrongKey],
  [{ secretKey: 7 }, wrongKey],
  [{ secretKey: `${secretKey}\n` }, wrongKey],
  [{ secretKey: `\ufeff${secretKey}` }, wrongKey],
  [{ userSig: '' }, wrongFixed],
  [{ userSig: null }, wrongFixed],
  [{ userSig: {} }, wrongFixed],
  [{ userSig: 'abcdefgh\n' }, wrongFixed],
  [{ userSig: 'abcdefgh%2A' }, wrongFixed],
  [{ userSig: 'a'.repeat(4097) }, wrongFixed],
])('%j is not a valid sign-in: %s', (signIn, message) => {
  expect(() => createChatClient({ ...app, region: 'seoul', ...signIn } as never)).toThrow(
    expect.objectContaining({ name: 'ChatConfigError', message }),
  );
});
