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
  const apiKey = { sdkAppId: '1400000000', identifier: 'administrator', userSig: usersig };
  const byParameter: Record<string, string> = { ...credentials, sdkappid: '1400000000' };
  heyApi.client.setConfig({ baseUrl, auth: ({ name }: { name: string }) => byParameter[name] });
  redocly.configure({ serverUrl: baseUrl, auth: { apiKey } });
  const query = () => ({ random: random(), contenttype: 'json' as const });
  const wire = createOpenapiFetch<paths>({ baseUrl });
  const chat = createChatClient({
    baseUrl,
    sdkAppId: credentials.sdkappid,
    identifier: credentials.identifier,
    userSig: usersig,
    // On, with a rate limit that does not slow the measurement down.
    rateLimit: { calls: 100_000, perSeconds: 1 },
  });
  const search = () => new URLSearchParams({ ...byParameter, random: String(random()), contenttype: 'json' });
  const headers = { 'content-type': 'application/json' };

  return {
    'bare fetch': async () => {
      const init = { method: 'POST', headers, body: JSON.stringify(body()) };
      return (await fetch(`${baseUrl}${path}?${search()}`, init)).json();
    },
    'openapi-fetch': () =>
      wire.POST(path, { params: { query: { ...credentials, ...query() } }, body: body() }),
    '@chat-sns/client': () => chat.deleteFriends(body()),
    'hey-api': () => heyApi.deleteFriends({ query: query(), body: body() }),
    'redocly generate-client': () => redocly.deleteFriends({ query: query(), body: body() }),
    ky: () => ky.post(`${baseUrl}${path}`, { searchParams: search(), json: body() }).json(),
  };
}
