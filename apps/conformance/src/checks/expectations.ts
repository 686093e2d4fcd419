import { type Names, userIdOf } from '../scenarios/names.ts';
import type { Codes, Expectations } from '../scenarios/scenario.ts';
import { type Envelope, type Item, itemsOf } from './envelope.ts';
import { expectThat, holds, show, type Verdict } from './verdict.ts';

/** What the deciders look at besides the answer itself. */
export interface Seen {
  readonly envelope: Envelope;
  readonly names: Names;
  /** Answers of earlier steps by their names. */
  readonly earlier: ReadonlyMap<string, Envelope>;
  readonly summary: string;
}

type AnswerExpectations = Omit<Expectations, 'friends' | 'lists'>;
type Deciders = {
  readonly [Kind in keyof AnswerExpectations]: (wanted: Expectations[Kind], seen: Seen) => Verdict;
};

/** How each expectation about an answer is decided. */
export const deciders: Deciders = {
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

// Without any items the answer itself says more.
const gotItems = (found: readonly unknown[], { summary }: Seen) => (found.length > 0 ? show(found) : summary);

function all<Entry>(entries: readonly Entry[], decide: (entry: Entry) => Verdict): Verdict {
  return entries.map(decide).find((verdict) => verdict !== holds) ?? holds;
}
