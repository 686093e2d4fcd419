import type { Seed } from '../adapters/adapter.ts';
import { type Names, userIdOf } from '../scenarios/names.ts';
import type { Given } from '../scenarios/scenario.ts';

/** Whether a scenario says nothing without its accounts. */
export const needsSeed = ({ accounts, seed }: Given) =>
  accounts !== undefined && Object.keys(accounts).length > 0 && seed !== 'optional';

/** The accounts of a precondition under their UserIDs. */
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
