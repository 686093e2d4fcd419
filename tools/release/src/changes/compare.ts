import { isDeepStrictEqual } from 'node:util';
import type { Contract, Json } from '../contract.ts';
import { type Fact, type Facts, factsOf } from './facts.ts';
import { type Impact, judge, type Move } from './rules.ts';

/** One difference between two contracts, in words that a consumer understands. */
export interface Change {
  key: string;
  impact: Impact;
  words: string;
}

export const impacts: Impact[] = ['breaking', 'addition', 'correction', 'text'];

/** Every change from one contract to another, the gravest first. */
export function compareContracts(from: Contract, to: Contract): Change[] {
  return compareFacts(factsOf(from), factsOf(to));
}

export function compareFacts(before: Facts, after: Facts): Change[] {
  const changes = [
    ...[...before].flatMap(([key, fact]) => {
      const now = after.get(key);
      if (!now) return describe(key, fact, { how: 'removed' }, after);
      if (isDeepStrictEqual(now.value, fact.value)) return [];
      return describe(key, now, { how: 'changed', from: fact.value, to: now.value }, after);
    }),
    ...[...after].flatMap(([key, fact]) =>
      before.has(key) ? [] : describe(key, fact, { how: 'added' }, before),
    ),
  ];
  const visible = renumbered(changes.filter(({ key }) => !hasMovedParent(key, before, after)));
  return visible.sort((a, b) => impacts.indexOf(a.impact) - impacts.indexOf(b.impact));
}

function describe(key: string, fact: Fact, move: Move, other: Facts): Change[] {
  // What only one side has is told once, at the top; `required` follows from the field.
  if (move.how !== 'changed' && fact.kind === 'required' && !other.has(presenceOf(key))) return [];
  return [{ key, impact: judge(fact.kind, move, fact.direction), words: inWords(key, fact, move) }];
}

const presenceOf = (key: string) => `${key.slice(0, key.lastIndexOf(': '))}: present`;

/** Whether something that holds this fact came or went as a whole, so that the fact need not be told. */
function hasMovedParent(key: string, before: Facts, after: Facts): boolean {
  for (const end of parentEnds(key)) {
    const presence = `${key.slice(0, end)}: present`;
    if (presence !== key && before.has(presence) !== after.has(presence)) return true;
  }
  return false;
}

function* parentEnds(key: string): Generator<number> {
  for (const { index } of key.matchAll(/[.:[ /]/g)) yield index;
}

/** A code that vanishes while another takes its title was renumbered: say so, in place of two changes. */
function renumbered(changes: Change[]): Change[] {
  const moved = (how: string) =>
    changes.flatMap((change) => {
      const match = change.words.match(new RegExp(`^error code (\\d+) \\((\\w+)\\) was ${how}`));
      return match ? [{ change, code: match[1] ?? '', title: match[2] ?? '' }] : [];
    });
  const added = moved('added');
  return moved('removed').reduce((kept, { change, code, title }) => {
    const twin = added.find((candidate) => candidate.title === title);
    if (!twin) return kept;
    const words = `error code ${code} (${title}) was renumbered to ${twin.code}`;
    return [...kept.filter((one) => one !== change && one !== twin.change), { ...change, words }];
  }, changes);
}

const show = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));

function inWords(key: string, fact: Fact, move: Move): string {
  const [subject = key, aspect = ''] = splitAtLast(key);
  if (move.how === 'changed') {
    if (fact.kind === 'text') return `${subject}: the ${aspect} was reworded`;
    if (fact.kind === 'example-value') return `${subject}: its value was changed`;
    if (fact.kind === 'required') {
      return move.to ? `${subject} became required` : `${subject} is no longer required`;
    }
    return `${subject}: ${aspect} is ${show(move.to)}, was ${show(move.from)}`;
  }
  const name = fact.kind === 'code' ? `${subject} (${show(fact.value)})` : subject;
  if (aspect === 'present') return `${name} was ${move.how}`;
  const value =
    fact.value === true || fact.kind === 'enum' || fact.kind === 'code-value' ? '' : ` (${show(fact.value)})`;
  return `${subject}: ${aspect}${fact.kind === 'text' ? '' : value} was ${move.how}`;
}

const splitAtLast = (key: string) => {
  const at = key.lastIndexOf(': ');
  return [key.slice(0, at), key.slice(at + 2)];
};
