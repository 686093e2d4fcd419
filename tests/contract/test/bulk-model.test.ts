// Random inputs, faults and crashes: what the stream of the last run says has to agree with what the sandbox did.
import { setTimeout as wait } from 'node:timers/promises';
import { createChatClient } from '@chat-sns/client';
import { type BulkJournal, type BulkStatus, bulkDeleteFriends } from '@chat-sns/client/bulk';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJumpingClock } from '../bulk/clock.ts';

const runs = Number(process.env.BULK_MODEL_RUNS ?? 250);
const accounts = ['ann', 'ben', 'cat'];
const names = ['f0', 'f1', 'f2', 'f3', 'f4'];
const pairs = accounts.flatMap((From_Account) => names.map((To_Account) => ({ From_Account, To_Account })));

/** What happens to a request. A crash hangs everything from there on. */
type Fate =
  | 'pass'
  | 'lost before'
  | 'lost after'
  | 'truncated'
  | 'gateway'
  | 'crash before'
  | 'crash after'
  | { code: number; item?: boolean };

const fate = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>('pass') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Fate>(
      'lost before',
      'lost after',
      'truncated',
      'gateway',
      'crash before',
      'crash after',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ code: fc.constantFrom(30006, 30008, 60007, 30003), item: fc.boolean() }),
  },
);

const world = fc.record({
  inputs: fc.shuffledSubarray(pairs, { minLength: 1 }),
  friends: fc.subarray(pairs),
  fates: fc.array(fate, { maxLength: 25 }),
  /** Records after whose number the journal's process crashes, one for each run. */
  crashes: fc.array(fc.nat(8), { maxLength: 4 }),
  window: fc.integer({ min: 1, max: 20 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  retryUnanswered: fc.boolean(),
});

/** What the service did with a pair: its ResultCode, the ErrorCode of the request, or undefined when it never came. */
interface Attempt {
  result: number | undefined;
  isDelivered: boolean;
}

const never = () => new Promise<never>(() => {});
const keyOf = ({ From_Account, To_Account }: (typeof pairs)[number]) => `${From_Account}>${To_Account}`;

/** Statuses that the attempts for a pair allow. A run that crashed may have known more than it recorded. */
function allowedStatuses(wasFriend: boolean, attempts: Attempt[], hasCrashed: boolean): BulkStatus[] {
  const isDoubtful =
    hasCrashed ||
    attempts.some(({ isDelivered, result }) => !isDelivered || result === 30006 || result === 30008);
  const allowed: BulkStatus[] = attempts.length === 0 ? ['notSent'] : [];
  if (wasFriend && attempts.some(({ result, isDelivered }) => result === 0 && isDelivered))
    allowed.push('deleted');
  if (!wasFriend && attempts.some(({ result, isDelivered }) => result === 31704 && isDelivered))
    allowed.push('notFriend');
  if (isDoubtful && attempts.some(({ result, isDelivered }) => result === 31704 && isDelivered))
    allowed.push('gone');
  if (isDoubtful) allowed.push('unknown');
  if (attempts.every(({ result }) => result !== 0)) allowed.push('failed', 'notSent');
  return allowed;
}

test('the outcomes of jobs that fail and crash agree with what the service did', {
  timeout: 600_000,
}, async () => {
  const seen: Partial<Record<BulkStatus, number>> = {};
  await fc.assert(
    fc.asyncProperty(world, async ({ inputs, friends, fates, crashes, ...settings }) => {
      const state = {
        accounts: {
          ...Object.fromEntries(names.map((name) => [name, {}])),
          ...Object.fromEntries(
            accounts.map((account) => [
              account,
              {
                friends: Object.fromEntries(
                  friends
                    .filter((pair) => pair.From_Account === account)
                    .map((pair) => [pair.To_Account, {}]),
                ),
              },
            ]),
          ),
        },
      };
      await using sandbox = createSandbox({ state, rateLimit: 0 });
      const attempts = new Map<string, Attempt[]>();
      const records: string[] = [];
      let hasCrashed = false;
      let number = 0;

      /** One life of the process. Resolves with its outcomes, or with nothing when it crashed. */
      async function live(crashAt: number) {
        const clock = createJumpingClock();
        let crash = () => {};
        let isDead = false;
        const death = new Promise<undefined>((resolve) => {
          crash = () => {
            isDead = true;
            hasCrashed = true;
            resolve(undefined);
          };
        });
        let appended = 0;
        const journal: BulkJournal = {
          read: () => [...records],
          async append(record) {
            if (isDead) return never();
            appended += 1;
            if (appended === crashAt) {
              crash();
              return never();
            }
            records.push(record);
          },
        };
        const fetch: typeof globalThis.fetch = async (url, init) => {
          if (isDead) return never();
          const release = clock.hold();
          try {
            const what = fates[number] ?? 'pass';
            number += 1;
            const body = JSON.parse(String(init?.body)) as { From_Account: string; To_Account: string[] };
            const add = (resultOf: (name: string) => number | undefined, isDelivered: boolean) => {
              for (const To_Account of body.To_Account) {
                const key = keyOf({ From_Account: body.From_Account, To_Account });
                attempts.set(key, [
                  ...(attempts.get(key) ?? []),
                  { result: resultOf(To_Account), isDelivered },
                ]);
              }
            };
            if (what === 'crash before' || what === 'lost before') {
              add(() => undefined, false);
              if (what === 'lost before') throw new TypeError('fetch failed');
              crash();
              return await never();
            }
            if (typeof what === 'object') {
              const { code, item } = what;
              const isItem = item && code !== 60007;
              sandbox.faults.add({
                kind: 'code',
                code,
                ...(isItem && { item: body.To_Account[0] as string }),
              });
            }
            const response = await sandbox.fetch(url, init);
            const text = await response.text();
            const { ErrorCode, ResultItem = [] } = JSON.parse(text) as {
              ErrorCode: number;
              ResultItem?: { To_Account: string; ResultCode: number }[];
            };
            const results = new Map(ResultItem.map((one) => [one.To_Account, one.ResultCode]));
            const isDelivered = what === 'pass' || typeof what === 'object';
            add((name) => results.get(name) ?? ErrorCode, isDelivered);
            if (what === 'crash after') {
              crash();
              return await never();
            }
            if (what === 'lost after') throw new TypeError('fetch failed');
            if (what === 'gateway') return new Response('<html>', { status: 502 });
            return new Response(what === 'truncated' ? text.slice(0, -1) : text, {
              headers: response.headers,
            });
          } finally {
            release();
          }
        };
        const chat = createChatClient({
          region: 'singapore',
          sdkAppId: 1400000000,
          identifier: 'administrator',
          secretKey: demoKey,
          rateLimit: false,
          fetch,
          clock,
        });
        const { retryUnanswered, ...options } = settings;
        const rows = inputs.map((pair) => ({ ...pair, DeleteType: 'Delete_Type_Single' as const }));
        const job = bulkDeleteFriends(chat, rows, { ...options, retry: { retryUnanswered }, journal, clock });
        const finished = (async () => {
          const outcomes = [];
          for await (const outcome of job) outcomes.push(outcome);
          return outcomes;
        })();
        finished.catch(() => {});
        return Promise.race([finished, death]);
      }

      let outcomes: Awaited<ReturnType<typeof live>>;
      for (let life = 0; !outcomes; life += 1) {
        outcomes = await live(crashes[life] ?? -1);
        expect(life).toBeLessThan(40);
      }

      expect(outcomes.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(
        inputs.map((_, index) => index),
      );
      const left = sandbox.state.read().accounts;
      for (const { input, status } of outcomes) {
        const key = keyOf(input);
        seen[status] = (seen[status] ?? 0) + 1;
        const wasFriend = friends.some((pair) => keyOf(pair) === key);
        const isFriend = left[input.From_Account]?.friends?.[input.To_Account] !== undefined;
        const what = `${key} ${JSON.stringify(attempts.get(key))}`;
        expect(allowedStatuses(wasFriend, attempts.get(key) ?? [], hasCrashed), what).toContain(status);
        if (['deleted', 'notFriend', 'gone'].includes(status)) expect(isFriend, what).toBe(false);
        if (['failed', 'notSent'].includes(status)) expect(isFriend, what).toBe(wasFriend);
      }
      for (const pair of friends) {
        if (!inputs.some((input) => keyOf(input) === keyOf(pair)))
          expect(left[pair.From_Account]?.friends?.[pair.To_Account], keyOf(pair)).toBeDefined();
      }
      await wait(0);
    }),
    { numRuns: runs },
  );
  // Sequences that never led to a status would say nothing about it.
  expect(Object.keys(seen)).toEqual(
    expect.arrayContaining(['deleted', 'notFriend', 'gone', 'failed', 'unknown']),
  );
});
