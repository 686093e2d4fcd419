import { expect, test } from 'vitest';
import type { Claim } from '../documents/evidence.ts';
import type { ContractDocument } from '../documents/openapi.ts';
import { bundle } from '../tools/bundle.ts';
import { readCatalogue } from '../tools/catalogue.ts';
import { alternativesOf } from '../tools/evidence/document-claims.ts';
import { ledger } from '../tools/evidence/ledger.ts';
import { resolveClaims } from '../tools/evidence/resolve-claims.ts';
import { readChoices, readDiscoveries, readRecords } from '../tools/evidence/sources.ts';

const document: ContractDocument = JSON.parse(bundle());
const catalogue = readCatalogue();
const evidence = { records: readRecords(), choices: readChoices(), discoveries: readDiscoveries() };
const claims = ledger(document, catalogue, evidence);
const find = (id: string) => claims.find((claim) => claim.id === id);

test('the ledger contains every resolved claim with what states it', () => {
  const line = (value: unknown, status: string, statedBy: string[]) =>
    [value, status, ...statedBy.toSorted()].join(' ');
  const known = resolveClaims(document, catalogue, evidence);
  expect(
    claims.map((claim) => line(claim.value, claim.status, [...claim.records, ...claim.discoveries])).sort(),
  ).toEqual(known.map(({ value, resolved, statedBy }) => line(value, resolved, statedBy)).sort());
});

test('every claim has a unique id', () => {
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
});

test.each(claims.map((claim) => [claim.id, claim] as const))('%s leads to its value', (_, { at, value }) => {
  const [file = '', pointer = ''] = at.split('#');
  const files: Record<string, unknown> = { 'openapi.json': document, 'errors.json': { errors: catalogue } };
  const steps = pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = steps.reduce((node, step) => (node as Record<string, unknown>)[step], files[file]);
  const stated = [found].flat();
  const alternatives = stated.flatMap((one) => alternativesOf(String(one)) ?? []);
  expect([...stated, ...alternatives]).toContain(value);
});

test('a claim has a kind, a value, a status and its evidence', () => {
  expect(find('DeleteFriendsRequest.To_Account.maxItems')).toEqual({
    id: 'DeleteFriendsRequest.To_Account.maxItems',
    group: 'limits',
    kind: 'maxItems',
    value: 1000,
    status: 'documented',
    contractStatus: null,
    at: 'openapi.json#/components/schemas/DeleteFriendsRequest/properties/To_Account/maxItems',
    records: ['friend-delete.2017', 'friend-delete.intl-2023', 'friend-delete.trtc-ko'],
    discoveries: [],
  } satisfies Claim);
  expect(find('errors.31704.text')).toMatchObject({ group: 'texts', discoveries: ['wire-not-friend-item'] });
  expect(find('deleteFriends.x-rate-limit.scope')).toMatchObject({ group: 'rateLimit', status: 'inferred' });
});

test('the id of a claim does not depend on the order of the document', () => {
  const other = structuredClone(document);
  other.servers.reverse();
  other.webhooks.friendDeleted?.post.parameters.reverse();
  const names = (all: Claim[]) => all.map(({ id }) => id).sort();
  expect(names(ledger(other, catalogue, evidence))).toEqual(names(claims));
});

/** Found without the code that writes the marks: by reading the document from the outside to the claim. */
function markOf({ id, at }: Claim): { mark: string; byKeyword: boolean } {
  const [, pointer = ''] = at.split('#');
  let node: Record<string, unknown> = document as unknown as Record<string, unknown>;
  let found = { mark: 'documented', byKeyword: false };
  for (const step of pointer.slice(1).split('/')) {
    node = node[step.replaceAll('~1', '/').replaceAll('~0', '~')] as Record<string, unknown>;
    if (typeof node !== 'object' || node === null) break;
    if (node['x-source'] || node['x-status'])
      found = { mark: String(node['x-status'] ?? 'documented'), byKeyword: false };
    const keyword = Object.entries(Object(node['x-keyword-status'])).find(([key]) => id.endsWith(`.${key}`));
    if (keyword) found = { mark: String(keyword[1]), byKeyword: true };
  }
  return found;
}

test('the document marks each claim as the ledger does, and nothing else', () => {
  const inDocument = claims.filter(({ at }) => at.startsWith('openapi.json'));
  for (const claim of inDocument) expect(markOf(claim).mark, claim.id).toBe(claim.status);
  const marks = JSON.stringify(document).match(/"x-keyword-status":\{[^}]*\}/g) ?? [];
  const written = marks.flatMap((mark) => Object.keys(JSON.parse(`{${mark}}`)['x-keyword-status']));
  const used = inDocument.filter((claim) => markOf(claim).byKeyword);
  expect(written.length).toBe(used.length);
  expect(used.length).toBeGreaterThan(40);
});

test('a place is marked when no current page of the API states it, and only then', () => {
  const current = evidence.records.filter((record) => record.status === 'current' && !record.product);
  const visit = (node: unknown): number => {
    if (typeof node !== 'object' || node === null) return 0;
    const { 'x-source': sources, 'x-status': mark } = node as { 'x-source'?: string[]; 'x-status'?: string };
    const isDocumented = current.some(({ id }) => sources?.includes(id));
    if (sources) expect(mark === undefined, `${mark} by ${sources}`).toBe(isDocumented);
    return Object.values(node).reduce((marks, inner) => marks + visit(inner), mark ? 1 : 0);
  };
  expect(visit(document)).toBeGreaterThan(5);
});

test('the ledger throws for a claim without evidence', () => {
  const other = structuredClone(document);
  if (other.components.schemas.UserId) other.components.schemas.UserId.maxLength = 33;
  expect(() => ledger(other, catalogue, evidence)).toThrow('maxLength 33 is not stated by usersig-guide');
});
