import { readFileSync } from 'node:fs';
import type { CatalogueEntry, ContractDocument } from '@chat-sns/spec';
import errorsJson from '@chat-sns/spec/errors.json' with { type: 'json' };
import documentJson from '@chat-sns/spec/openapi.json' with { type: 'json' };
import { parse } from 'yaml';
import { packageFolder, repository } from './packages.ts';

export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json | undefined;
}

/** Everything that a consumer of the contract gets: the bundled document and the error catalogue. */
export interface Contract {
  document: ContractDocument;
  catalogue: CatalogueEntry[];
}

export { packageFolder, repository };

/** The contract of the working tree, as `npm run build` made it. */
export const readContract = (): Contract => ({
  document: structuredClone(documentJson) as unknown as ContractDocument,
  catalogue: structuredClone(errorsJson.errors) as CatalogueEntry[],
});

/** The contract of the last release, or the baseline of the first one. */
export function readReleased(folder = new URL('released/', packageFolder)): Contract {
  const text = (file: string) => readFileSync(new URL(file, folder), 'utf8');
  return { document: parse(text('openapi.yaml')), catalogue: JSON.parse(text('errors.json')).errors };
}

export const cloneContract = (contract: Contract): Contract => structuredClone(contract);

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asArray = <Item>(value: Item | Item[] | undefined): Item[] =>
  Array.isArray(value) ? value : [];

/** A schema with its `$ref` followed; keys beside the `$ref` win, as OpenAPI 3.1 has it. */
export function follow(document: ContractDocument, node: JsonObject): JsonObject {
  if (typeof node.$ref !== 'string') return node;
  const target = node.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), document);
  if (!isObject(target)) throw new Error(`${node.$ref} leads nowhere`);
  const { $ref, ...own } = node;
  return { ...follow(document, target), ...own };
}
