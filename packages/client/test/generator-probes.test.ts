import { createChatClient } from '@chat-sns/client';
import createOpenapiFetch from 'openapi-fetch';
import { describe, expect, test } from 'vitest';
import { app, failureOf, requestOf, userSig } from './support/chat.ts';
import { type Answer, fail, item, json, ok, startServer } from './support/server.ts';

const html: Answer = (response) =>
  response.setHeader('content-type', 'text/html').end('<html>gateway</html>');
const empty: Answer = (response) => response.end();

/** What four generators return as a success, or throw without a name. */
describe('what generated clients get wrong', () => {
  async function ask(answer: Answer) {
    await using server = await startServer(answer);
    const chat = createChatClient({ ...app, userSig, baseUrl: server.url, retry: false });
    return await chat.safe.deleteFriends({ ...requestOf('deleteFriends'), To_Account: ['id1'] });
  }

  test('200 with FAIL is an error with its code', async () => {
    const answer = json(fail(30004));
    expect(await ask(answer)).toMatchObject({ ok: false, error: { name: 'ChatApiError', code: 30004 } });
    await using server = await startServer(answer);
    const generated = await createOpenapiFetch<Record<string, never>>({ baseUrl: server.url }).POST(
      '/' as never,
    );
    expect(generated).toMatchObject({ data: { ErrorCode: 30004 } });
    expect(generated.error).toBeUndefined();
  });

  test('200 with OK and a failed item shows the account apart from the deleted ones', async () => {
    const result = await ask(json({ ...ok, ResultItem: [item('id1', 31704)] }));
    expect(result).toMatchObject({ ok: true, value: { deleted: [], notFriends: ['id1'] } });
  });

  test('200 with a page of HTML is a named error', async () => {
    expect(await ask(html)).toMatchObject({
      ok: false,
      error: { name: 'ChatResponseError', title: 'HtmlBody' },
    });
  });

  test('200 with an empty body is a named error', async () => {
    expect(await ask(empty)).toMatchObject({
      ok: false,
      error: { name: 'ChatResponseError', title: 'EmptyBody' },
    });
  });

  test('a fetch that is replaced after the client was made is used', async () => {
    const chat = createChatClient({ ...app, userSig, region: 'seoul' });
    const original = globalThis.fetch;
    globalThis.fetch = async () => Response.json(fail(30003));
    try {
      expect(await failureOf(chat.deleteFriends(requestOf('deleteFriends')))).toMatchObject({ code: 30003 });
    } finally {
      globalThis.fetch = original;
    }
  });

  test('the time limit counts for each call anew', async () => {
    await using server = await startServer(json({ ...ok, ResultItem: [] }));
    const chat = createChatClient({ ...app, userSig, baseUrl: server.url, timeoutMs: 300 });
    await chat.deleteFriends(requestOf('deleteFriends'));
    await new Promise((resolve) => setTimeout(resolve, 350));
    await expect(chat.deleteFriends(requestOf('deleteFriends'))).resolves.toBeDefined();
  });
});
