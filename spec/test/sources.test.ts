import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { ContractDocument } from '../documents/openapi.ts';
import { bundle } from '../tools/bundle.ts';
import { readCatalogue } from '../tools/catalogue.ts';
import { namesUnder } from '../tools/evidence/check-evidence.ts';
import { choiceProblems } from '../tools/evidence/compare-sources.ts';
import { readChoices, readDiscoveries, readRecords } from '../tools/evidence/sources.ts';

const document: ContractDocument = JSON.parse(bundle());
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
  expect(choiceProblems(document, catalogue, { records, choices })).toEqual([]);
});

test('no choice allows a difference that does not exist', () => {
  const [choice] = choices.map((one) => ({ ...one, allows: ['nobodys-page:path'] }));
  expect(
    choiceProblems(document, catalogue, { records, choices: choice ? [...choices, choice] : [] }),
  ).toEqual([
    'spec/sources/choices.yaml allows nobodys-page:path, and there is no such difference. Remove it from its choice.',
  ]);
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
