import { createChatClient } from '@chat-sns/client';

const chat = createChatClient({
  baseUrl: process.env.CHAT_URL ?? '',
  sdkAppId: Number(process.env.SDK_APP_ID),
  identifier: process.env.IDENTIFIER ?? '',
  userSig: process.env.USER_SIG ?? '',
});

const { sequence } = await chat.deleteFriendLists({
  From_Account: 'id',
  GroupName: ['group1', 'group2', 'group3'],
});

console.log('lists deleted, sequence is now', sequence);
