import type { Given } from './scenario.ts';

/** UserIDs of a scenario by their short names. */
export type Names = ReadonlyMap<string, string>;

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
  if (id === undefined) throw new Error(`The scenario names {${name}}, which its precondition does not have`);
  return id;
}

/** Replaces `{name}` by the UserID in every text of a JSON value, and unfolds `$repeat`. */
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

/** Turns UserIDs in a text back into short names, so that reports do not depend on the run. */
export function unfill(text: string, names: Names): string {
  return [...names]
    .sort(([, a], [, b]) => b.length - a.length)
    .reduce((result, [name, id]) => result.replaceAll(id, name), text);
}
