import { createChatClient } from '@chat-sns/client';

const chat = createChatClient({
  baseUrl: process.env.CHAT_URL ?? '',
  sdkAppId: Number(process.env.SDK_APP_ID),
  identifier: process.env.IDENTIFIER ?? '',
  userSig: process.env.USER_SIG ?? '',
});

const outcome = await chat.deleteFriends({
  From_Account: 'id',
  To_Account: ['id1', 'id2', 'id3'],
  DeleteType: 'Delete_Type_Both',
});

console.log('deleted', outcome.deleted);
console.log('were not friends', outcome.notFriends);
console.log('failed', outcome.failed);
