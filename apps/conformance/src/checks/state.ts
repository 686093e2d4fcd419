import type { ReadBack } from '../adapters/adapter.ts';
import { type Names, userIdOf } from '../scenarios/names.ts';
import type { Expectations } from '../scenarios/scenario.ts';
import { expectThat, holds, show, type Verdict } from './verdict.ts';

/** Compares the friends of accounts with what the server really holds. Their order does not count. */
export async function checkFriends(
  wanted: Expectations['friends'],
  names: Names,
  readBack: ReadBack,
): Promise<Verdict> {
  for (const [name, friends] of Object.entries(wanted)) {
    const expected = friends.map((friend) => userIdOf(names, friend)).sort();
    const found = (await readBack.friends(userIdOf(names, name))).toSorted();
    if (show(found) !== show(expected)) return differ(`friends of ${name}`, expected, found);
  }
  return holds;
}

/** Compares all lists of accounts and their members. Neither order counts. */
export async function checkLists(
  wanted: Expectations['lists'],
  names: Names,
  readBack: ReadBack,
): Promise<Verdict> {
  for (const [name, lists] of Object.entries(wanted)) {
    const expected = sortLists(
      Object.entries(lists).map(([list, members]) => [
        list,
        members.map((member) => userIdOf(names, member)),
      ]),
    );
    const found = sortLists(Object.entries(await readBack.lists(userIdOf(names, name))));
    if (show(found) !== show(expected)) return differ(`lists of ${name}`, expected, found);
  }
  return holds;
}

const differ = (what: string, expected: unknown, found: unknown) =>
  expectThat(false, `${what} to be ${show(expected)}`, show(found));

const sortLists = (lists: [string, readonly string[]][]) =>
  Object.fromEntries(lists.map(([list, members]) => [list, [...members].sort()] as const).sort(byName));

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);
