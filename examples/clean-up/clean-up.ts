// node clean-up.ts friends.csv accounts.txt > audit.csv
import { open } from 'node:fs/promises';
import { createChatClient } from '@chat-sns/client';
import {
  type BulkJob,
  type BulkOptions,
  bulkDeleteAllFriends,
  bulkDeleteFriends,
} from '@chat-sns/client/bulk';
import { openJournal } from '@chat-sns/client/journal';

const [friendsFile = 'friends.csv', accountsFile = 'accounts.txt'] = process.argv.slice(2);
const { CHAT_SNS_BASE_URL = '', CHAT_SNS_SDKAPPID = '', CHAT_SNS_SECRET_KEY = '' } = process.env;
const chat = createChatClient({
  baseUrl: CHAT_SNS_BASE_URL,
  sdkAppId: Number(CHAT_SNS_SDKAPPID),
  identifier: 'administrator',
  secretKey: CHAT_SNS_SECRET_KEY,
});

async function* readRows(path: string) {
  await using file = await open(path);
  for await (const line of file.readLines()) if (line.trim()) yield line.trim().split(',');
}

async function* readFriends() {
  for await (const [From_Account = '', To_Account = ''] of readRows(friendsFile))
    yield { From_Account, To_Account, DeleteType: 'Delete_Type_Both' as const };
}

async function* readAccounts() {
  for await (const [From_Account = ''] of readRows(accountsFile))
    yield { From_Account, DeleteType: 'Delete_Type_Both' as const };
}

async function run<Input extends { From_Account: string; To_Account?: string }>(
  inputFile: string,
  start: (options: BulkOptions) => BulkJob<Input>,
) {
  await using journal = await openJournal(`${inputFile}.journal`);
  const job = start({ journal, name: CHAT_SNS_SDKAPPID });
  for await (const { input, status, reason } of job)
    console.log([input.From_Account, input.To_Account ?? '*', status, reason?.title].join(','));
  const { counts, requests, durationMs, stopped } = await job.summary;
  console.error(inputFile, JSON.stringify(counts), `requests: ${requests}, ms: ${Math.round(durationMs)}`);
  if (stopped) console.error(`Stopped: ${stopped.title}, ${stopped.info}. Run it again to go on.`);
  if (counts.failed + counts.unknown + counts.notSent > 0) process.exitCode = 1;
}

await run(friendsFile, (options) => bulkDeleteFriends(chat, readFriends(), options));
await run(accountsFile, (options) => bulkDeleteAllFriends(chat, readAccounts(), options));
