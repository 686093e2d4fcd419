import type { StateDocument } from '@chat-sns/sandbox';

/** Hubs that are mutual friends with the same leaves: `hubs * leaves * 2` edges. */
export function createHubs(hubs: number, leaves: number): StateDocument {
  const hubIds = Array.from({ length: hubs }, (_, index) => `hub${index}`);
  const leafIds = Array.from({ length: leaves }, (_, index) => `leaf${index}`);
  const friends = (ids: string[]) => ({ friends: Object.fromEntries(ids.map((id) => [id, {}])) });
  const withLeaves = friends(leafIds);
  const withHubs = friends(hubIds);
  return {
    accounts: Object.fromEntries([
      ...hubIds.map((id) => [id, withLeaves] as const),
      ...leafIds.map((id) => [id, withHubs] as const),
    ]),
  };
}

/** Bodies that delete every hub's leaves, `size` at a time. */
export function createBodies(hubs: number, leaves: number, size: number, DeleteType: string): string[] {
  const bodies: string[] = [];
  for (let start = 0; start + size <= leaves; start += size) {
    const To_Account = Array.from({ length: size }, (_, index) => `leaf${start + index}`);
    for (let hub = 0; hub < hubs; hub += 1)
      bodies.push(JSON.stringify({ From_Account: `hub${hub}`, To_Account, DeleteType }));
  }
  return bodies;
}
