import { codeFacts } from '../../scenarios/codes.ts';
import { requestScenarios } from '../../scenarios/requests.ts';
import { operations } from '../../scenarios/service.ts';
import { type Checks, createChecks } from './check.ts';

type Send = (
  path: string,
  query: Record<string, string>,
  body: unknown,
  init?: RequestInit,
) => Promise<Response>;
interface Body {
  ActionStatus?: string;
  ErrorCode?: number;
  ResultItem?: { To_Account: string; ResultCode: number }[];
}

/** The hand-written requests against a server that keeps no state: every one is answered as the wire scenarios say. */
export async function requestProblems(
  send: Send,
  skip: (name: string) => boolean,
  checks: Checks,
): Promise<void> {
  const { equal, step } = checks;
  for (const { name, path, query, body, refused } of requestScenarios) {
    if (skip(name)) continue;
    await step(name, async () => {
      const response = await send(path, query, body);
      equal(`${name}: HTTP status`, response.status, 200);
      const answer = (await response.json()) as Body;
      const expected = refused === undefined ? ['OK', 0] : ['FAIL', refused];
      equal(`${name}: answer`, [answer.ActionStatus, answer.ErrorCode], expected);
    });
  }
}

const query = {
  sdkappid: '1400000000',
  identifier: 'administrator',
  usersig: 'any',
  random: '1',
  contenttype: 'json',
};
const bodies: Record<string, object> = {
  deleteFriends: { To_Account: ['id1'], DeleteType: 'Delete_Type_Single' },
  deleteAllFriends: {},
  deleteFriendLists: { GroupName: ['group1'] },
};

/** What only the mock promises: any code for an account of that name, and the caller's own accounts in the answer. */
export async function mockProblems(url: string): Promise<string[]> {
  const checks = createChecks();
  const { equal, step, problems } = checks;
  const send: Send = (path, parameters, body, init = {}) =>
    fetch(`${url}${path}?${new URLSearchParams(parameters)}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      ...init,
    });
  await requestProblems(send, () => false, checks);
  for (const { code, levels, operations: who } of codeFacts) {
    for (const id of who) {
      const { path } = operations[id as keyof typeof operations];
      if (levels.includes('request')) {
        await step(`${id} with mock-${code}`, async () => {
          const response = await send(path, query, { From_Account: `mock-${code}`, ...bodies[id] });
          const { ActionStatus, ErrorCode } = (await response.json()) as Body;
          equal(`${id} with mock-${code}`, [response.status, ActionStatus, ErrorCode], [200, 'FAIL', code]);
        });
      }
      if (levels.includes('item') && id === 'deleteFriends') {
        await step(`an item with mock-${code}`, async () => {
          const accounts = ['zoe', `mock-${code}`, 'adam'];
          const answer = (await (
            await send(path, query, { From_Account: 'id', To_Account: accounts })
          ).json()) as Body;
          const found = answer.ResultItem?.map(({ To_Account, ResultCode }) => [To_Account, ResultCode]);
          equal(
            `an item with mock-${code}`,
            found,
            accounts.map((account) => [account, account.startsWith('mock') ? code : 0]),
          );
        });
      }
    }
  }
  const faults: [string, string, unknown, RequestInit, number][] = [
    ['a path that no call has', '/v4/sns/friend_remove', {}, {}, 60009],
    ['a body that is no JSON', '/v4/sns/friend_delete', '{"From_Account":', {}, 60003],
    ['an empty body', '/v4/sns/friend_delete', '', {}, 60003],
    ['a PUT', '/v4/sns/friend_delete', bodies.deleteFriends, { method: 'PUT' }, 60009],
  ];
  for (const [name, path, body, init, code] of faults) {
    await step(name, async () => {
      const response = await send(path, query, body, init);
      const { ErrorCode } = (await response.json()) as Body;
      equal(name, [response.status, ErrorCode], [200, code]);
    });
  }
  return problems;
}
