import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import { type Asking, call } from './support/ask.ts';
import { startLasting } from './support/child.ts';
import { examples, operationIds } from './support/contract.ts';

const require = createRequire(import.meta.url);
const manifest = require.resolve('@stoplight/prism-cli/package.json');
const bin = join(dirname(manifest), require(manifest).bin.prism);

const stock = startLasting([bin, 'mock', '--port', '0', require.resolve('@chat-sns/spec/openapi.yaml')], {
  patienceMs: 170_000,
});
const stockUrl = (await stock.waitFor(/listening on http:\/\/127\.0\.0\.1:\d+/)).replace('listening on ', '');
const mock = await startMock({ plainPrism: true });
afterAll(async () => {
  await mock.close();
  await stock[Symbol.asyncDispose]();
});

const json = { 'Content-Type': 'application/json' };
const prefer = (value: string): Asking => ({ headers: { ...json, Prefer: value } });

describe('the stock prism mock command with the published document', () => {
  it.each(operationIds)('answers a valid call of %s with success', async (operation) => {
    const { status, text } = await call(stockUrl, operation, { headers: json });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual(Object.values(examples[operation].responses)[0]?.value);
    expect(JSON.parse(text).ActionStatus).toBe('OK');
  });
});

describe('--plain-prism', () => {
  const same: [why: string, asking: Asking, status: number][] = [
    ['a valid call', { headers: json }, 200],
    ['an empty object', { headers: json, body: {} }, 422],
    ['no body', { headers: json, body: '' }, 422],
    ['a text body', {}, 415],
    ['a body without a type', { body: new TextEncoder().encode('{"From_Account":"id"}') }, 422],
    ['no usersig', { headers: json, query: { usersig: undefined } }, 401],
    ['a bad random', { headers: json, query: { random: 'x' } }, 422],
    [
      'random twice',
      { headers: json, rawQuery: 'sdkappid=1&identifier=a&usersig=s&random=1&random=2&contenttype=json' },
      422,
    ],
    ['an unknown path', { headers: json, path: '/nowhere' }, 404],
    ['GET', { method: 'GET' }, 405],
    ['HEAD', { method: 'HEAD' }, 405],
    ['an Accept that cannot be met', { headers: { ...json, Accept: 'text/html' } }, 406],
    ['a published example', prefer('example=error-30003'), 200],
    ['an unknown example', prefer('example=nope'), 404],
    ['a documented status', prefer('code=502'), 502],
    ['an undocumented status', prefer('code=503'), 404],
    ['a status that is none', prefer('code=x'), 422],
    ['a switch that is none', prefer('dynamic=x'), 422],
    ['a dynamic answer', prefer('dynamic=true, seed=1'), 200],
  ];
  it.each(same)('answers as the stock command does: %s', async (_why, asking, status) => {
    const ours = await call(mock.url, 'deleteFriends', asking);
    const theirs = await call(stockUrl, 'deleteFriends', asking);
    expect([ours.status, ours.text]).toEqual([theirs.status, theirs.text]);
    expect(ours.headers.get('content-type')).toBe(theirs.headers.get('content-type'));
    expect(ours.status).toBe(status);
  });

  it('answers a body that is not JSON, where the stock command hangs', async () => {
    const { status, headers } = await call(mock.url, 'deleteFriends', { headers: json, body: '{' });
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });

  it('records calls as well', () => {
    const found = mock.calls().find(({ status }) => status === 401);
    expect(found).toMatchObject({ operation: 'deleteFriends', query: { random: '4294967295' } });
    expect(mock.calls().every(({ query }) => [undefined, '***', ''].includes(query.usersig as string))).toBe(
      true,
    );
  });
});
