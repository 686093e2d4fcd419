import type { Contract, JsonObject } from '@chat-sns/release/contract';
import { type Mutant, nodeAt } from './mutant.ts';
import { type SchemaPlace, schemaPlaces } from './walk.ts';

const limits = [
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'x-max-bytes',
  'minProperties',
];
const otherType: Record<string, string> = {
  string: 'integer',
  integer: 'string',
  array: 'string',
  object: 'string',
};

/** Every keyword of every hand-written schema, moved by the least step that changes its meaning. */
export function schemaMutants(contract: Contract): Mutant[] {
  return schemaPlaces(contract).flatMap((place) => [
    ...limitMutants(place),
    ...keywordMutants(place),
    ...valueMutants(place),
    ...branchMutants(place),
  ]);
}

type Change = (schema: JsonObject) => void;
const mutant = (
  { path, names }: SchemaPlace,
  family: string,
  what: string,
  change: Change,
  more: string[] = [],
): Mutant => ({
  family,
  name: `${path.join('/').replace(/^components\//, '')}: ${what}`,
  words: [...names, ...more],
  apply: (contract) => change(nodeAt(contract, path)),
});

function limitMutants(place: SchemaPlace): Mutant[] {
  return limits.flatMap((keyword) => {
    const value = place.schema[keyword];
    if (typeof value !== 'number') return [];
    const moves = [value - 1, value + 1].filter(
      (next) => next >= 0 || !/Length|Items|Properties|bytes/.test(keyword),
    );
    return [
      ...moves.map((next) =>
        mutant(place, 'limit', `${keyword} ${next}`, (schema) => {
          schema[keyword] = next;
        }),
      ),
      mutant(place, 'limit', `no ${keyword}`, (schema) => {
        delete schema[keyword];
      }),
    ];
  });
}

function keywordMutants(place: SchemaPlace): Mutant[] {
  const { type, pattern, format, not } = place.schema;
  const drop = (keyword: string) =>
    mutant(place, keyword, `no ${keyword}`, (schema) => {
      delete schema[keyword];
    });
  return [
    ...(typeof type === 'string'
      ? [
          mutant(place, 'type', `is ${otherType[type]}`, (schema) => {
            schema.type = otherType[type];
          }),
        ]
      : []),
    ...(typeof pattern === 'string'
      ? [
          drop('pattern'),
          mutant(place, 'pattern', 'another pattern', (schema) => {
            schema.pattern = pattern.replace(/.(?=\])/, '');
          }),
        ]
      : []),
    ...(format === undefined ? [] : [drop('format')]),
    ...(not === undefined ? [] : [drop('not')]),
  ];
}

function valueMutants(place: SchemaPlace): Mutant[] {
  const values = Array.isArray(place.schema.enum) ? place.schema.enum : [];
  const defaults = ['default', 'x-default-when-absent'].filter((keyword) => keyword in place.schema);
  return [
    ...values.flatMap((value, index) => [
      mutant(
        place,
        'enum',
        `no ${value}`,
        ({ enum: list }) => {
          (list as unknown[]).splice(index, 1);
        },
        [String(value)],
      ),
      mutant(
        place,
        'enum',
        `${value} is spelt otherwise`,
        ({ enum: list }) => {
          (list as unknown[])[index] = other(value);
        },
        [String(value)],
      ),
    ]),
    ...(values.length > 0
      ? [
          mutant(place, 'enum', 'one value more', ({ enum: list }) => {
            (list as unknown[]).push(other(values[0] ?? ''));
          }),
        ]
      : []),
    ...defaults.flatMap((keyword) => [
      mutant(place, 'default', `no ${keyword}`, (schema) => {
        delete schema[keyword];
      }),
      mutant(place, 'default', `another ${keyword}`, (schema) => {
        schema[keyword] = 'Delete_Type_Both';
      }),
    ]),
    ...(place.schema.default === undefined && place.path.at(-1) === 'DeleteType'
      ? [
          mutant(place, 'default', 'a default', (schema) => {
            schema.default = 'Delete_Type_Single';
          }),
        ]
      : []),
  ];
}

function branchMutants(place: SchemaPlace): Mutant[] {
  if (Array.isArray(place.schema.anyOf)) return openMutants(place);
  const branches = Array.isArray(place.schema.oneOf) ? place.schema.oneOf : [];
  const operation = place.path.at(-1)?.replace(/Result$/, '') ?? '';
  const words = [`${operation[0]?.toLowerCase()}${operation.slice(1)}`, '/v4/sns/', 'ActionStatus'];
  return branches.map((_, index) =>
    mutant(
      place,
      'answer',
      `without its ${index === 0 ? 'OK' : 'FAIL'} side`,
      ({ oneOf }) => {
        (oneOf as unknown[]).splice(index, 1);
      },
      words,
    ),
  );
}

/** A code that can be any other as well: closed, or without the known ones. */
function openMutants(place: SchemaPlace): Mutant[] {
  return ['known', 'other'].map((side, index) =>
    mutant(place, 'answer', `without the ${side} codes`, ({ anyOf }) => {
      (anyOf as unknown[]).splice(index, 1);
    }),
  );
}

const other = (value: unknown) => (typeof value === 'number' ? value + 1 : `${value}x`);
