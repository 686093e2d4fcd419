import { createClient } from './client/client';
import { deleteAllFriends, deleteFriendLists, deleteFriends } from './client/sdk.gen';
import { query } from './query';

export async function deleteEverything(baseUrl: string, usersig: string, account: string) {
  const client = createClient({ baseUrl });

  const friends = await deleteFriends({
    client,
    query: query(usersig),
    body: { From_Account: account, To_Account: ['ben', 'cem'], DeleteType: 'Delete_Type_Both' },
  });
  const everyone = await deleteAllFriends({
    client,
    query: query(usersig),
    body: { From_Account: account, DeleteType: 'Delete_Type_Both' },
  });
  const lists = await deleteFriendLists({
    client,
    query: query(usersig),
    body: { From_Account: account, GroupName: ['colleagues'] },
  });
  // Without data, a gateway responded in place of the service.
  if (!friends.data || !everyone.data || !lists.data) throw new Error(`HTTP ${friends.response?.status}`);

  return [friends.data, everyone.data, lists.data] as const;
}
