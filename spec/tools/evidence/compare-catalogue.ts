import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { SourceRecord } from '../../documents/evidence.ts';
import type { ContractDocument } from '../../documents/openapi.ts';
import { codesOfRecord } from './sources.ts';

/** Where the catalogue and the records of the code tables disagree. */
export function compareCatalogue(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  records: SourceRecord[],
): string[] {
  return [...publicTable(document, catalogue, records), ...operationTables(catalogue, records)];
}

const listOf = (codes: number[]) => codes.sort((a, b) => a - b).join(', ');

/** The public codes that every operation can respond with are those of the newest table. */
function publicTable(
  { 'x-public-codes': { minimum, maximum } }: ContractDocument,
  catalogue: CatalogueEntry[],
  records: SourceRecord[],
): string[] {
  const table = records.find(({ id }) => id === 'error-codes.2025');
  const listed = (table ? codesOfRecord(table) : []).filter((code) => code >= minimum && code <= maximum);
  const ours = catalogue
    .filter(({ code, operations }) => code >= minimum && operations.length > 0)
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
      .map(
        (code) =>
          `spec/errors has ${code}, but spec/sources/error-codes.2025.yaml does not list it. Remove it from every operation, or read the page again.`,
      ),
  ];
}

/** A code names exactly the operation pages that list it. */
function operationTables(catalogue: CatalogueEntry[], records: SourceRecord[]): string[] {
  return records
    .filter(({ operation, codes }) => operation && codes)
    .flatMap((record) => {
      const naming = catalogue.filter(({ sources }) => sources.includes(record.id)).map(({ code }) => code);
      const listed = codesOfRecord(record);
      const unnamed = listed.filter((code) => !naming.includes(code));
      const unlisted = naming.filter((code) => !listed.includes(code));
      const place = `spec/sources/${record.id}.yaml`;
      return [
        ...(unnamed.length > 0
          ? [
              `${place} lists ${listOf(unnamed)}. Add ${record.id} to the sources of these codes in spec/errors.`,
            ]
          : []),
        ...(unlisted.length > 0
          ? [
              `${place} does not list ${listOf(unlisted)}. Remove ${record.id} from the sources of these codes in spec/errors.`,
            ]
          : []),
      ];
    });
}
