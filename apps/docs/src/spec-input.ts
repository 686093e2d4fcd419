import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CatalogueEntry, Claim, ContractDocument, Evidence, Examples } from '@chat-sns/spec';
import { readWorkflows, type WorkflowDocument } from './arazzo.ts';

/** Everything the site is made from, as `@chat-sns/spec` publishes it. */
export interface SpecInput {
  document: ContractDocument;
  errors: CatalogueEntry[];
  examples: Examples;
  sources: Evidence;
  claims: Claim[];
  workflows: WorkflowDocument[];
  /** Files that are offered for download byte for byte. */
  downloads: Record<DownloadName, string>;
}

export const downloadNames = ['openapi.yaml', 'openapi.json', 'errors.json', 'claims.json'] as const;
type DownloadName = (typeof downloadNames)[number];

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
    document: JSON.parse(json) as ContractDocument,
    errors: (JSON.parse(errors) as { errors: CatalogueEntry[] }).errors,
    examples: JSON.parse(examples) as Examples,
    sources: JSON.parse(sources) as Evidence,
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
