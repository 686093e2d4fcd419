import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json, type JsonObject } from '../contract.ts';

/** A place where two JSON trees differ. What came or went as a whole is one difference. */
export interface Difference {
  place: string[];
  from?: Json | undefined;
  to?: Json | undefined;
}

/** Compares JSON and knows nothing of OpenAPI: it only knows that something moved. */
export function structuralDifferences(from: unknown, to: unknown, place: string[] = []): Difference[] {
  const [before, after] = [membersOf(from), membersOf(to)];
  if (!before || !after || from === undefined || to === undefined) {
    return isDeepStrictEqual(from, to) ? [] : [{ place, from: from as Json, to: to as Json }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => structuralDifferences(before[key], after[key], [...place, key]));
}

/** Members of a list go by their names, so that one that is inserted does not move those behind it. */
function membersOf(node: unknown): JsonObject | undefined {
  if (!Array.isArray(node)) return isObject(node) ? node : undefined;
  return Object.fromEntries(
    node.map((member, index) => (isObject(member) ? [nameOf(member) ?? index, member] : [member, true])),
  );
}

export const nameOf = (member: unknown): string | undefined => {
  const { code, name, host, $ref, 'x-region': region } = isObject(member) ? member : {};
  const found = code ?? region ?? name ?? host ?? $ref;
  return found === undefined ? undefined : String(found);
};

const layout = new Set(['components', 'paths', 'properties', 'content']);
const show = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));

/** A place as people say it: "schemas UserId: maxLength". */
export function subjectOf(place: string[]): string {
  const parents = place.slice(0, -1).filter((key) => !layout.has(key));
  return [parents.join(' '), place.at(-1)].filter(Boolean).join(': ');
}

/** "schemas UserId: maxLength is 31, was 32", "schemas DeleteType: enum lost Delete_Type_Both". */
export function inWords({ place, from, to }: Difference): string {
  const subject = subjectOf(place);
  if (from === undefined || to === undefined) {
    const value = from ?? to;
    const shown = isObject(value) || value === true || value === undefined ? '' : ` (${show(value)})`;
    return `${subject}${shown} was ${to === undefined ? 'removed' : 'added'}`;
  }
  const [lost, gained] = [missingIn(to, from), missingIn(from, to)];
  if (lost.length + gained.length === 0) return `${subject} is ${show(to)}, was ${show(from)}`;
  const parts = [
    lost.length > 0 && `lost ${lost.join(', ')}`,
    gained.length > 0 && `gained ${gained.join(', ')}`,
  ];
  return `${subject} ${parts.filter(Boolean).join(' and ')}`;
}

/** The values of one list that another has not. */
const missingIn = (list: Json, from: Json): string[] =>
  Array.isArray(list) && Array.isArray(from)
    ? from.filter((value) => !list.some((one) => isDeepStrictEqual(one, value))).map(show)
    : [];
