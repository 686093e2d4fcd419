import { createUserSig } from '@chat-sns/client/usersig';
import { demoKey } from '@chat-sns/sandbox';

/** What to open, a call to paste and what to try next, once docs, mock and sandbox run at these URLs. */
export async function describeNextSteps(urls: Record<'docs' | 'mock' | 'sandbox', string>): Promise<string> {
  const sdkAppId = 1400000000;
  const identifier = 'administrator';
  const userSig = await createUserSig({ sdkAppId, identifier, secretKey: demoKey, expiresIn: 86_400 });
  const query = (usersig: string) =>
    `sdkappid=${sdkAppId}&identifier=${identifier}&usersig=${usersig}&random=1&contenttype=json`;
  const curl = (url: string, usersig: string, body: object) =>
    `curl '${url}/v4/sns/friend_delete?${query(usersig)}' -d '${JSON.stringify(body)}'`;
  const body = { From_Account: 'alice', To_Account: ['bob'], DeleteType: 'Delete_Type_Both' };
  return `
Open
  docs     ${urls.docs}
  mock     ${urls.mock}
  sandbox  ${urls.sandbox}

Paste this into another terminal: alice deletes bob in the sandbox, with a UserSig that is valid for a day.

${curl(urls.sandbox, userSig, body)}

Then
  1. Paste it again: bob is no longer a friend, which is code 31704 inside a success.
  2. Let the mock fail as you choose. It takes any UserSig:
     ${curl(urls.mock, 'any', { ...body, From_Account: 'mock-30003' })}
  3. Change a request and send it from the browser: ${urls.docs}explorer/

Ctrl-C stops all three.`;
}
