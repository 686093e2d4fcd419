import type { OperationId } from '@chat-sns/spec';
import type { StateDocument } from '../../src/state/state.ts';
import { codeOf } from '../support/service.ts';

/** The service again, as small as possible: directions and memberships are strings, no code is shared. */
export interface Model {
  accounts: Set<string>;
  /** `owner>friend` */
  friends: Set<string>;
  /** `owner/list` */
  lists: Set<string>;
  /** `owner/list/friend` */
  members: Set<string>;
  sequences: Map<string, number>;
  /** Pairs of each webhook, `owner>friend`. */
  webhooks: string[][];
}

export function createModel({ accounts }: StateDocument): Model {
  const model: Model = {
    accounts: new Set(),
    friends: new Set(),
    lists: new Set(),
    members: new Set(),
    sequences: new Map(),
    webhooks: [],
  };
  for (const [owner, account] of Object.entries(accounts)) {
    model.accounts.add(owner);
    model.sequences.set(owner, account.sequence ?? 0);
    for (const list of account.lists ?? []) model.lists.add(`${owner}/${list}`);
    for (const [friend, details] of Object.entries(account.friends ?? {})) {
      model.friends.add(`${owner}>${friend}`);
      for (const list of details.lists ?? []) model.members.add(`${owner}/${list}/${friend}`);
    }
  }
  return model;
}

export interface Expected {
  code: number;
  items?: number[];
  sequence?: number;
}

export interface ModelRequest {
  operation: OperationId;
  from: string;
  names: string[];
  both: boolean;
}

function unfriend(model: Model, owner: string, friend: string): void {
  model.friends.delete(`${owner}>${friend}`);
  for (const member of model.members) {
    if (member.startsWith(`${owner}/`) && member.endsWith(`/${friend}`)) model.members.delete(member);
  }
}

/** Carries out a request and returns the expected response. */
export function expectResponse(
  model: Model,
  { operation, from, names, both }: ModelRequest,
  kept?: { item: string; code: number },
): Expected {
  if (!model.accounts.has(from)) return { code: codeOf('AccountNotFound') };
  if (operation === 'deleteFriendLists') return deleteLists(model, from, names);

  const all = [...model.friends]
    .filter((edge) => edge.startsWith(`${from}>`))
    .map((edge) => edge.slice(from.length + 1));
  const pairs: string[] = [];
  const items = (operation === 'deleteAllFriends' ? all : names).map((friend) => {
    if (kept?.item === friend) return kept.code;
    if (!model.accounts.has(friend)) return codeOf('AccountNotFound');
    if (!model.friends.has(`${from}>${friend}`)) return codeOf('NotFriend');
    pairs.push(`${from}>${friend}`);
    unfriend(model, from, friend);
    if (both && model.friends.has(`${friend}>${from}`)) {
      pairs.push(`${friend}>${from}`);
      unfriend(model, friend, from);
    }
    return 0;
  });
  if (operation === 'deleteAllFriends') return { code: 0 };
  if (pairs.length > 0) model.webhooks.push(pairs);
  return { code: 0, items };
}

function deleteLists(model: Model, from: string, names: string[]): Expected {
  if (!names.every((name) => model.lists.has(`${from}/${name}`))) return { code: codeOf('InvalidParameter') };
  for (const name of names) {
    model.lists.delete(`${from}/${name}`);
    for (const member of model.members)
      if (member.startsWith(`${from}/${name}/`)) model.members.delete(member);
  }
  const sequence = (model.sequences.get(from) ?? 0) + 1;
  model.sequences.set(from, sequence);
  return { code: 0, sequence };
}
