import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const operationIds = ['deleteFriends', 'deleteAllFriends', 'deleteFriendLists'] as const;
export type OperationId = (typeof operationIds)[number];
export type Level = 'request' | 'item';
export type Status = 'documented' | 'observed' | 'historical' | 'inferred';

/** One code of the catalogue, as `spec/errors/*.yaml` states it. */
export interface CatalogueEntry {
  code: number;
  title: string;
  meaning: string;
  action: string;
  retry: 'never' | 'transient' | 'throttled' | 'cooldown' | 're-sign' | 'done';
  levels: Level[];
  levelStatus: Status;
  operations: OperationId[];
  status: Status;
  family: string;
  info?: { text: string; status: Status };
  explains?: string;
  sources: string[];
  discoveries?: string[];
  changed?: string;
}

const folder = new URL('../errors/', import.meta.url);

/** Reads every family and returns the codes in ascending order, `all` spelled out. */
export function readCatalogue(): CatalogueEntry[] {
  const families = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return families
    .flatMap((file) => {
      const entries: (Omit<CatalogueEntry, 'operations' | 'family'> & {
        operations: OperationId[] | 'all';
      })[] = parse(readFileSync(new URL(file, folder), 'utf8'));
      return entries.map((entry) => ({
        ...entry,
        family: file.replace('.yaml', ''),
        operations: entry.operations === 'all' ? [...operationIds] : entry.operations,
      }));
    })
    .sort((a, b) => a.code - b.code);
}

/** Codes that an operation can answer at a level. Only `deleteFriends` answers for single accounts. */
export function codesOf(catalogue: CatalogueEntry[], operation: OperationId, level: Level): CatalogueEntry[] {
  if (level === 'item' && operation !== 'deleteFriends') return [];
  return catalogue.filter((entry) => entry.operations.includes(operation) && entry.levels.includes(level));
}
