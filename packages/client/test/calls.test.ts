import { createChatClient } from '@chat-sns/client';
import { expect, test } from 'vitest';
import { respondOkForAll, startServer } from './support/server.ts';

const app = { sdkAppId: 1400000000, identifier: 'administrator', userSig: 'a-usersig-of-the-test' };
const request = {
  From_Account: 'id',
  To_Account: ['id1', 'id2', 'id3'],
  DeleteType: 'Delete_Type_Both',
} as const;
const friends = () => ({ ...request, To_Account: [...request.To_Account] });

test('deleteFriends sends the five query parameters and the body of the page', async () => {
  await using server = await startServer(respondOkForAll);
  const chat = createChatClient({ ...app, baseUrl: server.url });
  const outcome = await chat.deleteFriends(friends());
  expect(outcome).toMatchObject({
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
    usersig: app.userSig,
    random: expect.stringMatching(/^\d{1,10}$/),
    contenttype: 'json',
  });
  expect(JSON.parse(received?.body ?? '')).toEqual(request);
});

test('deleteAllFriends always sends a DeleteType', async () => {
  await using server = await startServer(respondOkForAll);
  await createChatClient({ ...app, baseUrl: server.url }).deleteAllFriends({ From_Account: 'id' });
  expect(server.received[0]?.path).toBe('/v4/sns/friend_delete_all');
  expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
    From_Account: 'id',
    DeleteType: 'Delete_Type_Single',
  });
});

test('deleteFriendLists returns the sequence', async () => {
  await using server = await startServer(respondOkForAll);
  const chat = createChatClient({ ...app, baseUrl: server.url });
  const outcome = await chat.deleteFriendLists({ From_Account: 'id', GroupName: ['group1', 'group2'] });
  expect(outcome.sequence).toBe(4);
  expect(server.received[0]?.path).toBe('/v4/sns/group_delete');
});
