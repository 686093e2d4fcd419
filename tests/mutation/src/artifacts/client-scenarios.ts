import type * as Client from '@chat-sns/client';
import { codeFacts } from '../../scenarios/codes.ts';
import { operations, regions } from '../../scenarios/service.ts';
import { createChecks, failureOf } from './check.ts';

type Module = typeof Client;
type Id = keyof typeof operations;
type Method = (body: object) => Promise<Record<string, unknown>>;

const requests: Record<Id, object> = {
  deleteFriends: { From_Account: 'id', To_Account: ['id1', 'id2'], DeleteType: 'Delete_Type_Both' },
  deleteAllFriends: { From_Account: 'id' },
  deleteFriendLists: { From_Account: 'id', GroupName: ['group1'] },
};
const ids = Object.keys(operations) as Id[];
const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ErrorDisplay: '' };
const item = (To_Account: string, ResultCode = 0) => ({ To_Account, ResultCode, ResultInfo: '' });
const successes: Record<Id, object> = {
  deleteFriends: { ResultItem: [item('id1'), item('id2')], ...ok },
  deleteAllFriends: ok,
  deleteFriendLists: { CurrentSequence: 4, ...ok },
};

/** Hand-written scenarios between a caller and the wire: what the client sends, and what it makes of an answer. */
export async function clientProblems(client: Module): Promise<string[]> {
  const { problems, equal, step } = createChecks();
  let sent: { url: URL; init: RequestInit }[] = [];
  const chatAnswering = (answers: unknown[], options: object = { retry: false }) => {
    sent = [];
    const fetch = async (url: string, init: RequestInit) => {
      sent.push({ url: new URL(url), init });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      return answer instanceof Response ? answer.clone() : Response.json(answer);
    };
    const settings = {
      region: 'singapore',
      sdkAppId: 1400000000,
      identifier: 'administrator',
      userSig: 'eJw-secret*_',
      rateLimit: false,
    };
    return client.createChatClient({ ...settings, ...options, fetch } as never) as unknown as Record<
      Id,
      Method
    >;
  };

  for (const id of ids) {
    await step(`${id} sends`, async () => {
      await chatAnswering([successes[id]])[id](requests[id]);
      const { url, init } = sent[0] ?? { url: new URL('none:'), init: {} };
      equal(
        `${id} sends to`,
        `${init.method} ${url.origin}${url.pathname}`,
        `POST https://adminapisgp.im.qcloud.com${operations[id].path}`,
      );
      const { random, ...query } = Object.fromEntries(url.searchParams);
      const secrets = {
        sdkappid: '1400000000',
        identifier: 'administrator',
        usersig: 'eJw-secret*_',
        contenttype: 'json',
      };
      equal(`${id} sends the query`, query, secrets);
      const body =
        id === 'deleteAllFriends'
          ? { ...requests[id], DeleteType: operations[id].defaultDeleteType }
          : requests[id];
      equal(`${id} sends the body`, JSON.parse(String(init.body)), body);
      equal(`${id} sends random`, /^\d+$/.test(random ?? ''), true);
    });
    for (const [ActionStatus, ErrorCode] of [
      ['FAIL', 30003],
      ['OK', 30003],
      ['FAIL', 0],
    ] as const) {
      await step(`${id} reads ${ActionStatus} with ${ErrorCode}`, async () => {
        const error = await failureOf(
          chatAnswering([{ ...successes[id], ActionStatus, ErrorCode }])[id](requests[id]),
        );
        equal(
          `${id}: ${ActionStatus} with ${ErrorCode} is thrown`,
          error instanceof client.ChatApiError,
          true,
        );
      });
    }
    for (const { code, title, levels, retry } of codeFacts.filter(({ operations: who }) =>
      who.includes(id),
    )) {
      if (!levels.includes('request')) continue;
      await step(`${id} meets ${code}`, async () => {
        const error = (await failureOf(
          chatAnswering([{ ...ok, ActionStatus: 'FAIL', ErrorCode: code }])[id](requests[id]),
        )) as Record<string, unknown>;
        equal(
          `${id}: ${code} comes back as`,
          [error.code, error.title, error.retry, error.operation],
          [code, title, retry, id],
        );
      });
    }
    await step(`${id} meets HTTP 502`, async () => {
      const error = await failureOf(
        chatAnswering([new Response('<html>502</html>', { status: 502 })])[id](requests[id]),
      );
      equal(`${id}: HTTP 502 is thrown`, error instanceof client.ChatError, true);
    });
    await step(`${id} meets 30008 twice`, async () => {
      const busy = { ...ok, ActionStatus: 'FAIL', ErrorCode: 30008 };
      await chatAnswering([busy, busy, successes[id]], { retry: { maxAttempts: 3, baseDelayMs: 1 } })[id](
        requests[id],
      );
      equal(`${id}: 30008 is tried again`, sent.length, 3);
      const lost = { ...ok, ActionStatus: 'FAIL', ErrorCode: 30003 };
      await failureOf(chatAnswering([lost], { retry: { maxAttempts: 3, baseDelayMs: 1 } })[id](requests[id]));
      equal(`${id}: 30003 is not tried again`, sent.length, 1);
    });
  }

  await step('random', async () => {
    const chat = chatAnswering([ok]);
    for (let round = 0; round < 40; round += 1) await chat.deleteAllFriends(requests.deleteAllFriends);
    const values = sent.map(({ url }) => Number(url.searchParams.get('random')));
    const outside = values.filter((value) => !Number.isInteger(value) || value < 0 || value > 4294967295);
    equal('random is a whole number from 0 to 4294967295', outside, []);
    equal('random is fresh for every call', new Set(values).size > 35, true);
    equal(
      'random uses all 32 bits',
      values.some((value) => value > 2147483647),
      true,
    );
  });
  for (const { code, title, retry } of codeFacts.filter(
    ({ levels, operations: who }) => levels.includes('item') && who.length > 0,
  )) {
    await step(`an item with ${code}`, async () => {
      const answer = { ...ok, ResultItem: [item('id2', code), item('id1')] };
      const { deleted, notFriends, failed } = await chatAnswering([answer]).deleteFriends(
        requests.deleteFriends,
      );
      equal(`an item with ${code}: deleted`, deleted, ['id1']);
      equal(`an item with ${code}: notFriends`, notFriends, retry === 'done' ? ['id2'] : []);
      const retryable = retry === 'transient' || retry === 'throttled';
      const failure = { account: 'id2', code, title, info: '', retryable };
      equal(`an item with ${code}: failed`, failed, retry === 'done' ? [] : [failure]);
    });
  }
  await step('what the answer does not say', async () => {
    const answer = { ...ok, ResultItem: [item('id1'), item('stranger')] };
    const outcome = await chatAnswering([answer]).deleteFriends(requests.deleteFriends);
    equal('an account without an item is unanswered', outcome.unanswered, ['id2']);
    equal('an item of a stranger is unexpected', outcome.unexpected, [item('stranger')]);
    equal(
      'the sequence comes back',
      (await chatAnswering([successes.deleteFriendLists]).deleteFriendLists(requests.deleteFriendLists))
        .sequence,
      4,
    );
  });
  for (const [region, [host]] of Object.entries(regions)) {
    await step(`region ${region}`, async () => {
      await chatAnswering([ok], { region, retry: false }).deleteAllFriends(requests.deleteAllFriends);
      equal(`region ${region} leads to`, sent[0]?.url.host, host);
    });
  }
  const many = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);
  const refusedLocally: [string, Id, object, number][] = [
    ['1000 accounts', 'deleteFriends', { To_Account: many(1000) }, 1],
    ['1001 accounts', 'deleteFriends', { To_Account: many(1001) }, 0],
    ['no accounts', 'deleteFriends', { To_Account: [] }, 0],
    ['32 lists', 'deleteFriendLists', { GroupName: many(32) }, 1],
    ['33 lists', 'deleteFriendLists', { GroupName: many(33) }, 0],
    ['a name of 33 bytes', 'deleteFriendLists', { GroupName: ['好'.repeat(11)] }, 0],
    ['a UserID of 33 characters', 'deleteAllFriends', { From_Account: 'a'.repeat(33) }, 0],
  ];
  for (const [name, id, change, calls] of refusedLocally) {
    await step(name, async () => {
      await failureOf(chatAnswering([successes[id]])[id]({ ...requests[id], ...change }));
      equal(`${name}: requests sent`, sent.length, calls);
    });
  }
  return problems;
}
