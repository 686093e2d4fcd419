import { createChatClient } from '@chat-sns/client';
import { startMock } from '@chat-sns/mock';
import { expect, inject, test } from 'vitest';
import { removeFriends } from './remove-friends.ts';

const connect = (baseUrl: string) =>
  createChatClient({
    baseUrl,
    sdkAppId: 1400000000,
    identifier: 'administrator',
    userSig: 'any',
    retry: false,
  });
const chat = connect(inject('chatUrl'));

test('removes the accounts that it was given', async () => {
  expect(await removeFriends(chat, 'ann', ['ben', 'cem'])).toEqual(['ben', 'cem']);
});

test('leaves out an account that was not a friend', async () => {
  expect(await removeFriends(chat, 'ann', ['ben', 'mock-31704'])).toEqual(['ben']);
});

test('throws when the whole request is refused', async () => {
  await expect(removeFriends(chat, 'mock-60007', ['ben'])).rejects.toThrow('RateLimited');
});

// The shared mock runs in another process. A test that asserts what was sent starts one in its own.
test('sends a two-way deletion', async () => {
  await using mock = await startMock();
  await removeFriends(connect(mock.url), 'ann', ['ben']);
  expect(mock.calls()).toMatchObject([
    { operation: 'deleteFriends', body: { From_Account: 'ann', DeleteType: 'Delete_Type_Both' }, code: 0 },
  ]);
});
