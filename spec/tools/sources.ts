import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { OperationId, Status } from './catalogue.ts';

/** What one edition of one of the vendor's pages literally states. Keys that a page does not state are absent. */
export interface SourceRecord {
  id: string;
  operation?: OperationId;
  status: 'current' | 'historical';
  path?: string;
  frequency?: { calls: number; perSeconds: number };
  hosts?: Record<string, string>;
  backups?: Record<string, string>;
  query?: Record<string, Record<string, unknown>>;
  request?: Record<string, FieldFacts>;
  response?: Record<string, FieldFacts>;
  /** `false` where the page lists more codes than the record knows of. */
  codesComplete?: boolean;
  codes?: (number | { code: number })[];
  httpStatus?: { always: number; except: number[] };
  webhooks?: string[];
  usersig?: { userIdMaxBytes?: number; userIdAlphabet?: string };
  limits?: { listNameBytes?: { minimum?: number; maximum?: number }; listsPerUser?: number };
  deleteTypes?: Record<string, unknown>;
  webhook?: {
    command?: string;
    timeoutSeconds?: number;
    query?: Record<string, { values?: string[] }>;
    body?: Record<string, FieldFacts>;
    answer?: Record<string, FieldFacts>;
  };
  samples?: { requests?: Record<string, unknown>; response?: unknown };
}
export interface FieldFacts {
  type?: string;
  required?: boolean;
  maxItems?: number;
  default?: string;
  values?: (string | number)[];
  success?: number;
}

/** A difference between records and contract that is meant, with its reason. */
export interface Choice {
  topic: string;
  /** A phrase for readers. */
  title: string;
  records: string[];
  difference: string;
  choice: string;
  reason: string;
  status: Status;
  /** Keys of the differences that this choice accounts for, as the gate prints them. */
  allows?: string[];
}

/** What is known beyond the vendor's pages. */
export interface Discovery {
  id: string;
  claim: string;
  status: 'observed' | 'inferred' | 'unknown' | 'documented';
  evidence: string;
  records: string[];
}

const read = (path: string) => parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

export const readChoices = (): Choice[] => read('sources/choices.yaml');
export const readDiscoveries = (): Discovery[] => read('discoveries.yaml');

export function readRecords(): SourceRecord[] {
  return readdirSync(new URL('../sources/', import.meta.url))
    .filter((file) => file.endsWith('.yaml') && file !== 'choices.yaml')
    .map((file) => read(`sources/${file}`));
}

export const codesOfRecord = (record: SourceRecord): number[] =>
  (record.codes ?? []).map((entry) => (typeof entry === 'number' ? entry : entry.code));
