import { expect, test } from 'vitest';
import type { Claim } from '../documents/evidence.ts';
import type { ContractDocument } from '../documents/openapi.ts';
import { bundle } from '../tools/bundle.ts';
import { readCatalogue } from '../tools/catalogue.ts';
import { alternativesOf } from '../tools/evidence/document-claims.ts';
import { ledger } from '../tools/evidence/ledger.ts';
import { resolveClaims } from '../tools/evidence/resolve-claims.ts';
import { readChoices, readDiscoveries, readRecords } from '../tools/evidence/sources.ts';

const document: ContractDocument = JSON.parse(bundle('json'));
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

test('the ledger throws for a claim without evidence', () => {
  const other = structuredClone(document);
  if (other.components.schemas.UserId) other.components.schemas.UserId.maxLength = 33;
  expect(() => ledger(other, catalogue, evidence)).toThrow('maxLength 33 is not stated by usersig-guide');
});
