import { follow, isObject, type Json, type JsonObject } from '@chat-sns/release/contract';
import type { ContractDocument } from '@chat-sns/spec';
import fc, { type Arbitrary } from 'fast-check';

/** Values that fit a schema of the contract: its edges as often as its middle. */
export function arbitraryOf(document: ContractDocument, node: JsonObject): Arbitrary<Json> {
  const schema = follow(document, node);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.type === 'integer')
    return fc.integer({ min: Number(schema.minimum), max: Number(schema.maximum) });
  if (schema.type === 'string') return textOf(schema);
  if (schema.type === 'array' && isObject(schema.items)) {
    const [minLength, maxLength] = [Number(schema.minItems ?? 0), Number(schema.maxItems ?? 10)];
    const items = arbitraryOf(document, schema.items);
    // Long lists are rare, as they are in life; the edges come with the faults.
    const few = fc.array(items, { minLength, maxLength: Math.min(maxLength, 5) });
    const full = items.map((item) => Array.from({ length: maxLength }, () => item));
    return fc.oneof({ weight: 20, arbitrary: few }, { weight: 1, arbitrary: full });
  }
  if (schema.type === 'object') return objectOf(document, schema);
  throw new Error(`No values for ${JSON.stringify(schema)}`);
}

function textOf({ pattern, minLength, maxLength, 'x-max-bytes': bytes }: JsonObject): Arbitrary<string> {
  const size = { minLength: Number(minLength ?? 0), maxLength: Number(maxLength ?? 40) };
  const texts =
    typeof pattern === 'string'
      ? fc
          .stringMatching(withMost(pattern, size.maxLength), { size: 'max' })
          .map((text) => text.slice(0, size.maxLength))
      : fc.string({ unit: 'grapheme', size: 'max', ...size });
  return texts.filter(
    (text) =>
      [...text].length <= size.maxLength &&
      [...text].length >= size.minLength &&
      (typeof pattern !== 'string' || new RegExp(pattern).test(text)) &&
      Buffer.byteLength(text) <= Number(bytes ?? 1000) &&
      text.isWellFormed() &&
      !text.startsWith('mock-'),
  );
}

/** The pattern with an end to what may go on for ever: of the largest size that would fill the memory. */
const withMost = (pattern: string, most: number) =>
  new RegExp(pattern.replace(/([+*])(?=[|)$])/g, (sign) => (sign === '+' ? `{1,${most}}` : `{0,${most}}`)));

function objectOf(document: ContractDocument, { properties, required }: JsonObject): Arbitrary<JsonObject> {
  const fields = Object.entries(isObject(properties) ? properties : {});
  const arbitraries = fields.map(([name, field]) => [name, arbitraryOf(document, field as JsonObject)]);
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys: (required ?? []) as string[] });
}

/** A body and the one way in which it is wrong. */
export interface Fault {
  name: string;
  body: JsonObject;
}

/** Every single fault that the schema of a request knows, made in a body that is right apart from it. */
export function faultsOf(document: ContractDocument, node: JsonObject, body: JsonObject): Fault[] {
  const { properties, required } = follow(document, node);
  return Object.entries(isObject(properties) ? properties : {}).flatMap(([field, property]) => {
    const schema = follow(document, property as JsonObject);
    const wrong = (name: string, value: Json): Fault => ({
      name: `${field} ${name}`,
      body: { ...body, [field]: value },
    });
    const { [field]: _, ...without } = body;
    return [
      ...(Array.isArray(required) && required.includes(field)
        ? [{ name: `${field} is missing`, body: without }]
        : []),
      ...[1, true, null, {}].map((value) => wrong(`is ${JSON.stringify(value)}`, value)),
      ...(schema.enum ? [wrong('is no value of the list', 'Delete_Type_None')] : []),
      ...(schema.maxLength && !schema.enum
        ? [wrong('is too long', 'a'.repeat(Number(schema.maxLength) + 1)), wrong('is empty', '')]
        : []),
      ...(schema.type === 'array'
        ? [
            wrong('is empty', []),
            wrong('is a text', 'id'),
            wrong(
              'is too long',
              Array.from({ length: Number(schema.maxItems) + 1 }, (_, index) => `n${index}`),
            ),
            wrong('holds a number', [1]),
          ]
        : []),
    ];
  });
}
