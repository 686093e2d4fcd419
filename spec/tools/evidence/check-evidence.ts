import { isDeepStrictEqual } from 'node:util';
import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { Evidence } from '../../documents/evidence.ts';
import type { ContractDocument } from '../../documents/openapi.ts';
import { markStatuses, nodesOf } from './join-evidence.ts';
import { catalogueClaims, type ResolvedClaim, rank, resolveClaim, resolveClaims } from './resolve-claims.ts';
import { codesOfRecord } from './sources.ts';

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
        'Name in spec/evidence.yaml the record that states it there, or describe its evidence in spec/discoveries.yaml, then run: npm run generate',
    );
}

const placeOf = ({ pointer }: ResolvedClaim) =>
  pointer.startsWith('/') ? `openapi.yaml#${pointer}` : pointer;
const stating = ({ sources }: ResolvedClaim) =>
  sources.length > 0 ? `is not stated by ${sources.join(' or ')}` : 'has no evidence';

/** Records that a code names and that do not list it. */
export function wrongCodeSources(catalogue: CatalogueEntry[], { records }: Evidence): string[] {
  return catalogue.flatMap(({ code, sources }) =>
    records
      .filter((record) => sources.includes(record.id) && !codesOfRecord(record).includes(code))
      .map(
        ({ id }) =>
          `spec/errors names ${id} as a source of ${code}, and spec/sources/${id}.yaml does not list the code. ` +
          'Remove the source, or add the code to the record if the page lists it.',
      ),
  );
}

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
    ...catalogue.flatMap(({ sources, discoveries = [], carriedOut }) => [
      ...sources,
      ...discoveries,
      ...carriedOut.discoveries,
    ]),
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
        `Nothing uses ${place}. Name ${id} in spec/evidence.yaml, in a choice, or delete it, then run: npm run generate`,
    );
}

/** Places whose marks differ from what their evidence gives, in both directions. */
export function statusProblems(document: ContractDocument, evidence: Evidence): string[] {
  const bare = structuredClone(document);
  for (const node of nodesOf(bare).values()) for (const key of marks) delete node[key];
  const right = nodesOf(markStatuses(bare, evidence));
  return [...nodesOf(document)].flatMap(([name, node]) =>
    marks.flatMap((key) => {
      const [said, follows] = [node[key], right.get(name)?.[key]];
      if (isDeepStrictEqual(said, follows)) return [];
      return `${name} has ${key}: ${show(said)}, and its evidence gives ${show(follows)}. Build again; evidence stands in spec/evidence.yaml.`;
    }),
  );
}

/** Codes and wire strings whose status in the catalogue differs from what their evidence gives. */
export function catalogueStatusProblems(catalogue: CatalogueEntry[], evidence: Evidence): string[] {
  return catalogueClaims(catalogue)
    .map((claim) => resolveClaim(claim, evidence))
    .filter(({ status, resolved }) => status !== resolved)
    .map(
      ({ name, value, status, resolved }) =>
        `spec/errors has ${name} ${JSON.stringify(value)} as ${status}, and its sources and discoveries give ${resolved}. ` +
        'Correct the status, or name the record or the discovery that states it, then run: npm run generate',
    );
}

/** Codes whose `levelStatus` is not that of the least sure of their levels, in the lists of all operations. */
export function levelStatusProblems(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  evidence: Evidence,
): string[] {
  const levels = resolveClaims(document, [], evidence).filter(({ name }) =>
    /CodeKnown\.enum\.\d{5}$/.test(name),
  );
  return catalogue.flatMap(({ code, levelStatus, operations }) => {
    const statuses = levels.filter(({ value }) => value === code).map(({ resolved }) => resolved);
    // At which level a public code stands is in no doubt, and a code of no operation has no level to check.
    const least =
      rank.findLast((status) => statuses.includes(status)) ??
      (operations.length > 0 ? 'documented' : undefined);
    if (least === undefined || least === levelStatus) return [];
    return `The levels of ${code} are ${levelStatus} in spec/errors, and their evidence gives ${least}. Correct levelStatus, then run: npm run generate`;
  });
}

/** Links to pages of the vendor that no record is of or links to. A page goes by its number, whatever the site. */
export function linksWithoutRecord(document: ContractDocument, { records }: Evidence): string[] {
  const known = new Set(
    records.flatMap(({ page, alsoAt = [], links = {} }) =>
      [page, ...alsoAt, ...Object.values(links)].map(pageNumber),
    ),
  );
  return [...new Set(JSON.stringify(document).match(/https:\/\/[^"\s)]+\/document\/[^"\s)]+/g))]
    .filter((url) => !known.has(pageNumber(url)))
    .map(
      (url) =>
        `No record is of ${url} or links to it. Read the page and add its record to spec/sources, or remove the link, then run: npm run generate`,
    );
}

const pageNumber = (url: string) => /\/document\/.*?(\d+)$/.exec(url)?.[1];

const marks = ['x-status', 'x-keyword-status'];
const show = (mark: unknown) => (mark === undefined ? 'none' : JSON.stringify(mark));

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
