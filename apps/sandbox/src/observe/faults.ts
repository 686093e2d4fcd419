import * as validators from 'virtual:validators';
import type { OperationId } from '@chat-sns/spec';
import type { AdmittedCall } from '../gateway/admit.ts';
import { findEntry } from '../refusal.ts';

interface Target {
  /** Operation that is hit; any when absent. */
  readonly operation?: OperationId;
  /** From_Account that is hit; any when absent. */
  readonly account?: string;
  /** How many calls are hit; 1 when absent. */
  readonly count?: number;
}

/** Answers a code, for the whole request or, with `item`, for that To_Account, whose friendship is then kept. */
export interface CodeFault extends Target {
  readonly kind: 'code';
  readonly code: number;
  readonly item?: string;
  /** Text of the failure; that of the catalogue when absent. */
  readonly info?: string;
}

/** Waits before the call is carried out. The next fault in the queue can hit the same call. */
export interface DelayFault extends Target {
  readonly kind: 'delay';
  readonly milliseconds: number;
}

/** Spoils the answer: HTTP 502, a connection that drops without one, or half a body. */
export interface TransportFault extends Target {
  readonly kind: 'bad-gateway' | 'drop' | 'truncate';
  /** Whether the deletion happens before the answer is lost; it does not when absent. */
  readonly carriedOut?: boolean;
}

export type Fault = CodeFault | DelayFault | TransportFault;

export interface FaultQueue {
  /** Adds a fault behind the ones already there. @throws {InvalidFault} */
  add(fault: Fault): void;
  /** Faults that have not hit all their calls yet, `count` being what is left. */
  list(): readonly Fault[];
  clear(): void;
}

/** A fault that could never show, or that the queue does not understand. */
export class InvalidFault extends Error {}

/** Faults in the order of their arrival: each call takes at most one delay and one other. */
export function createFaultQueue() {
  let queue: Fault[] = [];

  function take<Kind extends Fault>(
    call: AdmittedCall,
    isKind: (fault: Fault) => fault is Kind,
  ): Kind | undefined {
    const index = queue.findIndex((fault) => isKind(fault) && hits(fault, call));
    const fault = queue[index];
    if (!fault || !isKind(fault)) return undefined;
    const left = (fault.count ?? 1) - 1;
    queue = left > 0 ? queue.with(index, { ...fault, count: left }) : queue.toSpliced(index, 1);
    return fault;
  }

  return {
    add(fault: Fault) {
      checkFault(fault);
      queue.push(fault);
    },
    list: (): readonly Fault[] => [...queue],
    clear() {
      queue = [];
    },
    takeDelay: (call: AdmittedCall) => take(call, (fault) => fault.kind === 'delay'),
    takeOther: (call: AdmittedCall) => take(call, (fault) => fault.kind !== 'delay'),
  };
}

function hits(fault: Fault, { operation, accounts: { From_Account, To_Account } }: AdmittedCall): boolean {
  if (fault.operation && fault.operation !== operation) return false;
  if (fault.account && fault.account !== From_Account) return false;
  const { item } = fault as CodeFault;
  if (item === undefined) return true;
  return operation === 'deleteFriends' && Array.isArray(To_Account) && To_Account.includes(item);
}

function checkFault(fault: unknown): asserts fault is Fault {
  if (!validators.fault(fault)) {
    const [{ instancePath, message }] = validators.fault.errors;
    throw new InvalidFault(`fault${instancePath} ${message}`);
  }
  // Neither a fault of another kind nor a number that nobody has listed has levels.
  const { code, item } = fault as CodeFault;
  const levels = findEntry(code)?.levels;
  if (!levels || levels.includes(item === undefined ? 'request' : 'item')) return;
  throw new InvalidFault(
    item === undefined
      ? `${code} stands in a ResultItem only: name the To_Account in "item"`
      : `${code} fails a whole request only: leave "item" out`,
  );
}

/** String for the ErrorInfo or the ResultInfo: the fault's own, or the one that the catalogue knows for its level. */
export function infoOf({ code, info, item }: CodeFault): string {
  if (info !== undefined) return info;
  const entry = findEntry(code);
  // A text that was seen at the top level says nothing about the text for one account.
  const seenElsewhere = item !== undefined && entry?.levels.includes('request');
  return seenElsewhere ? '' : (entry?.info?.text ?? '');
}
