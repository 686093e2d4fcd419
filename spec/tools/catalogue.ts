import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { CatalogueEntry, Family, Level } from '../documents/catalogue.ts';
import type { OperationId } from '../documents/openapi.ts';

/** Named after their path files, in the order of the document. */
export const operationIds = Object.values<{ $ref: string }>(
  parse(readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8')).paths,
).map(({ $ref }) => basename($ref, '.yaml') as OperationId);

/** The field of each operation's success that has a result for each account, or null. */
export const itemFields = new Map(operationIds.map((id) => [id, findItemField(id)]));

function findItemField(id: OperationId): string | null {
  const readProperties = (file: string): [name: string, property: { items?: { $ref?: string } }][] => {
    const url = new URL(`../components/schemas/${file}`, import.meta.url);
    return Object.entries((existsSync(url) && parse(readFileSync(url, 'utf8'))?.properties) || {});
  };
  const found = readProperties(`${id[0]?.toUpperCase()}${id.slice(1)}Ok.yaml`).find(
    ([, { items }]) => items?.$ref && readProperties(items.$ref).some(([name]) => name === 'ResultCode'),
  );
  return found?.[0] ?? null;
}

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

/** Codes that an operation can respond with at a level. Not every operation has results for single accounts. */
export function codesOf(catalogue: CatalogueEntry[], operation: OperationId, level: Level): CatalogueEntry[] {
  if (level === 'item' && !itemFields.get(operation)) return [];
  return catalogue.filter((entry) => entry.operations.includes(operation) && entry.levels.includes(level));
}
