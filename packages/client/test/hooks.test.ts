import type { AttemptEvent } from '@chat-sns/client';
import { expect, test } from 'vitest';
import { createStubbedChat, requestOf } from './support/chat.ts';

test('a hook is told each attempt with its code and what follows', async () => {
  const events: AttemptEvent[] = [];
  const { chat, stub, fake } = createStubbedChat({
    userSig: () => 'supplied.usersig',
    hooks: { onAttempt: (event) => events.push(event) },
  });
  const slow = async (code: number) => {
    fake.advance(40);
    return code;
  };
  stub.answer(
    'deleteFriends',
    () => slow(70001),
    () => slow(30006),
    0,
  );
  const startedAt = fake.now();
  await fake.settle(chat.deleteFriends(requestOf('deleteFriends')));
  const common = { operation: 'deleteFriends' };
  expect(events).toMatchObject([
    { ...common, attempt: 1, startedAt, durationMs: 40, code: 70001, next: { reason: 'resign', delayMs: 0 } },
    {
      ...common,
      attempt: 2,
      durationMs: 40,
      code: 30006,
      error: { title: 'InternalError' },
      next: { reason: 'repeat', delayMs: 100 },
    },
    { ...common, attempt: 3, code: 0, error: undefined, next: undefined },
  ]);
});

test.each([
  [
    'throws',
    () => {
      throw new Error('hook');
    },
  ],
  ['rejects', async () => Promise.reject(new Error('hook'))],
])('a hook that %s breaks nothing', async (_, onAttempt) => {
  const { chat } = createStubbedChat({ hooks: { onAttempt } });
  await expect(chat.deleteFriends(requestOf('deleteFriends'))).resolves.toBeDefined();
});
