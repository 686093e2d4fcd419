// One process of a bulk job: deletes the friends that the arguments describe, with a journal, and prints the index of each
// outcome once it has it.
import { writeSync } from 'node:fs';
import { createChatClient } from '@chat-sns/client';
import { bulkDeleteFriends } from '@chat-sns/client/bulk';
import { openJournal } from '@chat-sns/client/journal';
import { demoKey } from '@chat-sns/sandbox';

export interface WorkerJob {
  url: string;
  journal: string;
  accounts: number;
  friends: number;
  window: number;
}

const job = JSON.parse(process.argv[2] ?? '{}') as WorkerJob;
const { url, journal: path, accounts, friends, window } = job;

function* createInputs() {
  for (let account = 0; account < accounts; account += 1) {
    for (let friend = 0; friend < friends; friend += 1)
      yield {
        From_Account: `a${account}`,
        To_Account: `f${friend}`,
        DeleteType: 'Delete_Type_Single' as const,
      };
  }
}

const chat = createChatClient({
  baseUrl: url,
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: demoKey,
});
await using journal = await openJournal(path);
for await (const { index, status } of bulkDeleteFriends(chat, createInputs(), { journal, window })) {
  // Synchronous: what was printed is what this process knew when it was killed.
  writeSync(1, `${index} ${status}\n`);
}
writeSync(1, 'end\n');
