import { setImmediate } from 'node:timers/promises';
import { createUserSig } from '@chat-sns/client/usersig';
import { expect, test } from 'vitest';
import { app, createStubbedChat, requestOf, secretKey } from './support/chat.ts';

const day = 24 * 60 * 60;

/** A client whose supplier keeps what it was asked. */
function setUp(supply: (now: number, times: number) => string | Promise<string>) {
  const asked: boolean[] = [];
  const { chat, stub, fake } = createStubbedChat({
    userSig: ({ refused }) => supply(Math.floor(fake.now() / 1000), asked.push(refused)),
  });
  const call = () => chat.safe.deleteAllFriends(requestOf('deleteAllFriends'));
  return { asked, call, stub, fake };
}

test('a UserSig that cannot be read is used until it is refused, however long that takes', async () => {
  const { asked, call, stub, fake } = setUp(() => 'unreadable');
  await call();
  fake.advance(100 * 365 * day * 1000);
  await call();
  expect(asked).toEqual([false]);
  stub.respondTo('deleteAllFriends', 70001);
  expect(await call()).toMatchObject({ ok: true });
  expect(asked).toEqual([false, true]);
});

test('only a refused UserSig is replaced', async () => {
  const { asked, call, stub } = setUp(() => 'any');
  stub.respondTo('deleteAllFriends', 30003, 70003);
  expect(await call()).toMatchObject({ error: { code: 30003 } });
  expect(await call()).toMatchObject({ error: { code: 70003 } });
  expect(await call()).toMatchObject({ ok: true });
  expect(asked).toEqual([false]);
});

test('the supplier hears of a refusal once', async () => {
  const { asked, call, stub, fake } = setUp((now, times) =>
    createUserSig({ ...app, secretKey, expiresIn: day, now: now + times }),
  );
  stub.respondTo('deleteAllFriends', 70001);
  await call();
  fake.advance(day * 1000);
  await call();
  expect(asked).toEqual([false, true, false]);
});

test('calls that are refused while the supplier is asked already wait for the same answer', async () => {
  const { asked, call, stub } = setUp(async (_, times) => {
    if (times > 1) await setImmediate();
    return `supplied.${times}`;
  });
  stub.respondTo('deleteAllFriends', 70001, 70001);
  expect(await Promise.all([call(), call()])).toMatchObject([{ ok: true }, { ok: true }]);
  expect([asked.length, stub.calls.length]).toEqual([2, 4]);
});
