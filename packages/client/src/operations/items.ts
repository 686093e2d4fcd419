import { findError, isDone } from '../contract.ts';
import { isRecord } from '../envelope.ts';
import type { FailedAccount } from '../outcomes.ts';

/** The result of one account, as a response has it. */
interface Item {
  To_Account?: unknown;
  ResultCode: number;
  ResultInfo?: unknown;
}

/** The items of a response, by the accounts of its request. */
interface Matched {
  /** The item of each account, at the account's place in the request. */
  counted: readonly (Item | undefined)[];
  unexpected: unknown[];
}

/** Matches items by account and not by position. Where items contradict each other, the worse one counts. */
export function matchItems(value: unknown, accounts: readonly string[]): Matched {
  const items: unknown[] = Array.isArray(value) ? value : [];
  if (isInOrder(items, accounts)) return { counted: items, unexpected: [] };
  const counted = new Map<unknown, Item | undefined>();
  for (const account of accounts) counted.set(account, undefined);
  const unexpected: unknown[] = [];
  for (const item of items) {
    if (!isItem(item) || !counted.has(item.To_Account)) {
      unexpected.push(item);
      continue;
    }
    const earlier = counted.get(item.To_Account);
    const isWorse = !earlier || rankSeverity(item) > rankSeverity(earlier);
    if (isWorse) counted.set(item.To_Account, item);
    if (earlier) unexpected.push(isWorse ? earlier : item);
  }
  return { counted: [...counted.values()], unexpected };
}

/** Whether each account has its one item at its own place, as usual: then nothing has to be looked up. */
const isInOrder = (items: unknown[], accounts: readonly string[]): items is Item[] =>
  items.length === accounts.length &&
  items.every((item, place) => isItem(item) && item.To_Account === accounts[place]);

const rankSeverity = ({ ResultCode: code }: Item) => (code === 0 ? 0 : isDone(code) ? 1 : 2);

const isItem = (item: unknown): item is Item => isRecord(item) && Number.isInteger(item.ResultCode);

export function readFailure(account: string, { ResultCode: code, ResultInfo: info }: Item): FailedAccount {
  const { title, retry } = findError(code);
  const retryable = retry !== 'never' && retry !== 're-sign';
  return { account, code, title, info: typeof info === 'string' ? info : '', retryable };
}
