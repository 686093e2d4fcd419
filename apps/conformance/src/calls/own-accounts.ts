import { limits } from '@chat-sns/spec';

/** A step would touch an account that the run does not own. */
export class ForeignAccount extends Error {}

/**
 * The last guard before a real service: an account that could exist is sent only if its name begins with the run's
 * prefix, after that of a chatbot where it is one. Only what no page allows as a UserID can name nobody: another type,
 * an empty string, or one of more than 32 bytes.
 * @throws {ForeignAccount}
 */
export function refuseForeignAccounts(body: unknown, prefix: string): void {
  for (const account of accountsIn(body)) {
    if (typeof account !== 'string' || account === '') continue;
    if (Buffer.byteLength(account) > limits.userIdLength) continue;
    if (account.replace(/^@RBT#/, '').startsWith(prefix)) continue;
    throw new ForeignAccount(
      `Stopped before a request: it names the account ${account}, which does not begin with ${prefix}`,
    );
  }
}

const fields = new Set(['From_Account', 'To_Account', 'UserID']);

function accountsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    fields.has(key) ? leavesOf(entry) : accountsIn(entry),
  );
}

function leavesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}
