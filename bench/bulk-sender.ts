// One process of the bulk benchmark: deletes all friends of all accounts in one of several ways.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChatClient } from '@chat-sns/client';
import { bulkDeleteFriends } from '@chat-sns/client/bulk';
import { openJournal } from '@chat-sns/client/journal';
import { createUserSig } from '@chat-sns/client/usersig';
import { demoKey } from '@chat-sns/sandbox';

export interface BulkRun {
  url: string;
  way: keyof typeof ways;
  accounts: number;
  friends: number;
  /** Measures the heap instead of the time. */
  watchesHeap?: boolean;
}

export interface BulkResult {
  seconds: number;
  cpuSeconds: number;
  deleted: number;
  /** Largest heap after a collection, in MiB, when it was watched. */
  heapMiB: number;
}

interface Input {
  From_Account: string;
  To_Account: string;
  DeleteType: 'Delete_Type_Single';
}

const { url, way, accounts, friends, watchesHeap }: BulkRun = JSON.parse(process.argv[2] ?? '{}');
const pool = 8;
const app = { sdkAppId: 1400000000, identifier: 'administrator' };
const chat = createChatClient({ ...app, baseUrl: url, secretKey: demoKey, rateLimit: false });
const userSig = await createUserSig({ ...app, secretKey: demoKey });
let heapMiB = 0;

function* createInputs(): Iterable<Input> {
  for (let account = 0; account < accounts; account += 1) {
    for (let friend = 0; friend < friends; friend += 1)
      yield { From_Account: `a${account}`, To_Account: `f${friend}`, DeleteType: 'Delete_Type_Single' };
  }
}

function* createChunks() {
  let chunk: Input[] = [];
  for (const input of createInputs()) {
    if (chunk.length === friends || (chunk[0] && chunk[0].From_Account !== input.From_Account)) {
      yield chunk;
      chunk = [];
    }
    chunk.push(input);
  }
  if (chunk.length > 0) yield chunk;
}

const readRequest = (chunk: Input[]) => ({
  From_Account: (chunk[0] as Input).From_Account,
  To_Account: chunk.map(({ To_Account }) => To_Account),
  DeleteType: (chunk[0] as Input).DeleteType,
});

/** A pool: so many requests at a time, the next as soon as one has ended. */
async function runPool(send: (chunk: Input[]) => Promise<number>): Promise<number> {
  const chunks = createChunks();
  let deleted = 0;
  const lane = async () => {
    for (let next = chunks.next(); !next.done; next = chunks.next()) {
      const count = await send(next.value);
      deleted += count;
    }
  };
  await Promise.all(Array.from({ length: pool }, lane));
  return deleted;
}

async function runBulk(options: { journal?: 'plain' | 'fsync' } = {}): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bulk-'));
  const fsync = options.journal === 'fsync';
  const journal = options.journal && (await openJournal(join(folder, 'journal'), { fsync }));
  let requests = 0;
  const watchHeap = () => {
    requests += 1;
    if (requests % Math.ceil(accounts / 100) !== 0) return;
    globalThis.gc?.();
    heapMiB = Math.max(heapMiB, process.memoryUsage().heapUsed / 1024 / 1024);
  };
  let deleted = 0;
  const job = bulkDeleteFriends(chat, createInputs(), {
    concurrency: pool,
    ...(journal && { journal }),
    ...(watchesHeap && { onRequest: watchHeap }),
  });
  for await (const { status } of job) if (status === 'deleted') deleted += 1;
  await journal?.close();
  rmSync(folder, { recursive: true });
  return deleted;
}

const ways = {
  'a loop made by hand': () => {
    const query = `sdkappid=${app.sdkAppId}&identifier=${app.identifier}&usersig=${userSig}&contenttype=json`;
    return runPool(async (chunk) => {
      const response = await fetch(`${url}/v4/sns/friend_delete?${query}&random=1`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(readRequest(chunk)),
      });
      const { ResultItem } = (await response.json()) as { ResultItem: { ResultCode: number }[] };
      return ResultItem.filter(({ ResultCode }) => ResultCode === 0).length;
    });
  },
  'the client in a loop': () =>
    runPool(async (chunk) => (await chat.deleteFriends(readRequest(chunk))).deleted.length),
  bulk: () => runBulk(),
  'bulk with a journal': () => runBulk({ journal: 'plain' }),
  'bulk with a journal, fsync': () => runBulk({ journal: 'fsync' }),
};

const startedAt = performance.now();
const before = process.cpuUsage();
const deleted = await ways[way]();
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - startedAt) / 1000;
process.send?.({ seconds, cpuSeconds: (user + system) / 1e6, deleted, heapMiB } satisfies BulkResult);
process.disconnect();
