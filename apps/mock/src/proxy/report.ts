import type { OperationId } from '@chat-sns/spec';
import { maskTarget, maskText } from '../http/mask.ts';
import type { HttpRequest, HttpResponse } from '../http/request.ts';

/** One place where a call breaks the contract. */
export interface ReportedViolation {
  side: 'request' | 'response';
  /** Dotted path, as in `body.To_Account.3` or `query.random`. */
  at: string;
  message: string;
  /** For a request: the code that the mock responds with. */
  code?: number;
}

/** A forwarded call with its violations. Without an operation, the path is not in the contract. */
export interface Check {
  request: HttpRequest;
  operation: OperationId | undefined;
  response: HttpResponse;
  violations: ReportedViolation[];
  /** Codes of the response that the contract does not list. They violate nothing. */
  unlisted: readonly number[];
}

const maxHeader = 4096;

/** Lines for the log: one for the call, one for each violation. */
export function linesOf(check: Check, ms: number): string[] {
  const { request, response, violations } = check;
  const { method, path, query } = request;
  const call = `${method} ${maskTarget(path, query)} ${response.status} ${verdictOf(check)} ${ms.toFixed(1)} ms`;
  return [call, ...violations.map((violation) => `  ${describe(violation, request)}`)];
}

function verdictOf({ operation, violations: { length: count }, unlisted }: Check) {
  if (!operation) return 'not checked, the contract has no such path';
  const verdict = count === 0 ? 'conforms' : count === 1 ? '1 violation' : `${count} violations`;
  return [verdict, ...unlisted.map((code) => `unlisted code ${code}`)].join(', ');
}

function describe(violation: ReportedViolation, request: HttpRequest) {
  const { side, at, message, code } = maskViolation(violation, request);
  return `${side} ${at}: ${message}${code === undefined ? '' : ` (the mock responds with ${code})`}`;
}

/** The violations as a header: a JSON array in ASCII, cut after whole entries at 4 KiB. Absent when there are none. */
export function violationsHeader({ request, violations }: Check): Record<string, string> {
  if (violations.length === 0) return {};
  let list = '';
  for (const violation of violations) {
    const longer = [...(list ? [list] : []), asciiJson(violation, request)].join(',');
    if (longer.length > maxHeader) break;
    list = longer;
  }
  return {
    'chat-sns-violations': `[${list}]`,
    'chat-sns-violation-count': String(violations.length),
  };
}

function asciiJson(violation: ReportedViolation, request: HttpRequest) {
  const json = JSON.stringify(maskViolation(violation, request));
  return json.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** No message is known to repeat a value of the query; the usersig is masked all the same. */
export function maskViolation(violation: ReportedViolation, { query }: HttpRequest): ReportedViolation {
  const secrets = [query.usersig ?? []].flat().filter((secret) => secret.length > 3);
  const maskAll = (text: string) =>
    secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), maskText(text));
  return { ...violation, at: maskAll(violation.at), message: maskAll(violation.message) };
}
