import type { AttemptEvent } from '@chat-sns/client';
import { expect, test } from 'vitest';
import { copyRequest, createStubbedChat } from './support/chat.ts';

test('a hook is called for each attempt with its code and what follows', async () => {
  const events: AttemptEvent[] = [];
  const { chat, stub, fake } = createStubbedChat({
    userSig: () => 'supplied_usersig',
    hooks: { onAttempt: (event) => events.push(event) },
  });
  const slow = async (code: number) => {
    fake.advance(40);
    return code;
  };
  stub.respondTo(
    'deleteFriends',
    () => slow(70001),
    () => slow(30006),
    () => slow(0),
  );
  const startedAt = fake.now();
  await fake.settle(chat.deleteFriends(copyRequest('deleteFriends')));
  const common = { operation: 'deleteFriends', durationMs: 40, random: 2 ** 31 };
  expect(events).toEqual([
    {
      ...common,
      attempt: 1,
      startedAt,
      code: 70001,
      error: expect.objectContaining({ title: 'UserSigExpired' }),
      next: { reason: 're-sign', delayMs: 0 },
    },
    {
      ...common,
      attempt: 2,
      startedAt: startedAt + 40,
      code: 30006,
      error: expect.objectContaining({ title: 'InternalError' }),
      next: { reason: 'retry', delayMs: 100 },
    },
    { ...common, attempt: 3, startedAt: startedAt + 180, code: 0, error: undefined, next: undefined },
  ]);
});

test('a hook gets no code when the service returned none', async () => {
  const events: AttemptEvent[] = [];
  const { chat, stub } = createStubbedChat({
    retry: false,
    hooks: { onAttempt: (event) => events.push(event) },
  });
  stub.respondTo('deleteFriends', new TypeError('fetch failed'));
  const { ok } = await chat.safe.deleteFriends(copyRequest('deleteFriends'));
  expect(ok).toBe(false);
  expect(events).toMatchObject([{ code: undefined, error: { title: 'ConnectionLost' }, next: undefined }]);
});

test('the random number of each request is in its error and its event, and has no part in the waits', async () => {
  const events: AttemptEvent[] = [];
  let drawn = 0;
  const { chat, stub, fake } = createStubbedChat({
    random: () => ++drawn,
    jitter: () => 0,
    hooks: { onAttempt: (event) => events.push(event) },
  });
  stub.respondTo('deleteFriends', 30006, new TypeError('fetch failed'), new Response('', { status: 404 }));
  const result = await fake.settle(chat.safe.deleteFriends(copyRequest('deleteFriends')));
  const sent = stub.calls.map(({ query }) => Number(query.random));
  expect(sent).toEqual([1, 2, 3]);
  expect(events.map(({ random, error }) => [random, error?.random])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(result).toMatchObject({ value: { error: { title: 'Http404', random: 3 } } });
});

test('hooks may be empty', async () => {
  const { chat } = createStubbedChat({ hooks: {} });
  await expect(chat.deleteFriends(copyRequest('deleteFriends'))).resolves.toBeDefined();
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
  await expect(chat.deleteFriends(copyRequest('deleteFriends'))).resolves.toBeDefined();
});
