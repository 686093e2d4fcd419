import { describe, expect, test } from 'vitest';
import type { ContractDocument } from '../documents/openapi.ts';
import { bundle } from '../tools/bundle.ts';
import { readCatalogue } from '../tools/catalogue.ts';
import { claimsWithoutEvidence, statusProblems, unusedEvidence } from '../tools/evidence/check-evidence.ts';
import { compareCatalogue } from '../tools/evidence/compare-catalogue.ts';
import { resolveClaims } from '../tools/evidence/resolve-claims.ts';
import { readChoices, readDiscoveries, readRecords } from '../tools/evidence/sources.ts';

const document: ContractDocument = JSON.parse(bundle('json'));
const catalogue = readCatalogue();
const evidence = { records: readRecords(), choices: readChoices(), discoveries: readDiscoveries() };

test('every claim of the contract is stated by a record or a discovery that it names', () => {
  expect(resolveClaims(document, catalogue, evidence).length).toBeGreaterThan(150);
  expect(claimsWithoutEvidence(document, catalogue, evidence)).toEqual([]);
});

test('every record and every discovery is used', () => {
  expect(unusedEvidence(document, catalogue, evidence)).toEqual([]);
});

test('what is not documented has an x-status', () => {
  expect(statusProblems(document, evidence)).toEqual([]);
});

test('the catalogue and the code tables of the pages agree', () => {
  expect(compareCatalogue(catalogue, evidence.records, evidence.discoveries)).toEqual([]);
});

describe('with a planted mistake', () => {
  const planted = (change: (copy: ContractDocument) => void) => {
    const copy = structuredClone(document);
    change(copy);
    return copy;
  };

  test('a limit that no source states is reported with its place', () => {
    const copy = planted(({ components }) => {
      if (components.schemas.UserId) components.schemas.UserId.maxLength = 33;
    });
    const [problem] = claimsWithoutEvidence(copy, catalogue, evidence);
    expect(problem).toMatch(/schemas\/UserId\/maxLength: maxLength 33 is not stated by usersig-guide/);
  });

  test('a claim without any source is reported', () => {
    const copy = planted(({ components }) => {
      components.schemas.Invented = { type: 'integer', maximum: 7 };
    });
    expect(claimsWithoutEvidence(copy, catalogue, evidence).join()).toMatch(
      /Invented.*maximum 7 has no x-source/,
    );
  });

  test('a wire string that no discovery quotes is reported', () => {
    const entries = catalogue.map((entry) =>
      entry.code === 30003
        ? { ...entry, info: { text: 'Err_Sns_Invalid', status: 'observed' as const } }
        : entry,
    );
    expect(compareCatalogue(entries, evidence.records, evidence.discoveries).join()).toMatch(
      /30003.*Err_Sns_Invalid/,
    );
  });

  test('a record that nothing names is reported', () => {
    const record = {
      id: 'somebodys-blog',
      page: 'https://blog.example/chat',
      edition: '2024',
      status: 'current' as const,
    };
    const more = { ...evidence, records: [...evidence.records, record] };
    expect(unusedEvidence(document, catalogue, more)).toEqual([
      expect.stringContaining('Nothing uses spec/sources/somebodys-blog.yaml'),
    ]);
  });

  test('an inferred claim without its x-status is reported', () => {
    const copy = planted(({ components }) => {
      const field = components.schemas.DeleteFriendListsFail?.properties?.CurrentSequence;
      delete (field as { 'x-status'?: string })['x-status'];
    });
    expect(statusProblems(copy, evidence).join()).toMatch(
      /CurrentSequence has no x-status, but its sources are only inferred/,
    );
  });
});
