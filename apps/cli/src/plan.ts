import { createChatClient } from '@chat-sns/client';
import type { BulkJournal, BulkOutcome } from '@chat-sns/client/bulk';
import type { Input, Row } from './input.ts';
import type { Job, Noun } from './operations.ts';

export const formatNumber = (value: number) => value.toLocaleString('en-US');

export const formatCount = (value: number, [one, others]: Noun) =>
  `${formatNumber(value)} ${value === 1 ? one : others}`;

/** What a job would do. */
export interface Plan {
  /** Inputs that it would send. */
  inputs: number;
  /** Inputs of which its journal knows the outcome. */
  done: number;
  requests: number;
  accounts: number;
  /** How many inputs have each `DeleteType`. */
  types: ReadonlyMap<string, number>;
  /** The first lines that cannot be sent. */
  invalid: string[];
  invalidCount: number;
}

/** Most invalid lines that are shown one by one. */
const mostShown = 20;

/** Whether nothing was sent for an input because of what it is. */
export const isInvalid = ({ status, attempts, fromJournal }: BulkOutcome<Row>) =>
  status === 'failed' && attempts === 0 && !fromJournal;

/** What is wrong with the line of an input. */
export function explainInvalid({ input, reason }: BulkOutcome<Row>): string {
  return input.problem ?? reason?.info.replace('[0]', '') ?? '';
}

/**
 * Runs a job against nothing: which requests it would send, and which lines the client refuses. With the journal of a job
 * that goes on, which is read and not written, only what is left.
 */
export async function makePlan(
  job: Job,
  input: Input,
  { journal, name }: { journal: BulkJournal | undefined; name: string | undefined },
): Promise<Plan> {
  const accounts = new Set<string>();
  const types = new Map<string, number>();
  const invalid: string[] = [];
  let invalidCount = 0;
  let inputs = 0;
  const chat = createChatClient({
    baseUrl: 'http://localhost',
    sdkAppId: 1,
    identifier: 'plan',
    secretKey: 'plan',
    rateLimit: false,
    fetch: async (_url, request) => respond(JSON.parse(String(request?.body))),
  });
  // Nothing but a full request or a full window starts a request, so that the plan does not depend on the speed.
  const run = job.start(chat, input.read(), {
    lingerMs: 2 ** 31 - 1,
    ...(journal && {
      journal: { read: () => journal.read(), append: async () => {} },
      name: name ?? (await readName(journal)),
    }),
    onRequest: ({ account }) => accounts.add(account),
  });
  const timer = setInterval(() => {
    process.stderr.write(`Checking ${input.name}: ${formatNumber(run.progress.read)} inputs so far\n`);
  }, 5000).unref();
  for await (const outcome of run) {
    const { input: row } = outcome;
    if (isInvalid(outcome)) {
      invalidCount += 1;
      const where = row.line === undefined ? '' : `${input.name}:${row.line}: `;
      if (invalid.length < mostShown) invalid.push(`${where}${explainInvalid(outcome)}`);
    }
    if (outcome.attempts === 0) continue;
    inputs += 1;
    if (row.DeleteType !== undefined)
      types.set(String(row.DeleteType), (types.get(String(row.DeleteType)) ?? 0) + 1);
  }
  clearInterval(timer);
  const { read, requests } = await run.summary;
  const done = read - inputs - invalidCount;
  return { inputs, done, requests, accounts: accounts.size, types, invalid, invalidCount };
}

/** What a journal says that it belongs to: without an app nobody else knows. */
async function readName(journal: BulkJournal): Promise<string | undefined> {
  try {
    for await (const record of journal.read()) return JSON.parse(record).name;
  } catch {
    // The job says what is wrong with the record.
  }
  return undefined;
}

/** The response of a service that carries everything out. */
function respond({ To_Account = [] }: { To_Account?: string[] }): Response {
  return Response.json({
    ActionStatus: 'OK',
    ErrorCode: 0,
    ErrorInfo: '',
    ErrorDisplay: '',
    CurrentSequence: 1,
    ResultItem: To_Account.map((account) => ({ To_Account: account, ResultCode: 0, ResultInfo: '' })),
  });
}
