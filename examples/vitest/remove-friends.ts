import type { ChatClient } from '@chat-sns/client';

/** Stands for the code that you test: it returns the accounts that were removed. */
export async function removeFriends(chat: ChatClient, from: string, accounts: string[]): Promise<string[]> {
  const { deleted } = await chat.deleteFriends({
    From_Account: from,
    To_Account: accounts,
    DeleteType: 'Delete_Type_Both',
  });
  return deleted;
}
