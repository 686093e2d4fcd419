import { deleteAllFriends, deleteFriendLists, deleteFriends } from './client/calls';
import { query } from './query';

export async function deleteEverything(baseURL: string, usersig: string, account: string) {
  const config = { baseURL, headers: { 'content-type': 'application/json' } };

  const friends = await deleteFriends(
    { From_Account: account, To_Account: ['ben', 'cem'], DeleteType: 'Delete_Type_Both' },
    query(usersig),
    config,
  );
  const everyone = await deleteAllFriends(
    { From_Account: account, DeleteType: 'Delete_Type_Both' },
    query(usersig),
    config,
  );
  const lists = await deleteFriendLists(
    { From_Account: account, GroupName: ['colleagues'] },
    query(usersig),
    config,
  );

  return [friends, everyone, lists] as const;
}
