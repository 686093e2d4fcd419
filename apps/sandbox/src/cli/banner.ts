import { signUserSig } from '../gateway/usersig.ts';
import { demoKey, type Settings } from '../settings.ts';

const day = 24 * 60 * 60;

/** What a start prints. A UserSig only for the demo key: one made with a key of one's own is a secret. */
export function writeBanner(settings: Settings & { readonly secretKey: string }, url: string): string {
  const { sdkAppId, admins, secretKey, state, data } = settings;
  const isDemo = secretKey === demoKey;
  const admin = admins[0] ?? '';
  const usersig = isDemo
    ? signUserSig(secretKey, {
        identifier: admin,
        sdkAppId,
        time: Math.floor(Date.now() / 1000),
        expire: day,
      })
    : '$USERSIG';
  const query = `sdkappid=${sdkAppId}&identifier=${admin}&usersig=${usersig}&random=1&contenttype=json`;
  const from = state === undefined && data === undefined ? 'alice' : 'FROM';
  const to = state === undefined && data === undefined ? 'bob' : 'TO';
  const body = JSON.stringify({ From_Account: from, To_Account: [to], DeleteType: 'Delete_Type_Both' });
  return `chat-sns-sandbox (unofficial) on ${url}
app ${sdkAppId}, admin ${admins.join(', ')}, ${isDemo ? "the vendor's public demo key" : 'a secret key of your own'}, ${
    data === undefined ? 'state in memory' : `state in ${data}`
  }

Delete a friend on both sides; a second time it is not a friend any more:

  curl -s '${url}/v4/sns/friend_delete?${query}' \\
    -d '${body}'

Look and reset:

  curl -s ${url}/sandbox/state
  curl -s -X POST ${url}/sandbox/reset

`;
}
