import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { Discovery, SourceRecord } from '../../documents/evidence.ts';
import { codesOfRecord } from './sources.ts';

/** Where the catalogue and the records of the code tables are not of one mind. */
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

/** The public codes that every operation can answer are those of the newest table. */
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
        (code) => `spec/sources/error-codes.2025.yaml lists ${code}, spec/errors offers it in no operation.`,
      ),
    ...ours
      .filter((code) => !listed.includes(code))
      .map((code) => `spec/errors offers ${code}, and spec/sources/error-codes.2025.yaml does not list it.`),
  ];
}

/** A code names exactly those operation pages that list it. */
function operationTables(catalogue: CatalogueEntry[], records: SourceRecord[]): string[] {
  return records
    .filter(({ operation, codes }) => operation && codes)
    .flatMap((record) => {
      const naming = catalogue.filter(({ sources }) => sources.includes(record.id)).map(({ code }) => code);
      const [ours, theirs] = [listOf(naming), listOf(codesOfRecord(record))];
      if (ours === theirs) return [];
      return `spec/sources/${record.id}.yaml lists ${theirs}; in spec/errors these name it as a source: ${ours}.`;
    });
}

function entryProblems(entry: CatalogueEntry, records: SourceRecord[], discoveries: Discovery[]): string[] {
  const problems: string[] = [];
  const behind = records.filter(({ id }) => entry.sources.includes(id));
  const beyond = discoveries.filter(({ id }) => entry.discoveries?.includes(id));
  if (entry.status === 'documented' && !behind.some(({ status }) => status === 'current')) {
    problems.push(`${entry.code} is called documented, and no current page is named for it.`);
  }
  if (entry.status === 'inferred' && behind.some(({ status }) => status === 'current')) {
    problems.push(`${entry.code} is called inferred, and a current page is named for it.`);
  }
  if (entry.operations.length > 0 && entry.levelStatus !== 'documented' && beyond.length === 0) {
    problems.push(`${entry.code} has levels that are ${entry.levelStatus}, and no discovery says why.`);
  }
  if (
    entry.info &&
    !beyond.some(({ claim, status }) => status === entry.info?.status && quotes(claim, entry.info?.text))
  ) {
    problems.push(
      `The wire text of ${entry.code}, ${JSON.stringify(entry.info.text)}, is in no ${entry.info.status} discovery that it names.`,
    );
  }
  return problems;
}

/** The text as a whole: a part of the words would agree with too much. */
function quotes(claim: string, text = ''): boolean {
  if (text === '') return /\bempty\b/.test(claim);
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\w)${escaped}(?!\\w)`).test(claim);
}
