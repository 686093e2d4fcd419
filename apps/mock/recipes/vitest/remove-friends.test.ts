import { startMock } from '@chat-sns/mock';
import { expect, inject, test } from 'vitest';
import { removeFriends } from './remove-friends.ts';

const chatUrl = inject('chatUrl');

test('removes the accounts that it was given', async () => {
  expect(await removeFriends(chatUrl, 'ann', ['ben', 'cem'])).toEqual(['ben', 'cem']);
});

test('leaves out an account that was not a friend', async () => {
  expect(await removeFriends(chatUrl, 'ann', ['ben', 'mock-31704'])).toEqual(['ben']);
});

test('throws when the whole request is refused', async () => {
  await expect(removeFriends(chatUrl, 'mock-60007', ['ben'])).rejects.toThrow('60007');
});

// The shared mock runs in another process. A test that asserts what was sent starts one in its own.
test('sends a one-way deletion', async () => {
  await using mock = await startMock();
  await removeFriends(mock.url, 'ann', ['ben']);
  expect(mock.calls()).toMatchObject([
    { operation: 'deleteFriends', body: { From_Account: 'ann', DeleteType: 'Delete_Type_Single' }, code: 0 },
  ]);
});
