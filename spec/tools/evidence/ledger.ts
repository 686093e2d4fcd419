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
  codes: ['code'],
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
    const { value, statedBy, resolved, status = null } = claim;
    const kind = claim.kind === 'wire text' ? 'text' : claim.kind;
    return {
      ...placeOf(document, catalogue, { ...claim, kind }),
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

function placeOf(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  { pointer, kind, value }: ResolvedClaim,
) {
  const code = /^errors\/(\d+)$/.exec(pointer)?.[1];
  if (code !== undefined) {
    const index = catalogue.findIndex((entry) => String(entry.code) === code);
    const field = kind === 'code' ? 'code' : 'info/text';
    return { id: `errors.${code}.${kind}`, at: `errors.json#/errors/${index}/${field}` };
  }
  const words = wordsOf(document, pointer);
  if (kind === 'enum' || kind === 'required') words.push(String(value));
  return { id: words.join('.'), at: `openapi.json#${pointer}` };
}

/** Steps of a pointer that say nothing about the fact. */
const silent = new Set([
  'components',
  'paths',
  'webhooks',
  'post',
  'schemas',
  'schema',
  'x-schema',
  'properties',
]);
const spoken: Record<string, string> = {
  parameters: 'query',
  securitySchemes: 'query',
  'x-hosts-not-offered': 'not-offered',
};

/** The path to a place in words that do not depend on any order: an item of a list is called by its name. */
function wordsOf(document: ContractDocument, pointer: string): string[] {
  let node: unknown = document;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .flatMap((step) => {
      const isItem = Array.isArray(node);
      node = (node as Record<string, unknown>)[step];
      const {
        post,
        'x-region': region,
        name,
        host,
      } = node as Record<string, never> & {
        post?: { operationId: string };
      };
      if (silent.has(step)) return [];
      return (
        post?.operationId ?? (isItem ? (region ?? name ?? host ?? step) : (name ?? spoken[step] ?? step))
      );
    });
}
