// One process of a bulk job: deletes the friends that the arguments describe, with a journal, and prints the index of each
// outcome once it has it. In JavaScript, because it is started over and over, and types alone would double what a start costs.
import { writeSync } from 'node:fs';
import process from 'node:process';
import { createChatClient } from '@chat-sns/client';
import { bulkDeleteFriends } from '@chat-sns/client/bulk';
import { openJournal } from '@chat-sns/client/journal';

const { url, secretKey, journal: path, accounts, friends, window } = JSON.parse(process.argv[2] ?? '{}');

function* createInputs() {
  for (let account = 0; account < accounts; account += 1) {
    for (let friend = 0; friend < friends; friend += 1)
      yield { From_Account: `a${account}`, To_Account: `f${friend}`, DeleteType: 'Delete_Type_Single' };
  }
}

const chat = createChatClient({
  baseUrl: url,
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey,
});
await using journal = await openJournal(path);
for await (const { index, status } of bulkDeleteFriends(chat, createInputs(), { journal, window })) {
  // Synchronous: what was printed is what this process knew when it was killed.
  writeSync(1, `${index} ${status}\n`);
}
writeSync(1, 'end\n');
