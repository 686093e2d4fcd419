import { createChatClient } from '@chat-sns/client';

const chat = createChatClient({
  baseUrl: process.env.CHAT_URL ?? '',
  sdkAppId: Number(process.env.SDK_APP_ID),
  identifier: process.env.IDENTIFIER ?? '',
  userSig: process.env.USER_SIG ?? '',
});

const outcome = await chat.checkFriends({
  From_Account: 'id',
  To_Account: ['id1', 'id2', 'id3'],
  CheckType: 'CheckResult_Type_Both',
});

console.log('relations', outcome.relations);
console.log('failed', outcome.failed);
