// node first-call.ts alice bob erin: deletes bob and erin from alice's friends, and alice from theirs.
import { ChatApiError, createChatClient } from '@chat-sns/client';

const [From_Account = '', ...To_Account] = process.argv.slice(2);
const { CHAT_SNS_BASE_URL, CHAT_SNS_SDKAPPID, CHAT_SNS_IDENTIFIER, CHAT_SNS_SECRET_KEY } = process.env;
const chat = createChatClient({
  // For the service itself: region: 'singapore', or wherever the app is.
  baseUrl: CHAT_SNS_BASE_URL ?? '',
  sdkAppId: Number(CHAT_SNS_SDKAPPID),
  identifier: CHAT_SNS_IDENTIFIER ?? '',
  secretKey: CHAT_SNS_SECRET_KEY ?? '',
});

try {
  const outcome = await chat.deleteFriends({ From_Account, To_Account, DeleteType: 'Delete_Type_Both' });
  for (const account of outcome.deleted) console.log(`${account}: deleted`);
  for (const account of outcome.notFriends) console.log(`${account}: not a friend`);
  for (const { account, title } of outcome.failed) console.log(`${account}: ${title}`);
  for (const account of outcome.unanswered) console.log(`${account}: not in the response`);
} catch (error) {
  if (!(error instanceof ChatApiError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
