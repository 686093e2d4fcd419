import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type RequestChanges, send } from './support/call.ts';
import { startLasting } from './support/child.ts';
import { examples, operationIds, problemsOf } from './support/contract.ts';

const require = createRequire(import.meta.url);
const manifest = require.resolve('@stoplight/prism-cli/package.json');
const bin = join(dirname(manifest), require(manifest).bin.prism);

const stock = startLasting([bin, 'mock', '--port', '0', require.resolve('@chat-sns/spec/openapi.yaml')], {
  patienceMs: 170_000,
});
const stockUrl = (await stock.waitFor(/listening on http:\/\/127\.0\.0\.1:\d+/)).replace('listening on ', '');
afterAll(() => stock[Symbol.asyncDispose]());

const json = { 'Content-Type': 'application/json' };

describe('the stock prism mock command with the published document', () => {
  it.each(operationIds)('responds to a valid call of %s with success', async (operation) => {
    const { status, text } = await send(stockUrl, operation, { headers: json });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual(Object.values(examples[operation].responses)[0]?.value);
    expect(JSON.parse(text).ActionStatus).toBe('OK');
  });

  it('refuses an invalid call with its own statuses, which the service never sends', async () => {
    const statusOf = async (changes: RequestChanges) =>
      (await send(stockUrl, 'deleteFriends', changes)).status;
    expect(await statusOf({ headers: json, body: {} })).toBe(422);
    expect(await statusOf({ headers: json, query: { usersig: undefined } })).toBe(422);
    expect(await statusOf({ headers: json, path: '/nowhere' })).toBe(404);
    expect(await statusOf({ method: 'GET' })).toBe(405);
  });

  it('generates the responses that our mock refuses to generate', async () => {
    const { status, text } = await send(stockUrl, 'deleteFriends', {
      headers: { ...json, Prefer: 'dynamic=true, seed=1' },
    });
    expect(status).toBe(200);
    expect(problemsOf('deleteFriends', JSON.parse(text))).toEqual([]);
  });
});
