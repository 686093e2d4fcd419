import type { OperationId } from '@chat-sns/spec';
import { maskTarget, maskText } from '../http/mask.ts';
import type { Received, Reply } from '../http/request.ts';

/** One place where a call breaks the contract. */
export interface SideViolation {
  side: 'request' | 'response';
  /** Dotted path, as in `body.To_Account.3` or `query.random`. */
  at: string;
  message: string;
  /** For a request: the code that the mock would answer. */
  code?: number;
}

/** A forwarded call with what was found. Without an operation the path is none of the contract's. */
export interface Check {
  received: Received;
  operation: OperationId | undefined;
  reply: Reply;
  violations: SideViolation[];
}

const maxHeader = 4096;

/** Lines for the log: one for the call, one for each violation. */
export function linesOf({ received, operation, reply, violations }: Check, ms: number): string[] {
  const { method, path, query } = received;
  const found = violations.length === 1 ? '1 violation' : `${violations.length} violations`;
  const verdict = operation
    ? violations.length > 0
      ? found
      : 'conforms'
    : 'not checked, the contract has no such path';
  const call = `${method} ${maskTarget(path, query)} ${reply.status} ${verdict} ${ms.toFixed(1)} ms`;
  return [call, ...violations.map((violation) => `  ${sentence(violation, received)}`)];
}

function sentence({ side, at, message, code }: SideViolation, received: Received) {
  return withoutSecret(
    `${side} ${at}: ${message}${code === undefined ? '' : ` (the mock answers ${code})`}`,
    received,
  );
}

/** The violations as a header: a JSON array in ASCII, cut after whole entries at 4 KiB. Absent when there are none. */
export function violationsHeader({ received, violations }: Check): Record<string, string> {
  if (violations.length === 0) return {};
  const kept = violations.map((violation) => asciiJson(violation, received));
  while (kept.join(',').length > maxHeader) kept.pop();
  return {
    'chat-sns-violations': `[${kept.join(',')}]`,
    'chat-sns-violation-count': String(violations.length),
  };
}

function asciiJson(violation: SideViolation, received: Received) {
  const json = withoutSecret(JSON.stringify(violation), received);
  return json.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** No message is known to repeat a value of the query; the usersig is taken out all the same. */
function withoutSecret(text: string, { query }: Received) {
  const secrets = [query.usersig ?? []].flat().filter((secret) => secret.length > 3);
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), maskText(text));
}
