import createClient from 'openapi-fetch';
import type { paths } from './chat';
import { query } from './query';

export async function deleteEverything(baseUrl: string, usersig: string, account: string) {
  const chat = createClient<paths>({ baseUrl });

  const friends = await chat.POST('/v4/sns/friend_delete', {
    params: { query: query(usersig) },
    body: { From_Account: account, To_Account: ['ben', 'cem'], DeleteType: 'Delete_Type_Both' },
  });
  const everyone = await chat.POST('/v4/sns/friend_delete_all', {
    params: { query: query(usersig) },
    body: { From_Account: account, DeleteType: 'Delete_Type_Both' },
  });
  const lists = await chat.POST('/v4/sns/group_delete', {
    params: { query: query(usersig) },
    body: { From_Account: account, GroupName: ['colleagues'] },
  });
  // Without data, a gateway responded in place of the service.
  if (!friends.data || !everyone.data || !lists.data) throw new Error(`HTTP ${friends.response.status}`);

  return [friends.data, everyone.data, lists.data] as const;
}
