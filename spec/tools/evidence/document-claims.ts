import type { ContractDocument, Status } from '../../documents/openapi.ts';
import { nameOfPlace } from './claim-names.ts';

/** One fact that the document states, with the records and discoveries that it names for it. */
export interface DocumentClaim {
  /** Place in the bundled document, as a JSON pointer. */
  pointer: string;
  /** The place in words, unique and independent of any order: `DeleteFriendsRequest.To_Account.maxItems`. */
  name: string;
  kind: string;
  value: string | number;
  /** The nearest `x-source`, on the node of the claim or above it. */
  sources: string[];
  /** The `x-status` beside that `x-source`. */
  status: Status | undefined;
}

type Node = Record<string, unknown>;
const facts = new Set([
  ...['minimum', 'maximum', 'minItems', 'maxItems', 'minLength', 'maxLength', 'x-max-bytes'],
  ...['pattern', 'const', 'default', 'x-default-when-absent'],
  ...['x-sample-url', 'x-debugging-tool', 'path'],
  ...['url', 'x-backup-url', 'calls', 'perSeconds', 'scope', 'x-timeout-seconds', 'host', 'backup'],
]);
const lists = new Set(['enum', 'required']);
/** Not facts about the API: links for readers, whose pages have a test of their own, our own code, and sample values, which have a test of their own. */
const skipped = new Set(['externalDocs', 'x-codeSamples', 'examples', 'example', 'info', 'license']);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every fact of the document. Of the lists of codes, which are generated, only those whose level is in question. */
export function documentClaims(document: ContractDocument): DocumentClaim[] {
  const isPublic = ({ pointer, value }: Unnamed) =>
    isListOfCodes(pointer) && Number(value) >= document['x-public-codes'].minimum;
  const claims = walk(document as unknown as Node, '', [], undefined).filter((claim) => !isPublic(claim));
  return claims.map((claim) => {
    const name = nameOfPlace(document, claim.pointer);
    return { ...claim, name: isOneOfSeveral(claim) ? `${name}.${wordOf(claim)}` : name };
  });
}

type Unnamed = Omit<DocumentClaim, 'name'>;

/** The value as part of a name, which is also an anchor. */
const wordOf = ({ kind, value }: Unnamed) =>
  kind === 'pattern' ? String(value).replace(/[^\w-]/g, '') : value;

const isOneOfSeveral = ({ kind, value }: Unnamed) =>
  lists.has(kind) || (kind === 'pattern' && !String(value).startsWith('^'));

function walk(node: Node, pointer: string, inherited: string[], above: Status | undefined): Unnamed[] {
  const own = Array.isArray(node['x-source']) ? (node['x-source'] as string[]) : undefined;
  const sources = own ?? inherited;
  const status = own || 'x-status' in node ? (node['x-status'] as Status | undefined) : above;
  const claims: Unnamed[] = [];
  // Open to codes that no page lists, which is no fact of its own.
  if (/\/schemas\/\w+(?:Error|Result)Code$/.test(pointer)) return [];
  for (const [key, value] of Object.entries(node)) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (skipped.has(key) || key === 'x-keyword-status' || key === 'x-source' || key === 'x-open-questions')
      continue;
    if (key === 'url' && 'path' in node) continue;
    const alternatives = key === 'pattern' && alternativesOf(String(value));
    if (alternatives) {
      for (const item of alternatives)
        claims.push({ pointer: place, kind: key, value: item, sources, status });
    } else if (facts.has(key) && (typeof value === 'string' || typeof value === 'number')) {
      claims.push({ pointer: place, kind: key, value, sources, status });
    } else if (lists.has(key) && Array.isArray(value)) {
      for (const item of value) claims.push({ pointer: place, kind: key, value: item, sources, status });
    } else if (isNode(value)) {
      claims.push(...walk(value, place, sources, status));
    }
  }
  return claims;
}

/** What a pattern of the form `^(?:one|two)$` allows, each a fact of its own: no page needs to state them all. */
export const alternativesOf = (pattern = ''): string[] | undefined =>
  /^\^\(\?:([^()]*)\)\$$/.exec(pattern)?.[1]?.split('|');

const isListOfCodes = (pointer: string) => /\/schemas\/\w+(?:Error|Result)CodeKnown\/enum$/.test(pointer);
