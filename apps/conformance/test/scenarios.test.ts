import { readdirSync, readFileSync } from 'node:fs';
import { errorCatalogue, operations } from '@chat-sns/spec';
import sources from '@chat-sns/spec/sources.json' with { type: 'json' };
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { everyResponseChecks } from '../src/checks/every-response.ts';
import { type Claim, readCoverage, readEveryResponse, readScenarios, type Scenario } from '../src/index.ts';
import { fill, nameAccounts } from '../src/scenarios/accounts.ts';
import { readNotCovered } from '../src/scenarios/scenario.ts';

const root = new URL('../', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('scenario.schema.json', root), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
const files = readdirSync(new URL('scenarios/', root)).filter(
  (file) => !['every-response.yaml', 'not-covered.yaml'].includes(file),
);
const scenarios = readScenarios();
const claimsOf = ({ steps }: Scenario): Claim[] => steps.flatMap(({ expect: claims = [] }) => claims);
const claims = [...scenarios.flatMap(claimsOf), ...readEveryResponse()];

test.each(files)('%s follows scenario.schema.json', (file) => {
  validate(parse(readFileSync(new URL(`scenarios/${file}`, root), 'utf8')));
  expect(validate.errors).toBeNull();
});

test('every file is read, and every id is unique', () => {
  const inFiles = files.map(
    (file) => parse(readFileSync(new URL(`scenarios/${file}`, root), 'utf8')).scenarios.length,
  );
  expect(scenarios).toHaveLength(inFiles.reduce((sum, count) => sum + count, 0));
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  const told = readFileSync(new URL('README.md', root), 'utf8').matchAll(/(\d+) scenarios/g);
  expect([...new Set([...told].map(([, count]) => Number(count)))]).toEqual([scenarios.length]);
});

test('every claim about every response has a check, and every check has a claim', () => {
  expect(Object.keys(everyResponseChecks)).toEqual(readEveryResponse().map(({ id }) => id));
});

const records = new Set(sources.records.map(({ id }) => id));
const discoveries = new Map(sources.discoveries.map(({ id, status }) => [id, status]));

test('every source is a record or a discovery of the contract', () => {
  const named = claims.flatMap(({ source }) => source);
  expect([...new Set(named)].filter((id) => !records.has(id) && !discoveries.has(id))).toEqual([]);
});

test('every inferred or unknown discovery is settled by a scenario, or a reason says why not', () => {
  const coverage = readCoverage();
  for (const [id, status] of discoveries) {
    if (status !== 'inferred' && status !== 'unknown') continue;
    const { scenarios: settling = [], everyResponse, reason } = coverage.get(id) ?? {};
    expect(
      settling.length > 0 || everyResponse === true,
      reason
        ? `A scenario names ${id}. Remove it from scenarios/not-covered.yaml.`
        : `Nothing settles ${id}. Name it as a source in a scenario, or give the reason in scenarios/not-covered.yaml.`,
    ).toBe(reason === undefined);
  }
  const excused = Object.values(readNotCovered()).flat();
  expect(excused.filter((id) => !discoveries.has(id))).toEqual([]);
});

test('the status of a claim matches its sources', () => {
  const fits: Record<Claim['status'], (id: string) => boolean> = {
    documented: (id) => records.has(id),
    observed: (id) => discoveries.get(id) === 'observed',
    inferred: (id) => ['inferred', 'observed'].includes(discoveries.get(id) ?? ''),
    unknown: (id) => discoveries.get(id) === 'unknown',
  };
  expect(claims.filter(({ status, source }) => !source.some(fits[status]))).toEqual([]);
});

test('every expected code is in the catalogue for its operation and level', () => {
  const unlisted = scenarios.flatMap(({ id, steps }) =>
    steps.flatMap(({ call, path, method, expect: own = [] }) => {
      const listed = (code: number, level: 'request' | 'item') =>
        code === 0 ||
        errorCatalogue.some(
          (entry) =>
            entry.code === code &&
            [...entry.levels].includes(level as never) &&
            [...entry.operations].includes(call as never),
        );
      if (path || method) return [];
      return own
        .flatMap(({ code = [], items = {}, itemCodes = [] }) => [
          ...[code].flat().filter((each) => !listed(each, 'request')),
          ...[...Object.values(items).flat(), ...itemCodes].filter(
            (each) => each !== 'refused' && !listed(each, 'item'),
          ),
        ])
        .map((code) => `${id}: ${code}`);
    }),
  );
  expect(unlisted).toEqual([]);
});

test('every operation has a success, an invalid request and an unknown account', () => {
  for (const call of Object.keys(operations)) {
    const codes = scenarios.flatMap(({ steps }) =>
      steps.filter((step) => step.call === call).flatMap((step) => step.expect ?? []),
    );
    const expected = codes.flatMap(({ code = [] }) => [code].flat());
    expect(expected, call).toEqual(expect.arrayContaining([0, 30001, 30003]));
  }
});

test('every placeholder is declared, and every account is a placeholder', () => {
  for (const { given, steps } of scenarios) {
    const names = nameAccounts(given, 'p', 0);
    for (const { body, query, signature } of steps) {
      expect(() => fill([body, query, signature], names)).not.toThrow();
      const { From_Account: from, To_Account: to } = Object(body) as Record<string, unknown>;
      const accounts = [from, ...(Array.isArray(to) ? to : [])].filter(
        (account) => typeof account === 'string',
      );
      expect(accounts.filter((account) => !/^(?:@RBT#)?\{/.test(account))).toEqual([]);
    }
  }
});

test('a raw body names no account, because its accounts would not be checked', () => {
  const raw = scenarios.flatMap(({ steps }) => steps.flatMap(({ rawBody }) => rawBody ?? []));
  const readable = raw.filter((text) => typeof tryParse(text) === 'object' && tryParse(text) !== null);
  expect(readable).toEqual([]);
});

test('every scenario that changes the signature, the caller or the app is marked as able to lock', () => {
  const risky = scenarios.filter(({ steps }) =>
    steps.some(
      ({ query = {}, signature }) =>
        signature?.usersig ??
        signature?.keep ??
        signature?.wrongKey ??
        signature?.sdkappid ??
        signature?.ageSeconds ??
        ['usersig', 'identifier', 'sdkappid'].some((name) => name in query),
    ),
  );
  expect(risky.filter(({ locks }) => !locks).map(({ id }) => id)).toEqual(['caller-is-not-admin']);
});

test('a UserID has at most 32 bytes, whatever the prefix', () => {
  const ids = scenarios.flatMap(({ given }) => [...nameAccounts(given, 'p'.repeat(12), 1295).values()]);
  expect(Math.max(...ids.map((id) => Buffer.byteLength(`${id}1000`)))).toBeLessThanOrEqual(32);
});

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
