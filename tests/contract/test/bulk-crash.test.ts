// A bulk job in processes that are killed, judged by what a server received. BULK_CRASH_INPUTS=1000000 runs it with so many
// inputs and requests as full as the limit allows, which takes minutes: in tests/contract,
// `BULK_CRASH_INPUTS=1000000 pnpm exec vitest run test/bulk-crash.test.ts`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import { limits } from '@chat-sns/spec';
import { expect, test } from 'vitest';

const inputs = Number(process.env.BULK_CRASH_INPUTS ?? 2000);
const isLong = inputs > 2000;
const friends = isLong ? limits.accountsPerRequest : 4;
const accounts = Math.ceil(inputs / friends);
const kills = 20;

/** What `bulk/worker.mjs` gets. */
interface WorkerJob {
  url: string;
  secretKey: string;
  journal: string;
  accounts: number;
  friends: number;
  window: number;
}

// About 15 seconds with 2000 inputs.
test('a job that is killed twenty times repeats nothing that it knew, and leaves nothing out', {
  timeout: isLong ? 3_600_000 : 180_000,
}, async () => {
  const friendNames = Array.from({ length: friends }, (_, place) => `f${place}`);
  const accountNames = Array.from({ length: accounts }, (_, place) => `a${place}`);
  const state = {
    accounts: Object.fromEntries([
      ...friendNames.map((name) => [name, {}]),
      ...accountNames.map((name) => [
        name,
        { friends: Object.fromEntries(friendNames.map((friend) => [friend, {}])) },
      ]),
    ]),
  };
  await using sandbox = createSandbox({ state });
  /** Every pair that the server was asked to delete, with the number of the life. */
  const received: { life: number; pair: string }[] = [];
  let life = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { From_Account, To_Account } = JSON.parse(body) as { From_Account: string; To_Account: string[] };
    for (const name of To_Account) received.push({ life, pair: `${From_Account}>${name}` });
    const result = await sandbox.fetch(`http://sandbox${request.url}`, { method: 'POST', body });
    const answer = await result.text();
    // Time for a kill between the deletion and its response.
    await wait(20);
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const folder = mkdtempSync(join(tmpdir(), 'bulk-'));
  const job: WorkerJob = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secretKey: demoKey,
    journal: join(folder, 'job.journal'),
    accounts,
    friends,
    window: isLong ? 10_000 : 50,
  };

  const known = new Map<number, string>();
  const repeated: string[] = [];
  let last: string[] = [];
  try {
    for (let isEnded = false; !isEnded; life += 1) {
      const asked = received.length;
      const worker = fork(
        fileURLToPath(new URL('../bulk/worker.mjs', import.meta.url)),
        [JSON.stringify(job)],
        {
          stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
          // Without what Vitest starts its own processes with.
          execArgv: [],
        },
      );
      const printed = text(worker.stdout as NodeJS.ReadableStream);
      if (life < kills) {
        while (received.length === asked && worker.exitCode === null) await wait(5);
        await wait(Math.random() * 120);
        worker.kill('SIGKILL');
      }
      await once(worker, 'exit');
      last = (await printed).split('\n').filter(Boolean);
      isEnded = last.at(-1) === 'end';
      for (const { pair } of received.slice(asked)) {
        const [account = '', friend = ''] = pair.split('>');
        const index = Number(account.slice(1)) * friends + Number(friend.slice(1));
        if (known.has(index)) repeated.push(pair);
      }
      for (const line of last.slice(0, isEnded ? -1 : undefined)) {
        const [index, status = ''] = line.split(' ');
        known.set(Number(index), status);
      }
      expect(life).toBeLessThan(60);
    }
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }

  expect(life).toBeGreaterThan(kills);
  expect(repeated).toEqual([]);
  const outcomes = last.slice(0, -1).map((line) => line.split(' '));
  expect(outcomes.map(([index]) => Number(index)).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: accounts * friends }, (_, index) => index),
  );
  // Some requests were carried out without their response being known: those are gone, and everything else is deleted.
  const gone = outcomes.filter(([, status]) => status === 'gone');
  expect([...new Set(outcomes.map(([, status]) => status))].toSorted()).toEqual(['deleted', 'gone']);
  const left = sandbox.state.read().accounts;
  expect(accountNames.filter((name) => Object.keys(left[name]?.friends ?? {}).length > 0)).toEqual([]);
  const twice = received.length - new Set(received.map(({ pair }) => pair)).size;
  expect(gone.length).toBeLessThanOrEqual(twice);
});
