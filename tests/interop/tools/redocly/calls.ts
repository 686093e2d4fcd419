import { configure, deleteAllFriends, deleteFriendLists, deleteFriends } from './client';
import { query } from './query';

export async function deleteEverything(baseUrl: string, usersig: string, account: string) {
  configure({ serverUrl: baseUrl });

  const friends = await deleteFriends({
    query: query(usersig),
    body: { From_Account: account, To_Account: ['ben', 'cem'], DeleteType: 'Delete_Type_Both' },
  });
  const everyone = await deleteAllFriends({
    query: query(usersig),
    body: { From_Account: account, DeleteType: 'Delete_Type_Both' },
  });
  const lists = await deleteFriendLists({
    query: query(usersig),
    body: { From_Account: account, GroupName: ['colleagues'] },
  });

  return [friends, everyone, lists] as const;
}
