import { createChatClient } from '@chat-sns/client';
import type { paths } from '@chat-sns/spec';
import ky from 'ky';
import createOpenapiFetch from 'openapi-fetch';
import { generateClients } from './client-generated.ts';

/** One call; resolves to something that contains the parsed response. */
export type Call = () => Promise<unknown>;

const path = '/v4/sns/friend_delete';
const body = () => ({
  From_Account: 'id',
  To_Account: ['id1', 'id2', 'id3'],
  DeleteType: 'Delete_Type_Both' as const,
});
const random = () => Math.floor(Math.random() * 2 ** 32);

/** The same request by everyone: five query parameters, a JSON body, the response parsed. */
export async function createContenders(baseUrl: string, usersig: string): Promise<Record<string, Call>> {
  const credentials = { sdkappid: 1400000000, identifier: 'administrator', usersig };
  const { heyApi, redocly } = await generateClients();
  heyApi.client.setConfig({ baseUrl });
  redocly.configure({ serverUrl: baseUrl });
  const query = () => ({ ...credentials, random: random(), contenttype: 'json' as const });
  const wire = createOpenapiFetch<paths>({ baseUrl });
  const chat = createChatClient({
    baseUrl,
    sdkAppId: credentials.sdkappid,
    identifier: credentials.identifier,
    userSig: usersig,
    // On, with a rate limit that does not slow the measurement down.
    rateLimit: { calls: 100_000, perSeconds: 1 },
  });
  const text = { ...credentials, sdkappid: String(credentials.sdkappid), contenttype: 'json' };
  const search = () => new URLSearchParams({ ...text, random: String(random()) });
  const headers = { 'content-type': 'application/json' };

  return {
    'bare fetch': async () => {
      const init = { method: 'POST', headers, body: JSON.stringify(body()) };
      return (await fetch(`${baseUrl}${path}?${search()}`, init)).json();
    },
    'openapi-fetch': () => wire.POST(path, { params: { query: query() }, body: body() }),
    '@chat-sns/client': () => chat.deleteFriends(body()),
    'hey-api': () => heyApi.deleteFriends({ query: query(), body: body() }),
    'redocly generate-client': () => redocly.deleteFriends({ query: query(), body: body() }),
    ky: () => ky.post(`${baseUrl}${path}`, { searchParams: search(), json: body() }).json(),
  };
}
