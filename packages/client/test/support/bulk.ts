import {
  type BulkJournal,
  type BulkOptions,
  type BulkOutcome,
  bulkDeleteFriends,
} from '@chat-sns/client/bulk';
import type { StubbedCall } from '@chat-sns/client/testing';
import { createStubbedChat } from './chat.ts';

export const friend = (
  From_Account: string,
  To_Account: string,
  DeleteType: 'Delete_Type_Both' | 'Delete_Type_Single' = 'Delete_Type_Both',
) => ({ From_Account, To_Account, DeleteType });
/** Friends of an account: `friendsOf('ann', 3)` has ann's friends f0 to f2. */
export const friendsOf = (account: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, place) => friend(account, `f${from + place}`));

export const describeOutcome = ({ index, status, reason }: BulkOutcome<unknown>) =>
  `${index} ${status}${reason ? ` ${reason.title}` : ''}`;

/** Runs a job to its end without real waits. */
export async function runJob(
  inputs: Iterable<ReturnType<typeof friend>> | AsyncIterable<ReturnType<typeof friend>>,
  options: BulkOptions = {},
  { chat, stub, fake } = createStubbedChat(),
) {
  const job = bulkDeleteFriends(chat, inputs, { clock: fake.clock, ...options });
  const outcomes: BulkOutcome<ReturnType<typeof friend>>[] = [];
  const settled = await fake.settle(
    (async () => {
      for await (const outcome of job) outcomes.push(outcome);
    })(),
  );
  const summary = await job.summary;
  return {
    outcomes,
    lines: outcomes.map(describeOutcome).toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
    error: settled.status === 'rejected' ? settled.reason : undefined,
    summary,
    sizes: stub.calls.map(({ request }) => (request.To_Account as unknown[]).length),
    accounts: stub.calls.map(({ request }) => request.From_Account),
    stub,
  };
}

export const lose = new TypeError('fetch failed');
/** A response without the items of some accounts. */
export const omit = (names: string[]) => (call: StubbedCall) => ({
  ActionStatus: 'OK',
  ErrorCode: 0,
  ErrorInfo: '',
  ErrorDisplay: '',
  ResultItem: (call.request.To_Account as string[])
    .filter((name) => !names.includes(name))
    .map((To_Account) => ({ To_Account, ResultCode: 0, ResultInfo: '' })),
});
export const respondWith = (codes: Record<string, number>) => (call: StubbedCall) => ({
  ActionStatus: 'OK',
  ErrorCode: 0,
  ErrorInfo: '',
  ErrorDisplay: '',
  ResultItem: (call.request.To_Account as string[]).map((To_Account) => ({
    To_Account,
    ResultCode: codes[To_Account] ?? 0,
    ResultInfo: '',
  })),
});

/** A journal in memory, which can break. */
export function createJournal(
  records: string[] = [],
  breakAt = Number.POSITIVE_INFINITY,
): BulkJournal & { records: string[] } {
  return {
    records,
    read: () => [...records],
    async append(record) {
      if (records.length >= breakAt) throw new Error('no space left on device');
      records.push(record);
    },
  };
}

export async function collect<Item>(items: Iterable<Item> | AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
