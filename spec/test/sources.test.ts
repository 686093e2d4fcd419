import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { ContractDocument } from '../documents/openapi.ts';
import { bundle } from '../tools/bundle.ts';
import { readCatalogue } from '../tools/catalogue.ts';
import { namesUnder } from '../tools/evidence/check-evidence.ts';
import { compareSources } from '../tools/evidence/compare-sources.ts';
import { readChoices, readDiscoveries, readRecords } from '../tools/evidence/sources.ts';

const document: ContractDocument = JSON.parse(bundle('json'));
const catalogue = readCatalogue();
const records = readRecords();
const choices = readChoices();
const discoveries = readDiscoveries();
const known = new Set([...records, ...discoveries].map(({ id }) => id));

const schema = JSON.parse(readFileSync(new URL('../sources/record.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: false }).compile(schema);

test.each(records.map((record) => [record.id, record] as const))(
  'record %s matches its schema',
  (_, record) => {
    validate(record);
    expect(validate.errors).toBeNull();
  },
);

test('the contract and the current pages differ only where a choice says why', () => {
  const allowed = new Set(choices.flatMap((choice) => choice.allows ?? []));
  const unexplained = compareSources(document, catalogue, records).filter(({ key }) => !allowed.has(key));
  expect(
    unexplained.map(
      ({ key, message }) =>
        `${message}\n  Fix the contract, or add ${key} to the allows of a choice in spec/sources/choices.yaml, then run: npm run generate`,
    ),
  ).toEqual([]);
});

test('no choice allows a difference that does not exist', () => {
  const found = new Set(compareSources(document, catalogue, records).map(({ key }) => key));
  const unneeded = choices.flatMap((choice) => choice.allows ?? []).filter((key) => !found.has(key));
  expect(unneeded, 'Remove these from spec/sources/choices.yaml').toEqual([]);
});

test('every choice has a unique topic and title', () => {
  for (const key of ['topic', 'title'] as const) {
    const names = choices.map((choice) => choice[key] ?? '');
    expect(names.filter((name, index) => name === '' || names.indexOf(name) !== index)).toEqual([]);
  }
});

test('every source that the contract, the catalogue or a choice names exists', () => {
  const named = [
    ...catalogue.flatMap((entry) => [...entry.sources, ...(entry.discoveries ?? [])]),
    ...choices.flatMap((choice) => choice.records),
    ...discoveries.flatMap((discovery) => discovery.records),
    ...namesUnder(document, 'x-source'),
    ...namesUnder(document, 'x-open-questions'),
  ];
  expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
});
