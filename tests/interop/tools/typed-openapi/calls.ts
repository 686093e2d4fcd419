import { createApiClient } from './client';
import { query } from './query';

export async function deleteEverything(baseUrl: string, usersig: string, account: string) {
  const chat = createApiClient(
    {
      fetch: ({ method, url, urlSearchParams, parameters }) =>
        fetch(`${url}?${urlSearchParams}`, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(parameters?.body),
        }),
    },
    baseUrl,
  );

  const friends = await chat.post('/v4/sns/friend_delete', {
    query: query(usersig),
    body: { From_Account: account, To_Account: ['ben', 'cem'], DeleteType: 'Delete_Type_Both' },
  });
  const everyone = await chat.post('/v4/sns/friend_delete_all', {
    query: query(usersig),
    body: { From_Account: account, DeleteType: 'Delete_Type_Both' },
  });
  const lists = await chat.post('/v4/sns/group_delete', {
    query: query(usersig),
    body: { From_Account: account, GroupName: ['colleagues'] },
  });

  return [friends, everyone, lists] as const;
}
