import fc from 'fast-check';

const deep = fc
  .tuple(fc.constantFrom('[', '{"a":', '[{"To_Account":'), fc.integer({ min: 10, max: 100_000 }))
  .map(([open, depth]) => open.repeat(depth));
const closedDeep = fc
  .integer({ min: 10, max: 50_000 })
  .map((depth) => `{"From_Account":"alice","To_Account":${'['.repeat(depth)}${']'.repeat(depth)}}`);
const key = fc.constantFrom(
  'From_Account',
  'To_Account',
  'GroupName',
  'DeleteType',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
);
const scalar = fc.oneof(
  fc.constantFrom(
    '1e999',
    '-0',
    '1e-400',
    '9'.repeat(400),
    '9007199254740993',
    'null',
    'true',
    'NaN',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\u0000"',
    '"alice"',
    '"Delete_Type_Both"',
    '""',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => JSON.stringify(text)),
  fc.double().map(String),
);
const value: fc.Arbitrary<string> = fc.oneof(
  { maxDepth: 3, withCrossShrink: true },
  scalar,
  fc.array(scalar, { maxLength: 5 }).map((items) => `[${items.join(',')}]`),
  fc
    .array(fc.tuple(key, scalar), { maxLength: 3 })
    .map((pairs) => `{${pairs.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`),
);
/** Objects with harmful keys and values. */
export const objectArbitrary = fc
  .array(fc.tuple(key, value), { maxLength: 6 })
  .map((pairs) => `{${pairs.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`);
const broken = fc
  .tuple(objectArbitrary, fc.nat(200), fc.constantFrom('', '}', '\u0000', '\ufeff', ',', '"', '\\'))
  .map(([text, at, extra]) => text.slice(0, at) + extra + text.slice(at + 1));
const many = fc
  .tuple(fc.constantFrom('To_Account', 'GroupName'), fc.integer({ min: 0, max: 5000 }))
  .map(
    ([name, count]) =>
      `{"From_Account":"alice","${name}":[${Array.from({ length: count }, (_, index) => `"u${index}"`).join(',')}]}`,
  );

/** Hostile bodies of every kind. */
export const bodyArbitrary = fc.oneof(
  { weight: 6, arbitrary: objectArbitrary.map((text) => Buffer.from(text)) },
  { weight: 6, arbitrary: broken.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: many.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: deep.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: closedDeep.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('', ' ', '{}', '[]', 'null', '"', '\ufeff{}', '{"a":1}{"a":1}')
      .map((text) => Buffer.from(text)),
  },
);
