import { ChatApiError, ChatResponseError } from '@chat-sns/client';
import { expect, test } from 'vitest';
import { createStubbedChat, failureOf, requestOf } from './support/chat.ts';
import { item, ok } from './support/server.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

async function answerWith(body: unknown, options = { retry: false as const }) {
  const { chat, stub } = createStubbedChat(options);
  stub.answer('deleteFriends', new Response(text(body)));
  return failureOf(chat.deleteFriends(requestOf('deleteFriends')));
}

test.each([
  ['', 'EmptyBody', true],
  ['  \n', 'EmptyBody', true],
  ['<html>502</html>', 'HtmlBody', false],
  ['\ufeff<!doctype html>', 'HtmlBody', false],
  ['Not Found', 'NotJson', false],
  ['{"ActionStatus":"OK","ErrorCo', 'BrokenJson', true],
  ['[]', 'NotEnvelope', false],
  ['null', 'NotEnvelope', false],
  ['7', 'NotEnvelope', false],
  [{}, 'NotEnvelope', false],
  [{ ActionStatus: 'OK' }, 'NotEnvelope', false],
  [{ ActionStatus: 'OK', ErrorCode: '0' }, 'NotEnvelope', false],
  [{ ActionStatus: 'OK', ErrorCode: 0.5 }, 'NotEnvelope', false],
  [{ ErrorCode: 0, ErrorInfo: '' }, 'MissingActionStatus', false],
  [{ ActionStatus: 'ok', ErrorCode: 0 }, 'MissingActionStatus', false],
])('a body that is no answer, %j, is a %s', async (body, title, retryable) => {
  const error = await answerWith(body);
  expect(error).toBeInstanceOf(ChatResponseError);
  expect(error).toMatchObject({ operation: 'deleteFriends', title, retryable, attempt: 1, code: undefined });
});

test.each([
  ['OK beside a code', { ...ok, ErrorCode: 30003, ResultItem: [item('id1')] }, 30003],
  ['FAIL beside the code of success', { ...ok, ActionStatus: 'FAIL' }, 0],
  ['a code without ActionStatus', { ErrorCode: 70003, ErrorInfo: 'illegal' }, 70003],
])('a contradiction is a refusal and never a success: %s', async (_, body, code) => {
  const error = await answerWith(body);
  expect(error).toBeInstanceOf(ChatApiError);
  expect(error.code).toBe(code);
});

test('an answer without a sequence is no result of deleteFriendLists', async () => {
  const { chat, stub } = createStubbedChat();
  stub.answer('deleteFriendLists', ok);
  const error = await failureOf(chat.deleteFriendLists(requestOf('deleteFriendLists')));
  expect(error).toMatchObject({ name: 'ChatResponseError', title: 'MissingSequence', retryable: false });
});
