import { deleteAllFriends, deleteFriendLists, deleteFriends } from './client';
import { query } from './query';
import { settings } from './send';

export async function deleteEverything(baseUrl: string, usersig: string, account: string) {
  settings.baseUrl = baseUrl;

  const friends = await deleteFriends(
    { From_Account: account, To_Account: ['ben', 'cem'], DeleteType: 'Delete_Type_Both' },
    query(usersig),
  );
  const everyone = await deleteAllFriends(
    { From_Account: account, DeleteType: 'Delete_Type_Both' },
    query(usersig),
  );
  const lists = await deleteFriendLists({ From_Account: account, GroupName: ['colleagues'] }, query(usersig));
  // Any other status comes from a gateway, not from the service.
  if (friends.status !== 200 || everyone.status !== 200 || lists.status !== 200) {
    throw new Error(`HTTP ${friends.status}`);
  }

  return [friends.data, everyone.data, lists.data] as const;
}
