import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Evidence } from '../../documents/evidence.ts';
import type { ContractDocument, Status } from '../../documents/openapi.ts';
import { wordsOfStep } from './claim-names.ts';
import { documentClaims } from './document-claims.ts';
import { rank, resolveClaim, statusOf } from './resolve-claims.ts';
import { readChoices, readDiscoveries, readRecords } from './sources.ts';

type Node = Record<string, unknown>;

/** What `spec/evidence.yaml` holds: for each place, by its name, the records and discoveries behind it. */
export type EvidenceByPlace = Record<string, string[]>;

const readEvidence = (): EvidenceByPlace =>
  parse(readFileSync(new URL('../../evidence.yaml', import.meta.url), 'utf8'));

/**
 * The document with its evidence at each place: `x-source`, `x-open-questions`, and the status that follows from them.
 * @throws when the evidence names a place, a record or a discovery that does not exist.
 */
export function joinEvidence(
  document: ContractDocument,
  byPlace = readEvidence(),
  evidence: Evidence = { records: readRecords(), choices: readChoices(), discoveries: readDiscoveries() },
): ContractDocument {
  const joined = structuredClone(document);
  const places = nodesOf(joined);
  const statusById = statusesOf(evidence);
  for (const [name, ids] of Object.entries(byPlace)) {
    const node = places.get(name);
    if (!node) throw new Error(`spec/evidence.yaml names ${name}, and the document has no such place.`);
    for (const id of ids.filter((one) => !statusById.has(one)))
      throw new Error(
        `spec/evidence.yaml names ${id} for ${name}, which is neither a record nor a discovery.`,
      );
    const questions = ids.filter(isQuestion);
    const sources = ids.filter((id) => !isQuestion(id));
    if (questions.length > 0) node['x-open-questions'] = questions;
    if (sources.length > 0) node['x-source'] = sources;
  }
  return markStatuses(joined, evidence);
}

const isQuestion = (id: string) => id.startsWith('unknown-');

/**
 * Marks what is not documented: `x-status` a place as a whole, whose sources are all weaker, and `x-keyword-status` each
 * keyword whose own evidence is weaker than its place. Changes the document and returns it.
 */
export function markStatuses(document: ContractDocument, evidence: Evidence): ContractDocument {
  const places = nodesOf(document);
  const statusById = statusesOf(evidence);
  for (const node of places.values()) {
    const sources = Array.isArray(node['x-source']) ? (node['x-source'] as string[]) : [];
    const status = bestOf(sources.map((id) => statusById.get(id)));
    if (status && status !== 'documented') node['x-status'] = status;
  }
  for (const claim of documentClaims(document)) {
    const { resolved } = resolveClaim(claim, evidence);
    if (resolved === 'nothing' || resolved === (claim.status ?? 'documented')) continue;
    const [place, keyword] = splitName(claim.name, places);
    const node = places.get(place) as Node;
    node['x-keyword-status'] = { ...Object(node['x-keyword-status']), [keyword]: resolved };
  }
  return document;
}

/** A claim's name, cut after the place that has it: `ResultItem` and `required.To_Account`. */
function splitName(name: string, places: Map<string, Node>): [place: string, keyword: string] {
  const words = name.split('.');
  for (let length = words.length - 1; length > 0; length--) {
    const place = words.slice(0, length).join('.');
    if (places.has(place)) return [place, words.slice(length).join('.')];
  }
  return ['document', name];
}

const bestOf = (statuses: (Status | undefined)[]) => rank.find((status) => statuses.includes(status));

const statusesOf = ({ records, discoveries }: Evidence) =>
  new Map<string, Status>([
    ...records.map((record) => [record.id, statusOf(record)] as const),
    ...discoveries.map(({ id, status }) => [id, status] as const),
  ]);

/**
 * Every object of the document by the name of its place. Where one wraps another under the same name, the name is the
 * outer one's, but an operation goes before its path.
 */
export function nodesOf(document: ContractDocument): Map<string, Node> {
  const named = new Map<string, Node>([['document', document as unknown as Node]]);
  const visit = (parent: object, words: string[]) => {
    for (const [step, node] of Object.entries(parent)) {
      if (typeof node !== 'object' || node === null) continue;
      const own = [...words, ...wordsOfStep(parent, step, node)];
      const name = own.join('.');
      if (name !== '' && !Array.isArray(node) && (!named.has(name) || step === 'post')) named.set(name, node);
      visit(node, own);
    }
  };
  visit(document, []);
  return named;
}
