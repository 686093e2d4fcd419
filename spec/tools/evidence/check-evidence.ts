import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { Evidence } from '../../documents/evidence.ts';
import type { ContractDocument } from '../../documents/openapi.ts';
import { type ResolvedClaim, resolveClaims } from './resolve-claims.ts';

/** Claims that nothing states. Each message names the place, the value and what mends it. */
export function claimsWithoutEvidence(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  evidence: Evidence,
): string[] {
  return resolveClaims(document, catalogue, evidence)
    .filter(({ resolved }) => resolved === 'nothing')
    .map(
      (claim) =>
        `${placeOf(claim)}: ${claim.kind} ${JSON.stringify(claim.value)} is stated by none of ${named(claim)}. ` +
        'Name in x-source the record of spec/sources that states it, or write what it rests on in spec/discoveries.yaml, then run: npm run generate',
    );
}

const placeOf = ({ pointer }: ResolvedClaim) =>
  pointer.startsWith('/') ? `openapi.yaml#${pointer}` : pointer;
const named = ({ sources }: ResolvedClaim) => (sources.length > 0 ? sources.join(', ') : 'no source at all');

/** Records and discoveries that no part of the contract, no code, no choice and no used discovery names. */
export function unusedEvidence(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  evidence: Evidence,
): string[] {
  const { records, discoveries, choices } = evidence;
  const used = new Set([
    ...namesUnder(document, 'x-source'),
    ...namesUnder(document, 'x-open-questions'),
    ...catalogue.flatMap((entry) => [...entry.sources, ...(entry.discoveries ?? [])]),
    ...choices.flatMap((choice) => choice.records),
  ]);
  for (const discovery of discoveries) {
    if (used.has(discovery.id)) for (const id of discovery.records) used.add(id);
  }
  return [
    ...records.map(({ id }) => [id, `spec/sources/${id}.yaml`]),
    ...discoveries.map(({ id }) => [id, `${id} in spec/discoveries.yaml`]),
  ]
    .filter(([id]) => !used.has(id ?? ''))
    .map(
      ([id, place]) =>
        `Nothing uses ${place}. Name ${id} in x-source or x-open-questions, in a choice, or delete it, then run: npm run generate`,
    );
}

/** Nodes whose `x-status` and whose sources say different things. */
export function statusProblems(document: ContractDocument, { records, discoveries }: Evidence): string[] {
  const status = new Map<string, string>([
    ...records.map(
      (record) => [record.id, record.status === 'current' ? 'documented' : record.status] as const,
    ),
    ...discoveries.map((discovery) => [discovery.id, discovery.status] as const),
  ]);
  return nodesWith(document, '', 'x-source').flatMap(([pointer, node]) => {
    const behind = (node['x-source'] as string[]).map((id) => status.get(id) ?? id);
    const said = node['x-status'];
    if (said !== undefined && !behind.includes(String(said))) {
      return `openapi.yaml#${pointer} says x-status: ${said}, and its sources are ${behind.join(', ')}.`;
    }
    if (said === undefined && !behind.includes('documented')) {
      return `openapi.yaml#${pointer} rests on ${behind.join(', ')} only. Say so with x-status.`;
    }
    return [];
  });
}

type Node = Record<string, unknown>;

/** Every node that has a key, with its JSON pointer. */
function nodesWith(node: unknown, pointer: string, key: string): [string, Node][] {
  if (typeof node !== 'object' || node === null) return [];
  const own: [string, Node][] = key in node ? [[pointer, node as Node]] : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([name, inner]) =>
      nodesWith(inner, `${pointer}/${name.replaceAll('/', '~1')}`, key),
    ),
  ];
}

export const namesUnder = (document: ContractDocument, key: string): string[] =>
  nodesWith(document, '', key).flatMap(([, node]) => node[key] as string[]);
