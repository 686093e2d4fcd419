import { isDeepStrictEqual } from 'node:util';
import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { Evidence, SourceRecord } from '../../documents/evidence.ts';
import type { OperationExamples } from '../../documents/examples.ts';
import type { ContractDocument } from '../../documents/openapi.ts';
import { operationIds } from '../catalogue.ts';
import { allExamples } from '../examples.ts';
import { claimsOfContract, claimsOfRecord } from './claims.ts';
import { sharedClaimsOfContract, sharedClaimsOfRecord } from './shared-claims.ts';

/** A fact on which a current page and the contract disagree. */
export interface Difference {
  key: string;
  message: string;
}

/** Every difference between the contract and the current pages of its operations, in both directions. */
export function compareSources(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  records: SourceRecord[],
) {
  const differences: Difference[] = [];
  const examples = allExamples(document, catalogue);
  for (const id of operationIds) {
    const contract = claimsOfContract(document, catalogue, id);
    const pages = records.filter((record) => record.operation === id && record.status === 'current');
    const stated = new Set<string>();
    for (const page of pages) {
      for (const [key, value] of claimsOfRecord(page)) {
        stated.add(key);
        if (isDeepStrictEqual(contract.get(key), value)) continue;
        const ours = contract.has(key) ? JSON.stringify(contract.get(key)) : 'nothing';
        differences.push({
          key: `${page.id}:${key}`,
          message: `spec/sources/${page.id}.yaml states ${key} = ${JSON.stringify(value)}, but the contract has ${ours}`,
        });
      }
      differences.push(...sampleDifferences(page, examples[id]));
    }
    for (const [key, value] of contract) {
      if (stated.has(key) || key.startsWith('backups.')) continue;
      differences.push({
        key: `${id}:${key}`,
        message: `the contract says ${key} = ${JSON.stringify(value)} for ${id}, but no current page states it`,
      });
    }
  }
  return [...differences, ...compareShared(document, records)];
}

/** Differences that no choice explains, and choices that explain none. Each message says how to fix it. */
export function choiceProblems(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  { records, choices }: Pick<Evidence, 'records' | 'choices'>,
): string[] {
  const differences = compareSources(document, catalogue, records);
  const found = new Set(differences.map(({ key }) => key));
  const allowed = choices.flatMap((choice) => choice.allows ?? []);
  return [
    ...differences
      .filter(({ key }) => !allowed.includes(key))
      .map(
        ({ key, message }) =>
          `${message}\n  Fix the contract, or add ${key} to the allows of a choice in spec/sources/choices.yaml, then run: npm run generate`,
      ),
    ...allowed
      .filter((key) => !found.has(key))
      .map(
        (key) =>
          `spec/sources/choices.yaml allows ${key}, and there is no such difference. Remove it from its choice.`,
      ),
  ];
}

function compareShared(document: ContractDocument, records: SourceRecord[]): Difference[] {
  const pages = records
    .filter(({ operation, status }) => !operation && status === 'current')
    .map((record) => ({ id: record.id, claims: sharedClaimsOfRecord(record) }));
  const differences: Difference[] = [];
  for (const [key, value] of sharedClaimsOfContract(document)) {
    const stating = pages.filter(({ claims }) => claims.has(key));
    if (stating.length === 0) {
      const message = `the contract says ${key} = ${JSON.stringify(value)}, but no current page states it`;
      differences.push({ key: `shared:${key}`, message });
    }
    for (const { id, claims } of stating) {
      const theirs = claims.get(key);
      if (isDeepStrictEqual(theirs, value)) continue;
      differences.push({
        key: `${id}:${key}`,
        message: `spec/sources/${id}.yaml states ${key} = ${JSON.stringify(theirs)}, but the contract has ${JSON.stringify(value)}`,
      });
    }
  }
  return differences;
}

function sampleDifferences(page: SourceRecord, examples: OperationExamples | undefined) {
  const differences: Difference[] = [];
  const has = (written: Record<string, { value: unknown }> | undefined, sample: unknown) =>
    Object.values(written ?? {}).some(({ value }) => isDeepStrictEqual(value, sample));
  for (const [name, sample] of Object.entries(page.samples?.requests ?? {})) {
    if (!has(examples?.requests, sample)) differences.push(missingSample(page, `samples.requests.${name}`));
  }
  const response = page.samples?.response;
  if (response && !has(examples?.responses, response))
    differences.push(missingSample(page, 'samples.response'));
  return differences;
}

const missingSample = ({ id, operation }: SourceRecord, key: string): Difference => ({
  key: `${id}:${key}`,
  message: `no file in spec/examples/${operation} has the value of ${key} in spec/sources/${id}.yaml`,
});
