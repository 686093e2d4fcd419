import { operations } from '@chat-sns/spec';
import type { Call, Reply } from '../call.ts';
import { type AdmittedCall, admit, type Gateway } from '../gateway/admit.ts';
import type { createCallLog } from '../observe/calls.ts';
import {
  type createFaultQueue,
  type DelayFault,
  type Fault,
  infoOf,
  type TransportFault,
} from '../observe/faults.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Account, FriendPair } from '../state/graph.ts';
import type { Store } from '../state/store.ts';
import { type CheckedRequest, checkShape } from './check-shape.ts';
import {
  createBadGateway,
  createFailureReply,
  createReply,
  type SuccessInfo,
  writeFail,
  writeOk,
} from './envelope.ts';
import { deleteAllFriends } from './operations/deleteAllFriends.ts';
import { deleteFriendLists } from './operations/deleteFriendLists.ts';
import { deleteFriends } from './operations/deleteFriends.ts';
import type { ItemFault, Outcome, Rules } from './operations/outcome.ts';

export interface EngineParts {
  readonly gateway: Gateway;
  readonly rules: Rules & { readonly successInfo: SuccessInfo };
  readonly store: Store;
  readonly faults: ReturnType<typeof createFaultQueue>;
  readonly calls: ReturnType<typeof createCallLog>;
  /** Sends the webhook of a deletion. */
  readonly notify: (pairs: readonly FriendPair[], clientIp: string) => void;
  /** Counts a deletion of friends by an account; false when it is one too many. */
  readonly countDeletion: (account: string) => boolean;
  readonly waitForTurn: (account: string) => Promise<void> | undefined;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
}

/** Responds to a call: immediately, unless a fault delays it or a write waits for another one. */
export type Engine = (call: Call) => Reply | Promise<Reply>;

type OtherFault = Exclude<Fault, DelayFault>;

export function createEngine(parts: EngineParts): Engine {
  const { store, rules, faults } = parts;

  function handle(call: Call): Reply | Promise<Reply> {
    const admitted = admit(call, parts.gateway);
    const delay = faults.takeDelay(admitted);
    const fault = faults.takeOther(admitted);
    return delay
      ? parts.sleep(delay.milliseconds).then(() => serve(admitted, fault))
      : serve(admitted, fault);
  }

  function serve(call: AdmittedCall, fault: OtherFault | undefined): Reply | Promise<Reply> {
    if (fault?.kind === 'code' && fault.item === undefined) throw new Refusal(fault.code, infoOf(fault));
    if (fault && fault.kind !== 'code' && !fault.carriedOut) {
      return breakReply(fault.kind, writeOk(call.operation, rules.successInfo, {}));
    }
    const request = checkShape(call);
    const { From_Account } = request.body;
    const account = findAccount(From_Account);
    if (request.operation === 'deleteFriends' && !parts.countDeletion(From_Account)) {
      refuse('DeletionFiltered', `too many deletions by ${From_Account} within a minute`);
    }
    const carryOutFor = (found: Account) => {
      const body = carryOut(request, found, call.clientIp, itemFaultOf(fault));
      return fault && fault.kind !== 'code' ? breakReply(fault.kind, body) : createReply(body);
    };
    const turn = parts.waitForTurn(From_Account);
    // While a write waits, the whole state can be replaced.
    return turn ? turn.then(() => carryOutFor(findAccount(From_Account))) : carryOutFor(account);
  }

  function findAccount(id: string): Account {
    return store.graph.get(id) ?? refuse('AccountNotFound');
  }

  /** Runs the operation, commits its changes, sends the webhook, and only then responds OK. */
  function carryOut(request: CheckedRequest, account: Account, clientIp: string, fault?: ItemFault): string {
    const { fields, changes } = run(request, account, fault);
    store.commit(changes);
    // deleteAllFriends ends friendships too, but fires no webhook.
    if (operations[request.operation].webhook) parts.notify(changes.pairs, clientIp);
    return writeOk(request.operation, rules.successInfo, fields);
  }

  function run({ operation, body }: CheckedRequest, account: Account, fault?: ItemFault): Outcome {
    switch (operation) {
      case 'deleteFriends':
        return deleteFriends(store.graph, account, body, rules, fault);
      case 'deleteAllFriends':
        return deleteAllFriends(store.graph, account, body);
      case 'deleteFriendLists':
        return deleteFriendLists(account, body, rules);
    }
  }

  return (call) => {
    const record = (reply: Reply) => {
      parts.calls.add({ time: parts.now(), call, reply });
      return reply;
    };
    try {
      const reply = handle(call);
      return reply instanceof Promise ? reply.catch(replyToError).then(record) : record(reply);
    } catch (error) {
      return record(replyToError(error));
    }
  };
}

function replyToError(error: unknown): Reply {
  return error instanceof Refusal
    ? createReply(writeFail(error.code, error.info))
    : createFailureReply(error);
}

function itemFaultOf(fault: OtherFault | undefined): ItemFault | undefined {
  return fault?.kind === 'code' ? { ...fault, info: infoOf(fault) } : undefined;
}

function breakReply(kind: TransportFault['kind'], body: string): Reply {
  if (kind === 'bad-gateway') return createBadGateway();
  return createReply(body, kind === 'drop' ? 'never' : 'half');
}
