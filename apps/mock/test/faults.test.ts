import { readFileSync } from 'node:fs';
import sourcesJson from '@chat-sns/spec/sources.json' with { type: 'json' };
import { afterAll, describe, expect, it } from 'vitest';
import { type FaultKind, type FaultRow, faultTable } from '../src/faults/table.ts';
import { startMock } from '../src/index.ts';
import { bodyScenarios } from './support/body-scenarios.ts';
import { call, canary, type RequestChanges } from './support/call.ts';
import { catalogue, operationIds } from './support/contract.ts';
import { faultRows } from './support/fault-rows.ts';
import { queryScenarios, targetScenarios } from './support/query-scenarios.ts';

const mock = await startMock({ requireRandom: true });
afterAll(() => mock.close());

const scenarios = operationIds.flatMap((operation) =>
  [...targetScenarios, ...queryScenarios, ...(bodyScenarios[operation] ?? [])].map(
    ([kind, code, why, changes, says]) => ({ operation, kind, code, why, changes, says }),
  ),
);

describe('an invalid request gets HTTP 200, FAIL and the code of its fault', () => {
  it.each(scenarios)('$operation, $kind: $why ($code)', async ({ operation, changes, code, says, kind }) => {
    const { envelope } = await call(mock.url, operation, changes);
    expect(envelope).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: code, ErrorDisplay: '' });
    expect(envelope.ResultItem).toBeUndefined();
    expect(envelope.ErrorInfo).toContain(says);
    expect(envelope.ErrorInfo).not.toContain(canary);
    const known = catalogue.find((entry) => entry.code === code)?.info?.text;
    if (envelope.ErrorInfo !== known) expect(envelope.ErrorInfo).toMatch(/^mock: /);
    expect(catalogue.find(({ title }) => title === faultTable[kind].title)?.code).toBe(code);
  });

  it.each(['SNS_DECODE_ERR', 'body account invalid'])(
    'has the message of the service and nothing else: %s',
    async (text) => {
      const To_Account = text === 'SNS_DECODE_ERR' ? {} : [1];
      const { envelope } = await call(mock.url, 'deleteFriends', {
        body: { From_Account: 'id', To_Account },
      });
      expect(envelope.ErrorInfo).toBe(text);
    },
  );

  it('accepts lists, names and accounts that reach their limits', async () => {
    const names = Array.from(
      { length: 32 },
      (_, index) => `${'老'.repeat(9)}${String(index).padStart(3, '0')}`,
    );
    const body = { From_Account: 'x'.repeat(32), GroupName: names };
    expect((await call(mock.url, 'deleteFriendLists', { body })).envelope.ErrorCode).toBe(0);
  });
});

describe('the order of checks when a request has several faults', () => {
  const numbers = { From_Account: 1, To_Account: [2], DeleteType: 3 };
  const steps: [string, RequestChanges, number][] = [
    ['the path', { path: '/x', method: 'PUT', body: '{', rawQuery: '' }, 60009],
    ['the method', { method: 'PUT', body: '{', rawQuery: '' }, 60009],
    ['the JSON', { body: '{', rawQuery: '' }, 60003],
    ['sdkappid', { body: numbers, rawQuery: 'random=x' }, 60012],
    ['the other parameters', { body: numbers, query: { random: 'x' } }, 60025],
    ['the types of accounts', { body: numbers }, 60015],
  ];
  it.each(steps)('%s comes first', async (_step, changes, code) => {
    expect((await call(mock.url, 'deleteFriends', changes)).envelope.ErrorCode).toBe(code);
  });

  it('the shape comes before limits', async () => {
    const body = { From_Account: '', To_Account: {}, DeleteType: 'x' };
    expect((await call(mock.url, 'deleteFriends', { body })).envelope.ErrorInfo).toBe('SNS_DECODE_ERR');
  });
});

describe('the table of faults', () => {
  it('is shown in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    // The formatter pads columns, which says nothing.
    const bare = readme.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
    expect(bare.includes(faultRows()), `Replace the table in README.md with:\n\n${faultRows()}\n`).toBe(true);
  });

  it('has a scenario for every row, here, in the hostile tests or in those of instructions', () => {
    const elsewhere: FaultKind[] = [
      'http-unparsable',
      'body-too-large',
      'body-too-slow',
      'bad-instruction',
      'mock-failed',
    ];
    const shown = new Set([...scenarios.map(({ kind }) => kind), ...elsewhere]);
    expect([...shown].sort()).toEqual(Object.keys(faultTable).sort());
  });

  const rows = Object.entries<FaultRow>(faultTable);
  it.each(rows)('%s has a code that every operation can respond with', (_kind, { title }) => {
    const entry = catalogue.find((candidate) => candidate.title === title);
    expect(entry?.levels).toContain('request');
    expect([...(entry?.operations ?? [])].sort()).toEqual([...operationIds].sort());
  });

  it.each(rows.filter(([, { discovery }]) => discovery))(
    '%s rests on a discovery that names its code',
    (_kind, { title, discovery }) => {
      const found = sourcesJson.discoveries.find(({ id }) => id === discovery);
      const code = catalogue.find((entry) => entry.title === title)?.code;
      expect(found?.claim, discovery).toContain(String(code));
    },
  );
});
