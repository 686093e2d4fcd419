import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { Discovery, SourceRecord } from '../../documents/evidence.ts';
import { codesOfRecord } from './sources.ts';

/** Where the catalogue and the records of the code tables disagree. */
export function compareCatalogue(
  catalogue: CatalogueEntry[],
  records: SourceRecord[],
  discoveries: Discovery[],
): string[] {
  return [
    ...publicTable(catalogue, records),
    ...operationTables(catalogue, records),
    ...catalogue.flatMap((entry) => entryProblems(entry, records, discoveries)),
  ];
}

const listOf = (codes: number[]) => codes.sort((a, b) => a - b).join(', ');

/** The public codes that every operation can respond with are those of the newest table. */
function publicTable(catalogue: CatalogueEntry[], records: SourceRecord[]): string[] {
  const table = records.find(({ id }) => id === 'error-codes.2025');
  const listed = (table ? codesOfRecord(table) : []).filter((code) => code >= 60000 && code < 80000);
  const ours = catalogue
    .filter(({ code, operations }) => code >= 60000 && operations.length > 0)
    .map(({ code }) => code);
  return [
    ...listed
      .filter((code) => !ours.includes(code))
      .map(
        (code) =>
          `spec/sources/error-codes.2025.yaml lists ${code}, but spec/errors has it for no operation.`,
      ),
    ...ours
      .filter((code) => !listed.includes(code))
      .map((code) => `spec/errors has ${code}, but spec/sources/error-codes.2025.yaml does not list it.`),
  ];
}

/** A code names exactly the operation pages that list it. */
function operationTables(catalogue: CatalogueEntry[], records: SourceRecord[]): string[] {
  return records
    .filter(({ operation, codes }) => operation && codes)
    .flatMap((record) => {
      const naming = catalogue.filter(({ sources }) => sources.includes(record.id)).map(({ code }) => code);
      const [ours, theirs] = [listOf(naming), listOf(codesOfRecord(record))];
      if (ours === theirs) return [];
      return `spec/sources/${record.id}.yaml lists ${theirs}; in spec/errors, these codes name it as a source: ${ours}.`;
    });
}

function entryProblems(entry: CatalogueEntry, records: SourceRecord[], discoveries: Discovery[]): string[] {
  const problems: string[] = [];
  const behind = records.filter(({ id }) => entry.sources.includes(id));
  const beyond = discoveries.filter(({ id }) => entry.discoveries?.includes(id));
  if (entry.status === 'documented' && !behind.some(({ status }) => status === 'current')) {
    problems.push(`${entry.code} is documented, but names no current page as a source.`);
  }
  if (entry.status === 'inferred' && behind.some(({ status }) => status === 'current')) {
    problems.push(`${entry.code} is inferred, but names a current page as a source.`);
  }
  if (entry.operations.length > 0 && entry.levelStatus !== 'documented' && beyond.length === 0) {
    problems.push(
      `${entry.code} has levels that are ${entry.levelStatus}, but names no discovery that says why.`,
    );
  }
  if (
    entry.info &&
    !beyond.some(({ claim, status }) => status === entry.info?.status && quotes(claim, entry.info?.text))
  ) {
    problems.push(
      `The info of ${entry.code}, ${JSON.stringify(entry.info.text)}, is in no ${entry.info.status} discovery that it names.`,
    );
  }
  return problems;
}

/** Whether the claim contains the whole string: a part of it would match too much. */
function quotes(claim: string, text = ''): boolean {
  if (text === '') return /\bempty\b/.test(claim);
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\w)${escaped}(?!\\w)`).test(claim);
}
