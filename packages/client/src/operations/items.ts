import { findError, isDone } from '../contract.ts';
import { isRecord } from '../envelope.ts';
import type { FailedAccount } from '../outcomes.ts';

/** The result of one account, as a response has it. */
interface Item {
  To_Account?: unknown;
  ResultCode: number;
  ResultInfo?: unknown;
}

/** Matches items by account and not by position. Where items contradict each other, the worse one counts. */
export function matchItems(items: unknown, accounts: Set<unknown>) {
  const counted = new Map<unknown, Item>();
  const unexpected: unknown[] = [];
  for (const item of Array.isArray(items) ? items : []) {
    if (!isItem(item) || !accounts.has(item.To_Account)) {
      unexpected.push(item);
      continue;
    }
    const earlier = counted.get(item.To_Account);
    const isWorse = !earlier || rankSeverity(item) > rankSeverity(earlier);
    if (isWorse) counted.set(item.To_Account, item);
    if (earlier) unexpected.push(isWorse ? earlier : item);
  }
  return { counted, unexpected };
}

const rankSeverity = ({ ResultCode: code }: Item) => (code === 0 ? 0 : isDone(code) ? 1 : 2);

const isItem = (item: unknown): item is Item => isRecord(item) && Number.isInteger(item.ResultCode);

export function readFailure(account: string, { ResultCode: code, ResultInfo: info }: Item): FailedAccount {
  const { title, retry } = findError(code);
  const retryable = retry !== 'never' && retry !== 're-sign';
  return { account, code, title, info: typeof info === 'string' ? info : '', retryable };
}
