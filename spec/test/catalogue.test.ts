import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { codesOf, readCatalogue } from '../tools/catalogue.ts';

const folder = new URL('../errors/', import.meta.url);
const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(new URL('catalogue.schema.json', folder), 'utf8')),
);
const families = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const catalogue = readCatalogue();

test.each(families)('errors/%s matches catalogue.schema.json', (family) => {
  validate(parse(readFileSync(new URL(family, folder), 'utf8')));
  expect(validate.errors).toBeNull();
});

test.each(['code', 'title'] as const)('every %s is unique', (field) => {
  const values = catalogue.map((entry) => entry[field]);
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
});

test('no operation responds with a historical code', () => {
  const used = catalogue.filter((entry) => entry.status === 'historical' && entry.operations.length > 0);
  expect(used).toEqual([]);
});

test('only the operation with results for single accounts has codes for them', () => {
  expect(codesOf(catalogue, 'deleteFriends', 'item').map((entry) => entry.code)).toContain(31704);
  expect(codesOf(catalogue, 'deleteAllFriends', 'item')).toEqual([]);
  expect(codesOf(catalogue, 'deleteFriendLists', 'item')).toEqual([]);
});
