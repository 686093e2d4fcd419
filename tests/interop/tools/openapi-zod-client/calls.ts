import { createApiClient } from './client';
import { query } from './query';

export async function deleteEverything(baseUrl: string, usersig: string, account: string) {
  const chat = createApiClient(baseUrl);

  const friends = await chat.deleteFriends(
    { From_Account: account, To_Account: ['ben', 'cem'], DeleteType: 'Delete_Type_Both' },
    { queries: query(usersig) },
  );
  const everyone = await chat.deleteAllFriends(
    { From_Account: account, DeleteType: 'Delete_Type_Both' },
    { queries: query(usersig) },
  );
  const lists = await chat.deleteFriendLists(
    { From_Account: account, GroupName: ['colleagues'] },
    { queries: query(usersig) },
  );

  return [friends, everyone, lists] as const;
}
