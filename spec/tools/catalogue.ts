import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { CatalogueEntry, Family, Level } from '../documents/catalogue.ts';
import type { OperationId } from '../documents/openapi.ts';

/** Named after their path files, in the order of the document. */
export const operationIds = Object.values<{ $ref: string }>(
  parse(readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8')).paths,
).map(({ $ref }) => basename($ref, '.yaml') as OperationId);

const folder = new URL('../errors/', import.meta.url);

/** Reads every family and returns the codes in ascending order, with `all` replaced by the operationIds. */
export function readCatalogue(): CatalogueEntry[] {
  const families = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return families
    .flatMap((file) => {
      const entries: (Omit<CatalogueEntry, 'operations' | 'family'> & {
        operations: OperationId[] | 'all';
      })[] = parse(readFileSync(new URL(file, folder), 'utf8'));
      return entries.map((entry) => ({
        ...entry,
        family: file.replace('.yaml', '') as Family,
        operations: entry.operations === 'all' ? [...operationIds] : entry.operations,
      }));
    })
    .sort((a, b) => a.code - b.code);
}

/** Codes that an operation can respond with at a level. Only `deleteFriends` has results for single accounts. */
export function codesOf(catalogue: CatalogueEntry[], operation: OperationId, level: Level): CatalogueEntry[] {
  if (level === 'item' && operation !== 'deleteFriends') return [];
  return catalogue.filter((entry) => entry.operations.includes(operation) && entry.levels.includes(level));
}
