import { createChatClient } from '@chat-sns/client';

const chat = createChatClient({
  baseUrl: process.env.CHAT_URL ?? '',
  sdkAppId: Number(process.env.SDK_APP_ID),
  identifier: process.env.IDENTIFIER ?? '',
  userSig: process.env.USER_SIG ?? '',
});

await chat.deleteAllFriends({
  From_Account: 'id',
  DeleteType: 'Delete_Type_Both',
});

console.log('all friends deleted');
