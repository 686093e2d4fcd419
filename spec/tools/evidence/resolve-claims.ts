import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { Evidence, SourceRecord } from '../../documents/evidence.ts';
import type { ContractDocument, Status } from '../../documents/openapi.ts';
import { type DocumentClaim, documentClaims } from './document-claims.ts';
import { codesOfRecord } from './sources.ts';

/** A claim with the records and discoveries that state it, and the status that follows from them. */
export interface ResolvedClaim extends DocumentClaim {
  statedBy: string[];
  resolved: Status | 'nothing';
}

/** Every fact of the contract with the evidence for it. */
export function resolveClaims(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  evidence: Evidence,
): ResolvedClaim[] {
  const claims = [...documentClaims(document), ...catalogueClaims(catalogue)];
  return claims.map((claim) => resolveClaim(claim, evidence));
}

function catalogueClaims(catalogue: CatalogueEntry[]): DocumentClaim[] {
  return catalogue.flatMap(({ code, sources, discoveries = [], info, status }) => {
    const claim = { pointer: `errors/${code}`, sources: [...sources, ...discoveries], status };
    const number = { ...claim, kind: 'code', value: code };
    return info ? [number, { ...claim, kind: 'wire text', value: info.text, status: info.status }] : [number];
  });
}

const rank = ['documented', 'historical', 'observed', 'inferred', 'unknown'] as const;

function resolveClaim(claim: DocumentClaim, { records, discoveries }: Evidence): ResolvedClaim {
  const stating = [
    ...records.map((record) => ({
      id: record.id,
      status: record.status === 'current' ? ('documented' as const) : ('historical' as const),
      states: () => recordStates(record, claim),
    })),
    ...discoveries.map((discovery) => ({
      id: discovery.id,
      status: discovery.status,
      states: () => (claim.kind === 'scope' ? mentionsEach : mentions)(discovery.claim, claim.value),
    })),
  ].filter(({ id, states }) => claim.sources.includes(id) && states());
  const resolved = rank.find((status) => stating.some((one) => one.status === status)) ?? 'nothing';
  return { ...claim, statedBy: stating.map(({ id }) => id), resolved };
}

/** The keys of a record under which a fact of each kind counts. Facts of other kinds count anywhere. */
const keysOf: Record<string, string[]> = {
  minimum: ['minimum'],
  maximum: ['maximum'],
  minItems: ['minItems', 'minimum'],
  maxItems: ['maxItems', 'maximum', 'listsPerUser'],
  minLength: ['minLength', 'minimum'],
  maxLength: ['maximum', 'userIdMaxBytes', 'userIdBytes'],
  'x-max-bytes': ['maximum'],
  calls: ['calls'],
  perSeconds: ['perSeconds'],
  'x-timeout-seconds': ['timeoutSeconds'],
  default: ['default'],
  'x-default-when-absent': ['default'],
};

function recordStates(record: SourceRecord, { kind, value }: DocumentClaim): boolean {
  if (kind === 'code') return listsCode(record, Number(value));
  if (kind === 'required') return fieldsOf(record).some(([name, { required }]) => name === value && required);
  if (kind === 'pattern') return statesPattern(record, String(value));
  if (kind === 'url' || kind === 'x-backup-url') return contains(record, new URL(String(value)).host);
  if (kind === 'enum' && record.notes?.some((note) => mentions(note, value))) return true;
  return contains(record, value, keysOf[kind]);
}

const fieldsOf = ({ request, response, webhook }: SourceRecord) =>
  [request, response, webhook?.answer].flatMap((fields) => Object.entries(fields ?? {}));

/** A page states an alphabet, or a value of fixed length that the pattern must match. */
function statesPattern(record: SourceRecord, pattern: string): boolean {
  const alphabet = pattern.match(/^\^\[(.+)\]\+\$$/)?.[1];
  if (alphabet) return contains(record, alphabet);
  return /\{\d+\}\$$/.test(pattern) && leaves(record).some((leaf) => new RegExp(pattern).test(leaf));
}

const leaves = (node: unknown): string[] =>
  typeof node === 'object' && node !== null ? Object.values(node).flatMap(leaves) : [String(node)];

function listsCode(record: SourceRecord, code: number): boolean {
  // Some pages are recorded in part: they list the code, but the record does not name every number.
  if (record.codesComplete === false || !record.codes) return true;
  return codesOfRecord(record).includes(code) || contains(record, code);
}

/** Whether the value is somewhere below the node: as a key, or as a value under one of the keys. */
function contains(node: unknown, value: string | number, keys?: string[], under = ''): boolean {
  if (node === value) return !keys || keys.includes(under);
  if (typeof node !== 'object' || node === null) return false;
  return Object.entries(node).some(
    ([key, inner]) =>
      (!keys && key === value) || contains(inner, value, keys, Array.isArray(node) ? under : key),
  );
}

/** Claims are sentences: the value must be a word of its own in one of them. */
function mentions(sentence: string, value: string | number): boolean {
  if (value === '') return /\bempty\b/.test(sentence);
  const text = String(value).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.])${text}(?![\\w])`).test(sentence);
}

/** The name of a scope is our own: it joins words of the claim. */
const mentionsEach = (sentence: string, value: string | number) =>
  String(value)
    .split('-')
    .every((word) => mentions(sentence, word));
