import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { Claim, ClaimGroup, Evidence } from '../../documents/evidence.ts';
import type { ContractDocument, Status } from '../../documents/openapi.ts';
import { claimsWithoutEvidence } from './check-evidence.ts';
import { type ResolvedClaim, resolveClaims } from './resolve-claims.ts';

const kindsOf: Record<ClaimGroup, string[]> = {
  hosts: ['url', 'x-backup-url', 'host', 'backup'],
  rateLimit: ['calls', 'perSeconds', 'scope', 'x-timeout-seconds'],
  limits: ['minimum', 'maximum', 'minItems', 'maxItems', 'minLength', 'maxLength', 'x-max-bytes'],
  defaults: ['default', 'x-default-when-absent'],
  values: ['enum', 'const', 'pattern'],
  fields: ['required'],
  codes: ['code', 'carriedOut'],
  links: ['x-sample-url', 'x-debugging-tool', 'path'],
  texts: ['text'],
};

/**
 * Every fact of the contract with what it rests on, group by group.
 * @throws when nothing states a fact: the ledger has no status for it and must not leave it out.
 */
export function ledger(document: ContractDocument, catalogue: CatalogueEntry[], evidence: Evidence): Claim[] {
  const problems = claimsWithoutEvidence(document, catalogue, evidence);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const records = new Set(evidence.records.map(({ id }) => id));
  const claims = resolveClaims(document, catalogue, evidence).map((claim): Claim => {
    const { name, kind, value, statedBy, resolved, status = null } = claim;
    return {
      id: name,
      at: placeOf(catalogue, claim),
      group: groupOf(kind),
      kind,
      value,
      status: resolved as Status,
      contractStatus: status,
      records: statedBy.filter((id) => records.has(id)),
      discoveries: statedBy.filter((id) => !records.has(id)),
    };
  });
  const groups = Object.keys(kindsOf);
  return claims.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}

function groupOf(kind: string): ClaimGroup {
  const found = Object.entries(kindsOf).find(([, kinds]) => kinds.includes(kind));
  if (!found)
    throw new Error(`The kind ${kind} has no group. Add it to kindsOf in spec/tools/evidence/ledger.ts`);
  return found[0] as ClaimGroup;
}

const placesOf: Record<string, string> = { code: 'code', carriedOut: 'carriedOut/value', text: 'info/text' };

function placeOf(catalogue: CatalogueEntry[], { pointer, kind }: ResolvedClaim): string {
  const code = /^errors\/(\d+)$/.exec(pointer)?.[1];
  if (code === undefined) return `openapi.json#${pointer}`;
  const index = catalogue.findIndex((entry) => String(entry.code) === code);
  return `errors.json#/errors/${index}/${placesOf[kind]}`;
}
