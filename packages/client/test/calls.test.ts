import { createChatClient } from '@chat-sns/client';
import { expect, test } from 'vitest';
import { app, copyRequest, requests, userSig } from './support/chat.ts';
import { respondOkForAll, startServer } from './support/server.ts';

test('deleteFriends sends the five query parameters and the documented body', async () => {
  await using server = await startServer(respondOkForAll);
  const chat = createChatClient({ ...app, userSig, baseUrl: server.url });
  expect(await chat.deleteFriends(copyRequest('deleteFriends'))).toMatchObject({
    deleted: ['id1', 'id2', 'id3'],
    notFriends: [],
    failed: [],
    unanswered: [],
  });
  const [received] = server.received;
  expect(received?.path).toBe('/v4/sns/friend_delete');
  expect(Object.fromEntries(received?.query ?? [])).toEqual({
    sdkappid: '1400000000',
    identifier: 'administrator',
    usersig: userSig,
    random: expect.stringMatching(/^\d{1,10}$/),
    contenttype: 'json',
  });
  expect(JSON.parse(received?.body ?? '')).toEqual(requests.deleteFriends);
});

test('deleteAllFriends always sends a DeleteType', async () => {
  await using server = await startServer(respondOkForAll);
  const chat = createChatClient({ ...app, userSig, baseUrl: server.url });
  await chat.deleteAllFriends({ From_Account: 'id' });
  expect(server.received[0]?.path).toBe('/v4/sns/friend_delete_all');
  expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
    From_Account: 'id',
    DeleteType: 'Delete_Type_Single',
  });
});

test('deleteFriendLists returns the sequence', async () => {
  await using server = await startServer(respondOkForAll);
  const chat = createChatClient({ ...app, userSig, baseUrl: server.url });
  expect((await chat.deleteFriendLists(copyRequest('deleteFriendLists'))).sequence).toBe(4);
  expect(server.received[0]?.path).toBe('/v4/sns/group_delete');
});
