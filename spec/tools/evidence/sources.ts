import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Choice, Discovery, SourceRecord } from '../../documents/evidence.ts';

const files = new Map<string, unknown>();

/** What a file has, read once: the build, the evidence and the examples each want the records. */
function read<T>(path: string): T {
  if (!files.has(path))
    files.set(path, parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')));
  return structuredClone(files.get(path)) as T;
}

export const readChoices = (): Choice[] => read('sources/choices.yaml');
export const readDiscoveries = (): Discovery[] => read('discoveries.yaml');

export function readRecords(): SourceRecord[] {
  return readdirSync(new URL('../../sources/', import.meta.url))
    .filter((file) => file.endsWith('.yaml') && file !== 'choices.yaml')
    .map((file) => read(`sources/${file}`));
}

export const codesOfRecord = (record: SourceRecord): number[] =>
  (record.codes ?? []).map((entry) => (typeof entry === 'number' ? entry : entry.code));
