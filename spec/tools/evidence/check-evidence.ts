import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { Evidence } from '../../documents/evidence.ts';
import type { ContractDocument } from '../../documents/openapi.ts';
import { type ResolvedClaim, resolveClaims } from './resolve-claims.ts';

/** Claims that nothing states. Each message names the place and the value, and says how to fix it. */
export function claimsWithoutEvidence(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  evidence: Evidence,
): string[] {
  return resolveClaims(document, catalogue, evidence)
    .filter(({ resolved }) => resolved === 'nothing')
    .map(
      (claim) =>
        `${placeOf(claim)}: ${claim.kind} ${JSON.stringify(claim.value)} ${stating(claim)}. ` +
        'Name in x-source the record of spec/sources that states it, or describe its evidence in spec/discoveries.yaml, then run: npm run generate',
    );
}

const placeOf = ({ pointer }: ResolvedClaim) =>
  pointer.startsWith('/') ? `openapi.yaml#${pointer}` : pointer;
const stating = ({ sources }: ResolvedClaim) =>
  sources.length > 0 ? `is not stated by ${sources.join(' or ')}` : 'has no x-source';

/** Records and discoveries that nothing names: no part of the contract, no code, no choice and no used discovery. */
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

/** Nodes whose `x-status` differs from that of their sources. */
export function statusProblems(document: ContractDocument, { records, discoveries }: Evidence): string[] {
  const status = new Map<string, string>([
    ...records.map(
      (record) => [record.id, record.status === 'current' ? 'documented' : record.status] as const,
    ),
    ...discoveries.map((discovery) => [discovery.id, discovery.status] as const),
  ]);
  return nodesWith(document, '', 'x-source').flatMap(([pointer, node]) => {
    const known = [...new Set((node['x-source'] as string[]).map((id) => status.get(id) ?? id))];
    const stated = node['x-status'];
    if (stated !== undefined && !known.includes(String(stated))) {
      return `openapi.yaml#${pointer} has x-status: ${stated}, but its sources are ${known.join(' and ')}.`;
    }
    if (stated === undefined && !known.includes('documented')) {
      return `openapi.yaml#${pointer} has no x-status, but its sources are only ${known.join(' and ')}. Add it.`;
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
