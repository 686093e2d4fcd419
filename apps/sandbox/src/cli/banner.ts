import { signUserSig } from '../gateway/usersig.ts';
import { demoKey, type Settings } from '../settings.ts';

const day = 24 * 60 * 60;

/** What the command prints when it has started. A UserSig only for the demo key: any other UserSig is a secret. */
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
app ${sdkAppId}, admin ${admins.join(', ')}, ${isDemo ? "the vendor's public demo key" : 'your own secret key'}, ${
    data === undefined ? 'state in memory' : `state in ${data}`
  }

Delete a friend on both sides (a second time, the account is no longer a friend):

  curl -s '${url}/v4/sns/friend_delete?${query}' \\
    -d '${body}'

Read the state, or reset it:

  curl -s ${url}/sandbox/state
  curl -s -X POST ${url}/sandbox/reset

`;
}
