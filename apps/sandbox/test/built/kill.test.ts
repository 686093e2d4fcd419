import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/create-sandbox.ts';
import type { StateDocument } from '../../src/state/state.ts';
import { call, codesOf } from '../support/service.ts';
import { startChild } from './child.ts';

const kills = Number(process.env.SANDBOX_KILLS ?? 10);
const users = 40;
const lists = Array.from({ length: 32 }, (_, index) => `l${index}`);
const ids = Array.from({ length: users }, (_, index) => `u${index}`);

/** All accounts are friends of each other, on every list. */
const crowd: StateDocument = {
  accounts: Object.fromEntries(
    ids.map((id) => [
      id,
      {
        lists,
        friends: Object.fromEntries(ids.filter((other) => other !== id).map((other) => [other, { lists }])),
      },
    ]),
  ),
};

interface Acknowledged {
  pairs: [string, string][];
  sequences: Map<string, number>;
}

/** Deletes pairs and lists from one end of the ids until the connection breaks. */
async function deleteUntilKilled(url: string, from: string, acknowledged: Acknowledged): Promise<void> {
  const service = {
    fetch: (target: string, init: RequestInit) => fetch(target.replace('http://sandbox', url), init),
  } as { fetch: typeof fetch };
  const others = ids.filter((id) => id !== from);
  for (let turn = 0; turn < others.length; turn += 3) {
    const To_Account = others.slice(turn, turn + 3);
    const response = await call(service, 'deleteFriends', {
      From_Account: from,
      To_Account,
      DeleteType: 'Delete_Type_Both',
    });
    codesOf(response)?.forEach((code, index) => {
      if (code === 0) acknowledged.pairs.push([from, To_Account[index] ?? '']);
    });
    const list = lists[turn / 3];
    if (!list) continue;
    const { CurrentSequence } = await call(service, 'deleteFriendLists', {
      From_Account: from,
      GroupName: [list],
    });
    if (CurrentSequence !== undefined) acknowledged.sequences.set(from, CurrentSequence);
  }
}

/** Finds what an incomplete transaction would leave behind. */
function findDamage({ accounts }: StateDocument): string[] {
  return ids.flatMap((id) => {
    const { friends = {}, lists: left = [], sequence = 0 } = accounts[id] ?? {};
    const halves = ids.filter((other) => other in friends !== id in (accounts[other]?.friends ?? {}));
    const strays = Object.values(friends).flatMap(
      (friend) => friend.lists?.filter((list) => !left.includes(list)) ?? [],
    );
    const short =
      left.length + sequence === lists.length ? [] : [`${left.length} lists at sequence ${sequence}`];
    return [...halves, ...strays, ...short].map((what) => `${id}: ${what}`);
  });
}

test(`${kills} kills during writes lose nothing that had a response and leave nothing half deleted`, {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  const seed = join(folder, 'seed.json');
  writeFileSync(seed, JSON.stringify(crowd));
  let completed = 0;
  let interrupted = 0;
  for (let round = 0; round < kills; round += 1) {
    const data = join(folder, `${round}.db`);
    const child = await startChild(['--state', seed, '--data', data, '--rate-limit', '0']);
    const acknowledged: Acknowledged = { pairs: [], sequences: new Map() };
    const work = ids.map((id) => deleteUntilKilled(child.url, id, acknowledged).catch(() => 'broken'));
    // From the first write to the last: the work takes about 200 ms.
    await new Promise((resolve) => setTimeout(resolve, 20 + (round * 180) / kills));
    await child.stop('SIGKILL');
    if ((await Promise.all(work)).includes('broken')) interrupted += 1;

    await using sandbox = createSandbox({ data });
    const state = sandbox.state.read();
    expect(findDamage(state)).toEqual([]);
    for (const [one, other] of acknowledged.pairs) {
      expect(state.accounts[one]?.friends).not.toHaveProperty(other);
      expect(state.accounts[other]?.friends).not.toHaveProperty(one);
    }
    for (const [id, sequence] of acknowledged.sequences)
      expect(state.accounts[id]?.sequence).toBeGreaterThanOrEqual(sequence);
    completed += acknowledged.pairs.length;
  }
  rmSync(folder, { recursive: true });
  console.info(
    `${completed} deletions had a response before ${kills} kills, ${interrupted} of them during the work`,
  );
  expect(completed).toBeGreaterThan(kills);
  expect(interrupted).toBeGreaterThan(kills / 3);
});
