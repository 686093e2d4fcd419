import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readWorkflows, type WorkflowDocument } from './arazzo.ts';
import type { OpenApiDocument, Status } from './openapi.ts';

export type RetryClass = 'never' | 'transient' | 'throttled' | 'cooldown' | 're-sign' | 'done';
export type Level = 'request' | 'item';
export type ClaimGroup =
  | 'hosts'
  | 'rateLimit'
  | 'limits'
  | 'defaults'
  | 'values'
  | 'fields'
  | 'codes'
  | 'texts';
export type Family = 'relationship' | 'gateway' | 'auth' | 'account';

/** One code of the catalogue. */
export interface CatalogueEntry {
  code: number;
  title: string;
  meaning: string;
  action: string;
  retry: RetryClass;
  levels: Level[];
  levelStatus: Status;
  operations: string[];
  status: Status;
  family: Family;
  info?: { text: string; status: Status };
  /** For a code that no operation answers: the operationId whose behaviour it explains, or `requests`. */
  explains?: string;
  sources: string[];
  discoveries?: string[];
  changed?: string;
}

export interface ResponseExample {
  summary: string;
  description?: string;
  value: unknown;
  synthesised?: boolean;
}

export type Examples = Record<string, { responses: Record<string, ResponseExample> }>;

/** What one edition of one page of the vendor's states. */
export interface SourceRecord {
  id: string;
  page: string;
  alsoAt?: string[];
  edition: string;
  status: 'current' | 'historical';
  operation?: string;
  notes?: string[];
  /** Hosts by region, as the page names it. */
  hosts?: Record<string, string>;
  frequency?: { calls: number; perSeconds: number };
  /** Query parameters and fields of the request by name. */
  query?: Record<string, object>;
  request?: Record<string, { default?: string }>;
  /** `false` where the page lists more codes than the record knows of. */
  codesComplete?: boolean;
  codes?: (number | { code: number })[];
  samples?: { response?: { ErrorCode?: number; ErrorInfo?: string } };
}

/** A place where sources disagree, and what the contract says there. */
export interface Choice {
  /** A name that is also the anchor. */
  topic: string;
  title: string;
  records: string[];
  difference: string;
  choice: string;
  reason: string;
  status: Status;
}

/** A claim that goes beyond the vendor's pages. */
export interface Discovery {
  id: string;
  claim: string;
  status: Status;
  evidence: string;
  records?: string[];
}

/** One fact of the contract and what it rests on. */
export interface Claim {
  /** A name that is also the anchor, such as `DeleteFriendsRequest.To_Account.maxItems`. */
  id: string;
  group: ClaimGroup;
  kind: string;
  value: string | number;
  status: Status;
  /** What the contract says of the whole place where the fact stands. */
  contractStatus: Status | null;
  records: string[];
  discoveries: string[];
}

export interface Sources {
  records: SourceRecord[];
  choices: Choice[];
  discoveries: Discovery[];
}

/** Everything the site is made from, as `@chat-sns/spec` publishes it. */
export interface SpecInput {
  document: OpenApiDocument;
  errors: CatalogueEntry[];
  examples: Examples;
  sources: Sources;
  claims: Claim[];
  workflows: WorkflowDocument[];
  /** Files that are offered for download byte for byte. */
  downloads: Record<DownloadName, string>;
}

export const downloadNames = ['openapi.yaml', 'openapi.json', 'errors.json', 'claims.json'] as const;
export type DownloadName = (typeof downloadNames)[number];

export async function readSpec(): Promise<SpecInput> {
  const read = (file: string) =>
    readFile(fileURLToPath(import.meta.resolve(`@chat-sns/spec/${file}`)), 'utf8');
  const [workflows, yaml, json, errors, examples, sources, claims] = await Promise.all([
    readWorkflows(),
    read('openapi.yaml'),
    read('openapi.json'),
    read('errors.json'),
    read('examples.json'),
    read('sources.json'),
    read('claims.json'),
  ]);
  return {
    document: JSON.parse(json) as OpenApiDocument,
    errors: (JSON.parse(errors) as { errors: CatalogueEntry[] }).errors,
    examples: JSON.parse(examples) as Examples,
    sources: JSON.parse(sources) as Sources,
    claims: (JSON.parse(claims) as { claims: Claim[] }).claims,
    workflows,
    downloads: {
      'openapi.yaml': yaml,
      'openapi.json': json,
      'errors.json': errors,
      'claims.json': claims,
    },
  };
}
