import { errorCatalogue, type OperationId } from '@chat-sns/spec';
import { type Check, maskViolation, type ReportedViolation } from './report.ts';

/** A violation, however often it was found. Positions in a list are written as `*`. */
export interface CountedViolation extends ReportedViolation {
  /** Absent when the contract has no such path. */
  operation?: OperationId;
  count: number;
}

/** What a proxy has seen so far. */
export interface ProxySummary {
  /** Forwarded calls. */
  calls: number;
  /** How many of them broke the contract. */
  violating: number;
  /** How many requests and responses were checked. An operation without a call is absent. */
  checked: Partial<Record<OperationId, { requests: number; responses: number }>>;
  /** Each violation once, the first one found first. */
  violations: CountedViolation[];
}

/** Counts calls and violations. */
export function createSummary() {
  let [calls, violating] = [0, 0];
  const checked: ProxySummary['checked'] = {};
  const violations = new Map<string, CountedViolation>();
  return {
    add({ request, operation, violations: found }: Check, reached: boolean): void {
      calls += 1;
      if (found.length > 0) violating += 1;
      if (operation) {
        checked[operation] ??= { requests: 0, responses: 0 };
        checked[operation].requests += 1;
        if (reached) checked[operation].responses += 1;
      }
      for (const violation of found) {
        const { at, message, ...rest } = maskViolation(violation, request);
        const one = { ...(operation && { operation }), ...rest, at: general(at), message: general(message) };
        const key = JSON.stringify(one);
        violations.set(key, { ...one, count: (violations.get(key)?.count ?? 0) + 1 });
      }
    },
    read: (): ProxySummary =>
      structuredClone({ calls, violating, checked, violations: [...violations.values()] }),
  };
}

/** The text with `*` for each position in a list; decimal fractions stay. */
const general = (text: string) => text.replace(/(?<!\d)\.\d+(?=[.\s]|$)/g, '.*');

/** Exit codes by verdict. They are far from those of test runners, whose own exit code is passed on. */
export const exitCodes = { kept: 0, violated: 65, 'nothing checked': 66 } as const;

/** Whether what a proxy has seen keeps the contract. Without a checked response nothing is known. */
export function judge({ violating, checked }: ProxySummary): keyof typeof exitCodes {
  if (violating > 0) return 'violated';
  return Object.values(checked).some(({ responses }) => responses > 0) ? 'kept' : 'nothing checked';
}

/** Each violation with what to do about it, two lines for each. */
export function linesOfViolations(violations: readonly CountedViolation[]): string[] {
  return violations.flatMap((violation) => {
    const { operation = 'another path', side, at, message, count } = violation;
    const times = count === 1 ? '' : ` (${count} times)`;
    return [`${operation} ${side} ${at}: ${message}${times}`, `  ${fixOf(violation)}`];
  });
}

function fixOf({ side, code }: CountedViolation): string {
  if (side === 'response')
    return 'Fix: correct the server behind the proxy. If it is the service itself, the contract is wrong.';
  const entry = errorCatalogue.find((one) => one.code === code);
  if (!entry) return 'The request could not be checked, which is a bug of the proxy.';
  return `The mock responds with ${entry.code} ${entry.title}. Fix: ${entry.action}`;
}

/** How many calls there were, in one line. */
export function totalsOf({ calls, violating, checked }: ProxySummary): string {
  const known = Object.values(checked).reduce((sum, { requests }) => sum + requests, 0);
  const others = calls === known ? '' : `, ${calls - known} not checked: the contract has no such path`;
  return `${calls} ${calls === 1 ? 'call' : 'calls'} forwarded, ${violating} of them with violations${others}`;
}
