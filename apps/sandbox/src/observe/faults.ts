import * as validators from 'virtual:validators';
import { type OperationId, operations } from '@chat-sns/spec';
import type { AdmittedCall } from '../gateway/admit.ts';
import { findEntry } from '../refusal.ts';
import { describeViolation } from '../violation.ts';

interface Target {
  /** Operation to fail; any when absent. */
  readonly operation?: OperationId;
  /** From_Account to fail; any when absent. */
  readonly account?: string;
  /** Number of calls to fail; 1 when absent. */
  readonly count?: number;
}

/** Responds with a code: for the whole request or, with `item`, for that To_Account, which stays a friend. */
export interface CodeFault extends Target {
  readonly kind: 'code';
  readonly code: number;
  readonly item?: string;
  /** ErrorInfo or ResultInfo; the catalogue's when absent. */
  readonly info?: string;
}

/** Waits before the call is carried out. The call takes one other fault as well. */
export interface DelayFault extends Target {
  readonly kind: 'delay';
  readonly milliseconds: number;
}

/** Breaks the response: HTTP 502, a connection that closes without a response, or half a body. */
export interface TransportFault extends Target {
  readonly kind: 'bad-gateway' | 'drop' | 'truncate';
  /** Whether the deletion happens although the response is lost. Default: false. */
  readonly carriedOut?: boolean;
}

export type Fault = CodeFault | DelayFault | TransportFault;

export interface FaultQueue {
  /** Adds a fault at the end of the queue. @throws {InvalidFault} */
  add(fault: Fault): void;
  /** The faults that are left, each with the `count` that is left. */
  list(): readonly Fault[];
  clear(): void;
}

/** A fault that is malformed or could never occur. */
export class InvalidFault extends Error {}

/** Faults in the order in which they were added: each call takes at most one delay and one other. */
export function createFaultQueue() {
  let queue: Fault[] = [];

  function take<Kind extends Fault>(
    call: AdmittedCall,
    isKind: (fault: Fault) => fault is Kind,
  ): Kind | undefined {
    const index = queue.findIndex((fault) => isKind(fault) && matches(fault, call));
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

function matches(fault: Fault, { operation, accounts: { From_Account, To_Account } }: AdmittedCall): boolean {
  if (fault.operation && fault.operation !== operation) return false;
  if (fault.account && fault.account !== From_Account) return false;
  const { item } = fault as CodeFault;
  if (item === undefined) return true;
  return operations[operation].items !== null && Array.isArray(To_Account) && To_Account.includes(item);
}

function checkFault(fault: unknown): asserts fault is Fault {
  if (!validators.fault(fault)) {
    throw new InvalidFault(`fault${describeViolation(validators.fault.errors[0])}`);
  }
  // A fault of another kind has no levels, nor has a number that the catalogue does not list.
  const { code, item } = fault as CodeFault;
  const levels = findEntry(code)?.levels;
  if (!levels || levels.includes(item === undefined ? 'request' : 'item')) return;
  throw new InvalidFault(
    item === undefined
      ? `${code} occurs only in a ResultItem: name its To_Account in "item"`
      : `${code} occurs only for a whole request: remove "item"`,
  );
}

/** The ErrorInfo or ResultInfo of a fault: its own, or the one that the catalogue knows for its level. */
export function infoOf({ code, info, item }: CodeFault): string {
  if (info !== undefined) return info;
  const entry = findEntry(code);
  // An ErrorInfo seen for a whole request says nothing about the ResultInfo of one account.
  const seenElsewhere = item !== undefined && entry?.levels.includes('request');
  return seenElsewhere ? '' : (entry?.info?.text ?? '');
}
