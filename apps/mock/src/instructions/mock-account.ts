import type { OperationId } from '@chat-sns/spec';
import { codesOf, listCodes } from './codes.ts';
import type { Instruction } from './instruction.ts';

function codeIn(account: unknown) {
  if (typeof account !== 'string' || !account.startsWith('mock-')) return undefined;
  const digits = /^mock-([1-9]\d*)$/.exec(account)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Reads accounts named `mock-<code>`. As `From_Account` the code fails the whole request. In `To_Account` a code that
 * belongs to single accounts is left to {@link itemAnswer}, and one that only whole requests have fails the request.
 */
export function readAccounts(operation: OperationId, body: unknown): Instruction {
  const { From_Account: from, To_Account: to } = Object(body) as Record<string, unknown>;
  const { request, item } = codesOf(operation);
  const code = codeIn(from);
  if (code !== undefined) {
    const exampleKey = request.get(code);
    if (exampleKey) return { exampleKey };
    const hint = item.has(code) ? ` Single accounts have it: name one of To_Account mock-${code}.` : '';
    return refuse(
      `From_Account mock-${code}: no request of ${operation} fails with ${code}.${hint}`,
      listCodes(request),
    );
  }
  for (const account of Array.isArray(to) ? to : []) {
    const wanted = codeIn(account);
    if (wanted === undefined || item.has(wanted)) continue;
    const exampleKey = request.get(wanted);
    if (exampleKey) return { exampleKey };
    return refuse(`To_Account mock-${wanted}: ${operation} answers no such code.`, listCodes(item, request));
  }
  return {};
}

const refuse = (problem: string, valid: string) => ({ refused: `mock: ${problem} Valid: ${valid}` });

/** Code and text for an account named `mock-<code>`, nothing for any other. */
export function itemAnswer(operation: OperationId, account: string) {
  const code = codeIn(account);
  const found = code === undefined ? undefined : codesOf(operation).item.get(code);
  return code !== undefined && found ? { ResultCode: code, ResultInfo: found.info } : undefined;
}
