import type { ReadBack } from '../adapters/adapter.ts';
import { type Names, userIdOf } from '../scenarios/accounts.ts';
import type { Claim, Codes, Expectations } from '../scenarios/scenario.ts';
import { type Envelope, type Item, itemsOf } from './envelope.ts';
import { expectThat, holds, show, type Verdict } from './verdict.ts';

/** What claims are decided by: the response, earlier responses and the names of the accounts. */
export interface Seen {
  readonly envelope: Envelope;
  readonly names: Names;
  /** Responses of earlier steps by the names of the steps. */
  readonly earlier: ReadonlyMap<string, Envelope>;
  readonly summary: string;
}

/** Decides a claim of a step by the one expectation that it has. */
export async function decide(claim: Claim, seen: Seen, readBack: ReadBack | undefined): Promise<Verdict> {
  if (claim.when !== undefined && seen.envelope.ActionStatus !== claim.when) {
    return { unchecked: `ActionStatus is not ${claim.when}` };
  }
  if (claim.friends || claim.lists) {
    if (!readBack) return { unchecked: 'state cannot be read back; see --adapter' };
    if (claim.friends) return checkFriends(claim.friends, seen.names, readBack);
    if (claim.lists) return checkLists(claim.lists, seen.names, readBack);
  }
  for (const kind of Object.keys(deciders) as (keyof typeof deciders)[]) {
    const wanted = claim[kind];
    if (wanted !== undefined)
      return (deciders[kind] as (wanted: unknown, seen: Seen) => Verdict)(wanted, seen);
  }
  throw new Error(`The claim "${claim.claim}" has no expectation`);
}

type ResponseExpectations = Omit<Expectations, 'friends' | 'lists'>;
type Deciders = {
  readonly [Kind in keyof ResponseExpectations]: (wanted: Expectations[Kind], seen: Seen) => Verdict;
};

/** Decides each kind of expectation about a response. */
const deciders: Deciders = {
  code: (wanted, { envelope, summary }) =>
    expectThat(isOneOf(envelope.ErrorCode, wanted), `ErrorCode ${list(wanted)}`, summary),

  refused: (_, { envelope, summary }) =>
    expectThat(envelope.ActionStatus === 'FAIL' && envelope.ErrorCode !== 0, 'FAIL with a code', summary),

  info: (wanted, { envelope }) =>
    expectThat(envelope.ErrorInfo === wanted, `ErrorInfo ${show(wanted)}`, show(envelope.ErrorInfo)),

  items: (wanted, seen) =>
    all(Object.entries(wanted), ([name, codes]) => {
      const found = itemsFor(name, seen).map(({ ResultCode }) => ResultCode);
      const right = (code: unknown) =>
        codes === 'refused' ? Number.isInteger(code) && code !== 0 : isOneOf(code, codes);
      const expected = codes === 'refused' ? 'a code other than 0' : `ResultCode ${list(codes)}`;
      return expectThat(
        found.length > 0 && found.every(right),
        `${expected} for ${name}`,
        gotItems(found, seen),
      );
    }),

  itemCodes: (wanted, seen) => {
    const found = itemsOf(seen.envelope).map(({ ResultCode }) => ResultCode);
    return expectThat(show(found) === show(wanted), `ResultCodes ${show(wanted)}`, gotItems(found, seen));
  },

  itemInfo: (wanted, seen) =>
    all(Object.entries(wanted), ([name, text]) => {
      const found = itemsFor(name, seen).map(({ ResultInfo }) => ResultInfo);
      const right = found.length > 0 && found.every((info) => info === text);
      return expectThat(right, `ResultInfo ${show(text)} for ${name}`, gotItems(found, seen));
    }),

  order: (wanted, seen) => {
    const expected = wanted.map((name) => userIdOf(seen.names, name));
    const found = itemsOf(seen.envelope).map(({ To_Account }) => To_Account);
    return expectThat(show(found) === show(expected), `items for ${show(expected)}`, gotItems(found, seen));
  },

  absent: (wanted, { envelope }) =>
    all(wanted, (field) =>
      expectThat(!Object.hasOwn(envelope, field), `no ${field}`, show(Reflect.get(envelope, field))),
    ),

  sequence: ({ after, by }, { envelope, earlier }) => {
    const before = earlier.get(after)?.CurrentSequence;
    const now = envelope.CurrentSequence;
    const expected = by === undefined ? `more than ${show(before)}` : `${show(before)} plus ${by}`;
    if (typeof before !== 'number' || typeof now !== 'number') return expectThat(false, expected, show(now));
    return expectThat(by === undefined ? now > before : now === before + by, expected, String(now));
  },

  note: (_, { summary }) => ({ holds: true, noted: summary }),
};

const isOneOf = (code: unknown, wanted: Codes) => [wanted].flat().some((candidate) => candidate === code);
const list = (codes: Codes) => [codes].flat().join(' or ');

const itemsFor = (name: string, { envelope, names }: Seen): Item[] =>
  itemsOf(envelope).filter(({ To_Account }) => To_Account === userIdOf(names, name));

// Without any items the whole response says more.
const gotItems = (found: readonly unknown[], { summary }: Seen) => (found.length > 0 ? show(found) : summary);

function all<Entry>(entries: readonly Entry[], decide: (entry: Entry) => Verdict): Verdict {
  return entries.map(decide).find((verdict) => verdict !== holds) ?? holds;
}

/** Compares the friends of accounts with what the server has. Order does not matter. */
async function checkFriends(
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

/** Compares all lists of accounts and their members. Order does not matter in either. */
async function checkLists(wanted: Expectations['lists'], names: Names, readBack: ReadBack): Promise<Verdict> {
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
