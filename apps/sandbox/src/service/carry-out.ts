import { refuse } from '../refusal.ts';
import type { Account, FriendPair, Graph } from '../state/graph.ts';
import type { Store } from '../state/store.ts';
import type { CheckedRequest } from './check-shape.ts';
import { type SuccessInfo, writeOk } from './envelope.ts';
import { deleteAllFriends } from './operations/deleteAllFriends.ts';
import { deleteFriendLists } from './operations/deleteFriendLists.ts';
import { deleteFriends, type ItemFault } from './operations/deleteFriends.ts';
import type { Outcome, Rules } from './operations/outcome.ts';

export interface Service {
  readonly rules: Rules & { readonly successInfo: SuccessInfo };
  readonly store: Store;
  readonly announce: (pairs: readonly FriendPair[], clientIp: string) => void;
}

export function findAccount(graph: Graph, id: string): Account {
  return graph.get(id) ?? refuse('AccountNotFound');
}

/** Runs the operation, keeps what it writes, tells the webhook, and only then says OK. */
export function carryOut(
  request: CheckedRequest,
  service: Service,
  clientIp: string,
  fault?: ItemFault,
): string {
  const { store, rules } = service;
  const { fields, changes } = run(request, service, fault);
  store.commit(changes);
  // Deleting all friends writes pairs too, and fires no webhook.
  if (request.operation === 'deleteFriends') service.announce(changes.pairs, clientIp);
  return writeOk(request.operation, rules.successInfo, fields);
}

function run(request: CheckedRequest, { store: { graph }, rules }: Service, fault?: ItemFault): Outcome {
  const account = findAccount(graph, request.body.From_Account);
  switch (request.operation) {
    case 'deleteFriends':
      return deleteFriends(graph, account, request.body, rules, fault);
    case 'deleteAllFriends':
      return deleteAllFriends(graph, account, request.body);
    case 'deleteFriendLists':
      return deleteFriendLists(account, request.body, rules);
  }
}
