import type { Contract } from '@chat-sns/release/contract';
import type { Mutant } from './mutant.ts';
import { schemaPlaces } from './walk.ts';

/** A name, a value or a number replaced in the whole document at once: nothing made from it disagrees with it. */
export function everywhereMutants(contract: Contract): Mutant[] {
  const text = JSON.stringify(contract.document);
  const places = schemaPlaces(contract);
  const fields = new Set(places.flatMap(({ schema }) => Object.keys(schema.properties ?? {})));
  const values = new Set(
    places
      .flatMap(({ schema }) => (Array.isArray(schema.enum) ? schema.enum : []))
      .filter((value) => typeof value === 'string'),
  );
  const limits = new Set(text.match(/"(?:min|max|x-max)[A-Za-z-]*":\d+/g));
  const replace = (what: string, words: string[], from: string, to: string): Mutant => ({
    family: 'everywhere',
    name: what,
    words,
    apply: (copy) => {
      copy.document = JSON.parse(JSON.stringify(copy.document).replaceAll(from, to));
    },
  });
  return [
    ...[...fields].map((field) =>
      replace(`${field} renamed everywhere`, [field], `"${field}"`, `"${field}s"`),
    ),
    ...[...values].map((value) =>
      replace(`${value} respelt everywhere`, [String(value)], `"${value}"`, `"${value}x"`),
    ),
    ...[...limits].flatMap((limit) => {
      const [keyword = '', number] = limit.split(':');
      return [-1, 1]
        .map((step) => Number(number) + step)
        .filter((next) => next >= 0)
        .map((next) =>
          replace(
            `${limit} is ${next} everywhere`,
            [keyword.replaceAll('"', ''), ...inWords(keyword)],
            limit,
            `${keyword}:${next}`,
          ),
        );
    }),
  ];
}

/** Scenarios speak of fields, not of keywords. */
const inWords = (keyword: string) =>
  /Items/.test(keyword)
    ? ['To_Account', 'GroupName', 'ResultItem']
    : ['UserId', 'From_Account', 'random', 'GroupName', 'CurrentSequence'];
