import type { Given } from './scenario.ts';

/** UserIDs of a scenario by their short names. */
export type Names = ReadonlyMap<string, string>;

/** Accounts to create, by UserID. The members of lists are UserIDs too, not short names. */
export type Seed = ReadonlyMap<string, SeedAccount>;

export interface SeedAccount {
  readonly friends: readonly string[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/**
 * Gives every account and stranger of a scenario a UserID that no other scenario and no other run uses. With a prefix
 * of at most 12 characters it stays under the 32 bytes that a UserID may have.
 */
export function nameAccounts({ accounts = {}, strangers = [] }: Given, prefix: string, index: number): Names {
  const tag = `${prefix}${index.toString(36).padStart(2, '0')}`;
  return new Map([...Object.keys(accounts), ...strangers].map((name) => [name, `${tag}-${name}`]));
}

export function userIdOf(names: Names, name: string): string {
  const id = names.get(name);
  if (id === undefined)
    throw new Error(`The scenario uses {${name}}, but its precondition declares no such account`);
  return id;
}

/** Whether a scenario proves nothing without its accounts. */
export const needsSeed = ({ accounts, seed }: Given) =>
  accounts !== undefined && Object.keys(accounts).length > 0 && seed !== 'optional';

/** The accounts of a precondition by UserID. */
export function seedOf({ accounts = {} }: Given, names: Names): Seed {
  const ids = (list: readonly string[] = []) => list.map((name) => userIdOf(names, name));
  return new Map(
    Object.entries(accounts).map(([name, { friends, lists = {} }]) => [
      userIdOf(names, name),
      {
        friends: ids(friends),
        lists: Object.fromEntries(Object.entries(lists).map(([list, members]) => [list, ids(members)])),
      },
    ]),
  );
}

/** Replaces `{name}` with the UserID in every string of a JSON value, and expands `$repeat`. */
export function fill(value: unknown, names: Names): unknown {
  if (typeof value === 'string')
    return value.replace(/\{([a-z][a-z0-9]*)\}/g, (_, name) => userIdOf(names, name));
  if (Array.isArray(value)) return value.map((entry) => fill(entry, names));
  if (typeof value !== 'object' || value === null) return value;
  if ('$repeat' in value && 'of' in value) return repeat(Number(value.$repeat), String(value.of), names);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry, names)]));
}

const repeat = (times: number, text: string, names: Names) =>
  Array.from({ length: times }, (_, index) => fill(text.replaceAll('{n}', String(index + 1)), names));

/** Turns UserIDs back into short names, so that reports do not depend on the run. */
export function unfill(text: string, names: Names): string {
  return [...names]
    .sort(([, a], [, b]) => b.length - a.length)
    .reduce((result, [name, id]) => result.replaceAll(id, name), text);
}
