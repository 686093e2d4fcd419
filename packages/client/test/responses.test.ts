import { inspect } from 'node:util';
import { ChatApiError, ChatResponseError } from '@chat-sns/client';
import { expect, test } from 'vitest';
import { copyRequest, createStubbedChat, getFailure } from './support/chat.ts';
import { createItem, okBody } from './support/server.ts';

const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

async function failWithBody(body: unknown, options = { retry: false as const }) {
  const { chat, stub } = createStubbedChat(options);
  stub.respondTo('deleteFriends', new Response(toText(body)));
  return getFailure(chat.deleteFriends(copyRequest('deleteFriends')));
}

const empty = 'EmptyBody: the response is empty';
const html = 'HtmlBody: the response is an HTML page, most likely from a proxy';
const noObject = 'NotEnvelope: the response is not a JSON object';
const noCode = 'NotEnvelope: the response has no integer ErrorCode';
const noStatus = 'MissingActionStatus: the ActionStatus of the response is neither OK nor FAIL';

test.each([
  ['', empty, true],
  ['  \n', empty, true],
  ['<html>502</html>', html, false],
  ['\ufeff<!doctype html>', html, false],
  ['\n  <p>', html, false],
  ['Not Found', 'NotJson: the response is not JSON', false],
  ['{"ActionStatus":"OK","ErrorCo', 'BrokenJson: the response is malformed or truncated JSON', true],
  ['[]', noObject, false],
  ['null', noObject, false],
  ['7', noObject, false],
  [{}, noCode, false],
  [{ ActionStatus: 'OK' }, noCode, false],
  [{ ActionStatus: 'OK', ErrorCode: '0' }, noCode, false],
  [{ ActionStatus: 'OK', ErrorCode: 0.5 }, noCode, false],
  [{ ErrorCode: 0, ErrorInfo: '' }, noStatus, false],
  [{ ActionStatus: 'ok', ErrorCode: 0 }, noStatus, false],
])('the body %j is rejected with what is wrong: %s', async (body, reason, retryable) => {
  const error = await failWithBody(body);
  expect(error).toBeInstanceOf(ChatResponseError);
  expect(error).toMatchObject({ operation: 'deleteFriends', retryable, attempt: 1, code: undefined });
  expect(error.message).toBe(`deleteFriends: ${reason} (attempt 1)`);
});

test.each([
  ['OK beside a code', { ...okBody, ErrorCode: 30003, ResultItem: [createItem('id1')] }, 30003],
  ['FAIL beside the code of success', { ...okBody, ActionStatus: 'FAIL' }, 0],
  ['a code without ActionStatus', { ErrorCode: 70003, ErrorInfo: 'illegal' }, 70003],
])('a contradiction is a refusal, never a success: %s', async (_, body, code) => {
  const error = await failWithBody(body);
  expect(error).toBeInstanceOf(ChatApiError);
  expect(error.code).toBe(code);
});

test('a response without ActionStatus is no success, but keeps what it said', async () => {
  const body = { ErrorCode: 0, ErrorInfo: '', ResultItem: [createItem('id1'), createItem('id2', 31704)] };
  expect(await failWithBody(body)).toMatchObject({
    name: 'ChatResponseError',
    title: 'MissingActionStatus',
    raw: body,
    outcome: { deleted: ['id1'], notFriends: ['id2'], unanswered: ['id3'], raw: body },
  });
  const { chat, stub } = createStubbedChat();
  stub.respondTo('deleteAllFriends', { ErrorCode: 0, note: 'done' });
  expect(await getFailure(chat.deleteAllFriends(copyRequest('deleteAllFriends')))).toMatchObject({
    raw: { note: 'done' },
    outcome: undefined,
  });
});

test.each([
  ['without a code', { ActionStatus: 'OK', note: 'x' }, { ActionStatus: 'OK', note: 'x' }],
  ['that is not an object', '[1]', undefined],
  ['that is not JSON', 'gone', undefined],
])('what a response %s says is kept where it can be read', async (_, body, raw) => {
  expect((await failWithBody(body)).raw).toEqual(raw);
});

test.each([{ ActionStatus: 'FAIL', ErrorCode: 30001 }, { ActionStatus: 'OK' }, { ErrorCode: 0 }])(
  'a response nested half a million times is an error that can be logged: %j',
  async (body) => {
    const deep = `${JSON.stringify(body).slice(0, -1)},"more":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
    const error = await failWithBody(deep);
    expect(JSON.parse(JSON.stringify(error)).raw).toMatchObject(body);
    expect(inspect(error, { depth: 100 })).toContain('***');
  },
);

test.each([undefined, null, 7, { text: 'no' }])(
  'an ErrorInfo that is not a string, %j, is ignored',
  async (ErrorInfo) => {
    expect(
      await failWithBody({ ...okBody, ActionStatus: 'FAIL', ErrorCode: 30001, ErrorInfo }),
    ).toMatchObject({
      code: 30001,
      info: '',
    });
  },
);

test.each([undefined, '4', 4.5])(
  'a response with the sequence %j is rejected by deleteFriendLists',
  async (CurrentSequence) => {
    const { chat, stub } = createStubbedChat();
    stub.respondTo('deleteFriendLists', { ...okBody, CurrentSequence });
    const error = await getFailure(chat.deleteFriendLists(copyRequest('deleteFriendLists')));
    expect(error).toMatchObject({
      name: 'ChatResponseError',
      title: 'MissingSequence',
      info: 'the lists are deleted, but the response has no integer CurrentSequence',
      operation: 'deleteFriendLists',
      attempt: 1,
      retryable: false,
      raw: okBody,
    });
    expect(stub.calls).toHaveLength(1);
  },
);

test.each(['deleteAllFriends', 'deleteFriendLists'] as const)(
  'the raw response of %s is kept, including unknown fields',
  async (operation) => {
    const { chat, stub } = createStubbedChat();
    const body = { ...okBody, CurrentSequence: 0, RequestId: 'Id-1' };
    stub.respondTo(operation, body);
    const method = chat[operation] as (request: unknown) => Promise<unknown>;
    expect(await method(copyRequest(operation))).toEqual(
      operation === 'deleteAllFriends' ? { raw: body } : { sequence: 0, raw: body },
    );
  },
);
