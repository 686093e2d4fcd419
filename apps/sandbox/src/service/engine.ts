import type { Call, Reply } from '../call.ts';
import { type AdmittedCall, admit, type Gateway } from '../gateway/admit.ts';
import type { createCallLog } from '../observe/calls.ts';
import type { CodeFault, createFaultQueue, DelayFault, Fault, TransportFault } from '../observe/faults.ts';
import { findEntry, Refusal, refuse } from '../refusal.ts';
import { carryOut, findAccount, type Service } from './carry-out.ts';
import { type CheckedRequest, checkShape } from './check-shape.ts';
import { answer, badGateway, bug, writeFail, writeOk } from './envelope.ts';
import type { ItemFault } from './operations/deleteFriends.ts';

export interface EngineParts {
  readonly gateway: Gateway;
  readonly service: Service;
  readonly faults: ReturnType<typeof createFaultQueue>;
  readonly calls: ReturnType<typeof createCallLog>;
  /** Counts a deletion of friends by an account; false when it is one too many. */
  readonly countDeletion: (account: string) => boolean;
  readonly waitForTurn: (account: string) => Promise<void> | undefined;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
}

/** Answers a call: at once, unless a fault delays it or a write has to wait for another one. */
export type Engine = (call: Call) => Reply | Promise<Reply>;

type OtherFault = Exclude<Fault, DelayFault>;

export function createEngine(parts: EngineParts): Engine {
  const { gateway, service, faults } = parts;

  function handle(call: Call): Reply | Promise<Reply> {
    const admitted = admit(call, gateway);
    const delay = faults.takeDelay(admitted);
    const fault = faults.takeOther(admitted);
    return after(delay && parts.sleep(delay.milliseconds), () => serve(admitted, fault));
  }

  function serve(admitted: AdmittedCall, fault: OtherFault | undefined): Reply | Promise<Reply> {
    if (fault?.kind === 'code' && fault.item === undefined) throw new Refusal(fault.code, textOf(fault));
    if (fault && fault.kind !== 'code' && !fault.carriedOut) {
      return spoil(fault.kind, writeOk(admitted.operation, service.rules.successInfo, {}));
    }
    const request = checkRequest(admitted);
    return after(parts.waitForTurn(request.body.From_Account), () => {
      const body = carryOut(request, service, admitted.clientIp, itemFaultOf(fault));
      return fault && fault.kind !== 'code' ? spoil(fault.kind, body) : answer(body);
    });
  }

  function checkRequest({ operation, json }: AdmittedCall): CheckedRequest {
    const request = checkShape(operation, json);
    const account = request.body.From_Account;
    findAccount(service.store.graph, account);
    if (operation === 'deleteFriends' && !parts.countDeletion(account)) {
      refuse('DeletionFiltered', `too many deletions by ${account} within a minute`);
    }
    return request;
  }

  return (call) => {
    const record = (reply: Reply) => {
      parts.calls.add({ time: parts.now(), call, reply });
      return reply;
    };
    try {
      const reply = handle(call);
      return reply instanceof Promise ? reply.catch(explain).then(record) : record(reply);
    } catch (error) {
      return record(explain(error));
    }
  };
}

function after<Result>(
  wait: Promise<void> | undefined,
  next: () => Result,
): Result | Promise<Awaited<Result>> {
  return wait ? (wait.then(next) as Promise<Awaited<Result>>) : next();
}

function explain(error: unknown): Reply {
  return error instanceof Refusal ? answer(writeFail(error.code, error.info)) : bug(error);
}

function itemFaultOf(fault: OtherFault | undefined): ItemFault | undefined {
  return fault?.kind === 'code' ? { ...fault, info: textOf(fault) } : undefined;
}

function spoil(kind: TransportFault['kind'], body: string): Reply {
  if (kind === 'bad-gateway') return badGateway();
  return answer(body, kind === 'drop' ? 'never' : 'half');
}

function textOf({ code, info, item }: CodeFault): string {
  if (info !== undefined) return info;
  const entry = findEntry(code);
  // A text that was seen at the top level says nothing about the text for one account.
  const seenElsewhere = item !== undefined && entry?.levels.includes('request');
  return seenElsewhere ? '' : (entry?.info?.text ?? '');
}
