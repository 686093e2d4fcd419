import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { Discovery, Evidence, SourceRecord } from '../../documents/evidence.ts';
import type { ContractDocument, Status } from '../../documents/openapi.ts';
import { type DocumentClaim, documentClaims } from './document-claims.ts';
import { recordStates } from './record-places.ts';

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

/**
 * Each code, what it says of the operation, and each wire string of the catalogue, with the status that the catalogue
 * gives it.
 */
export function catalogueClaims(catalogue: CatalogueEntry[]): DocumentClaim[] {
  return catalogue.flatMap(({ code, sources, discoveries = [], carriedOut, info, status }) => {
    const claim = { pointer: `errors/${code}`, sources: [...sources, ...discoveries], status };
    const number = { ...claim, name: `errors.${code}.code`, kind: 'code', value: code };
    const effect = {
      ...claim,
      name: `errors.${code}.carriedOut`,
      kind: 'carriedOut',
      value: carriedOut.value,
      sources: carriedOut.discoveries,
      status: carriedOut.status,
    };
    if (!info) return [number, effect];
    const text = {
      ...claim,
      name: `errors.${code}.text`,
      kind: 'text',
      value: info.text,
      status: info.status,
    };
    return [number, effect, text];
  });
}

/** From the surest to the least sure. */
export const rank = ['documented', 'historical', 'observed', 'inferred', 'unknown'] as const;

/** What of the named records and discoveries states a claim at its own place. */
export function resolveClaim(claim: DocumentClaim, { records, discoveries }: Evidence): ResolvedClaim {
  const isNamed = ({ id }: { id: string }) => claim.sources.includes(id);
  const stating = [
    ...records
      .filter((record) => isNamed(record) && recordStates(record, claim))
      .map((record) => ({ id: record.id, status: statusOf(record) })),
    ...discoveries.filter((discovery) => isNamed(discovery) && discoveryStates(discovery, claim)),
  ];
  const resolved = rank.find((status) => stating.some((one) => one.status === status)) ?? 'nothing';
  return { ...claim, statedBy: stating.map(({ id }) => id), resolved };
}

/** What a record is worth for this API. */
export const statusOf = ({ status, product }: SourceRecord): Status =>
  product === 'sibling' ? 'inferred' : status === 'current' ? 'documented' : 'historical';

/** A discovery names the places of which it speaks; a code is its own place. */
function discoveryStates({ claim: sentence, about = [] }: Discovery, { name, kind, value }: DocumentClaim) {
  const code = /^errors\.(\d+)\./.exec(name)?.[1];
  if (code) return mentions(sentence, code) && mentions(sentence, value);
  return about.includes(name) && (kind === 'scope' ? mentionsEach : mentions)(sentence, value);
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
