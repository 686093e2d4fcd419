import { afterAll, describe, expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import { isListed, readInstruction } from '../src/instructions.ts';
import { call, canary, firstRequest, type RequestChanges, send } from './support/call.ts';
import { catalogue, codesOf, examples, operationIds } from './support/contract.ts';

const mock = await startMock();
afterAll(() => mock.close());

const prefer = (value: string) => ({ headers: { Prefer: value } });
const titleOf = (code: number) => catalogue.find((entry) => entry.code === code)?.title ?? '';
const byOperation = (level: 'request' | 'item') =>
  operationIds.flatMap((operation) =>
    codesOf(operation, level).map((code) => ({ operation, code, title: titleOf(code) })),
  );
const requestCodes = byOperation('request');
const itemCodes = byOperation('item');

describe('what an instruction is read as', () => {
  const read = (prefer: string | string[] | undefined, body: unknown = {}) =>
    readInstruction('deleteFriends', prefer, body);
  const names = Object.keys(examples.deleteFriends.responses).join(', ');
  const ascending = (codes: number[]) => [...new Set(codes)].toSorted((a, b) => a - b).join(', ');
  const whole = codesOf('deleteFriends', 'request');

  it.each([
    ['example=one-way', { exampleKey: 'one-way' }],
    [['wait=1', 'example=one-way'], { exampleKey: 'one-way' }],
    ['example = "one-way" ', { exampleKey: 'one-way' }],
    ['example="one-way', { exampleKey: 'one-way' }],
    ['example=one-way; example=error-30003', { exampleKey: 'one-way' }],
    ['code=200, example=one-way', { exampleKey: 'one-way' }],
    ['code=502', { code: 502 }],
    ['code=200', {}],
    ['=one-way', {}],
    [undefined, {}],
  ])('Prefer %j', (prefer, instruction) => {
    expect(read(prefer)).toEqual(instruction);
  });

  it.each([
    ['example=one"way', `example=one"way: deleteFriends has no such example. Valid: ${names}`],
    ['example=a=b', `example=a=b: deleteFriends has no such example. Valid: ${names}`],
    ['example=x60007', `example=x60007: deleteFriends has no such example. Valid: ${names}`],
    ['example=60007x', `example=60007x: deleteFriends has no such example. Valid: ${names}`],
    [
      `example=${'x'.repeat(99)}`,
      `example=${'x'.repeat(80)}: deleteFriends has no such example. Valid: ${names}`,
    ],
    ['code=503', 'code=503: deleteFriends has no such status. Valid: 200, 502'],
    ['code=502, example=one-way', 'code=502 has no examples; send either code or example'],
    ...['dynamic', 'seed'].map((name): [string, string] => [
      `${name}=1`,
      `${name} is not supported. For generated responses run stock Prism: prism mock node_modules/@chat-sns/spec/dist/openapi.yaml`,
    ]),
  ] satisfies [string, string][])('Prefer %s is refused in these words', (prefer, refused) => {
    expect(read(prefer)).toEqual({ refused: `Prefer ${refused}` });
  });

  it('an account of an unknown code is refused with the valid codes in ascending order, each once', () => {
    expect(read(undefined, { From_Account: 'mock-99999' })).toEqual({
      refused: `From_Account mock-99999: no request of deleteFriends fails with 99999. Valid: ${ascending(whole)}`,
    });
    expect(read(undefined, { From_Account: 'mock-31704' })).toEqual({
      refused: `From_Account mock-31704: no request of deleteFriends fails with 31704. Single accounts have it: name one of To_Account mock-31704. Valid: ${ascending(whole)}`,
    });
    expect(read(undefined, { To_Account: ['a', 'mock-99999'] })).toEqual({
      refused: `To_Account mock-99999: deleteFriends has no such code. Valid: ${ascending([...codesOf('deleteFriends', 'item'), ...whole])}`,
    });
  });

  it.each([
    null,
    [],
    'text',
    7,
    { From_Account: 7, To_Account: 'mock-60007' },
    { To_Account: [31704, null] },
  ])('a body that cannot name an account has none: %j', (body) => {
    expect(read(undefined, body)).toEqual({});
  });

  it('a code is listed at the level at which the contract has it, and 0 always', () => {
    expect(isListed('deleteFriends', 'item', 31704)).toBe(true);
    expect(isListed('deleteFriends', 'request', 31704)).toBe(false);
    expect(isListed('deleteFriends', 'item', 99999)).toBe(false);
    for (const level of ['request', 'item'] as const)
      expect(isListed('deleteAllFriends', level, 0)).toBe(true);
  });
});

describe('an account named mock-<code>', () => {
  it.each(itemCodes)('in To_Account gets $code $title, the others succeed', async ({ operation, code }) => {
    const body = { From_Account: 'me', To_Account: ['a', `mock-${code}`, 'b', `mock-${code}`] };
    const { envelope } = await call(mock.url, operation, { body });
    expect(envelope).toMatchObject({ ActionStatus: 'OK', ErrorCode: 0 });
    expect(envelope.ResultItem?.map((item) => item.To_Account)).toEqual(body.To_Account);
    expect(envelope.ResultItem?.map((item) => item.ResultCode)).toEqual([0, code, 0, code]);
    expect(envelope.ResultItem?.[0]?.ResultInfo).toBe('');
    const { value } =
      examples[operation].responses[`item-${code}`] ?? examples[operation].responses[`error-${code}`] ?? {};
    const said = value?.ResultItem?.find(({ ResultCode }) => ResultCode === code)?.ResultInfo;
    expect(envelope.ResultItem?.[1]?.ResultInfo).toBe(said);
  });

  it('has the message of the service where one is known', async () => {
    const body = { From_Account: 'me', To_Account: ['mock-31704'] };
    const { envelope } = await call(mock.url, 'deleteFriends', { body });
    expect(envelope.ResultItem?.[0]?.ResultInfo).toBe('Err_SNS_FriendDelete_Not_Friend');
  });

  it.each(requestCodes)('as From_Account fails $operation with $code $title', async ({ operation, code }) => {
    const body = { ...firstRequest(operation), From_Account: `mock-${code}` };
    const { envelope } = await call(mock.url, operation, { body });
    expect(envelope).toEqual(examples[operation].responses[`error-${code}`]?.value);
    expect(envelope).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: code });
  });

  const itemOnly = new Set(itemCodes.map(({ code }) => code));
  it.each(codesOf('deleteFriends', 'request').filter((code) => !itemOnly.has(code)))(
    'in To_Account fails the whole request where no single account can have the code: %i',
    async (code) => {
      const body = { From_Account: 'me', To_Account: ['a', `mock-${code}`] };
      const { envelope } = await call(mock.url, 'deleteFriends', { body });
      expect(envelope).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: code });
    },
  );

  it('is an ordinary account unless a code follows', async () => {
    const accounts = ['mock-', 'mock-0', 'mock-031704', 'mock-user', 'Mock-31704', 'mock-31704-x'];
    const { envelope } = await call(mock.url, 'deleteFriends', {
      body: { From_Account: 'mock-me', To_Account: accounts },
    });
    expect(envelope.ResultItem?.map(({ ResultCode }) => ResultCode)).toEqual(accounts.map(() => 0));
  });

  it('as From_Account wins over one in To_Account', async () => {
    const body = { From_Account: 'mock-60007', To_Account: ['mock-70001'] };
    expect((await call(mock.url, 'deleteFriends', { body })).envelope.ErrorCode).toBe(60007);
  });
});

describe('the Prefer header', () => {
  const all = operationIds.flatMap((operation) =>
    Object.entries(examples[operation].responses).map(([name, { value }]) => ({ operation, name, value })),
  );
  it.each(all)('picks $name of $operation, unchanged', async ({ operation, name, value }) => {
    expect((await call(mock.url, operation, prefer(`example=${name}`))).envelope).toEqual(value);
  });

  it.each([...requestCodes, ...itemCodes])(
    'picks $code of $operation by the bare number',
    async ({ operation, code }) => {
      const { envelope } = await call(mock.url, operation, prefer(`example=${code}`));
      const failsWhole = codesOf(operation, 'request').includes(code);
      const found = failsWhole
        ? envelope.ErrorCode
        : envelope.ResultItem?.find(({ ResultCode }) => ResultCode !== 0)?.ResultCode;
      expect(found).toBe(code);
    },
  );

  it.each([
    'example="error-30003"',
    'respond-async, example=error-30003',
    'EXAMPLE = error-30003 ; x=y',
    'example=error-30003, example=one-way',
  ])('is read as the RFC writes it: %s', async (value) => {
    expect((await call(mock.url, 'deleteFriends', prefer(value))).envelope.ErrorCode).toBe(30003);
  });

  it.each(['return=minimal', 'wait=10', '', ',;=', 'code=200'])(
    'does not change the response when it has no instruction: "%s"',
    async (value) => {
      const { envelope } = await call(mock.url, 'deleteFriends', prefer(value));
      expect(envelope.ResultItem).toHaveLength(3);
      expect(envelope.ErrorCode).toBe(0);
    },
  );

  it('wins over mock-<code> accounts', async () => {
    const body = { From_Account: 'mock-60007', To_Account: ['mock-31704'] };
    const { envelope } = await call(mock.url, 'deleteFriends', { body, ...prefer('example=error-30003') });
    expect(envelope.ErrorCode).toBe(30003);
  });

  it.each(operationIds)('gets the documented page of a gateway for code=502 of %s', async (operation) => {
    const { status, headers, text } = await send(mock.url, operation, prefer('code=502'));
    expect([status, headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(text).toContain('502 Bad Gateway');
  });
});

describe('an instruction that names something unknown is refused with a message that lists what exists', () => {
  const validCodes = codesOf('deleteFriends', 'request');
  const refusals: [why: string, changes: RequestChanges, lists: (string | number)[]][] = [
    ['an unknown example', prefer('example=nope'), Object.keys(examples.deleteFriends.responses)],
    [
      'an example of another operation',
      prefer('example=three-lists'),
      Object.keys(examples.deleteFriends.responses),
    ],
    ['an unknown number', prefer('example=99999'), Object.keys(examples.deleteFriends.responses)],
    ['an empty example', prefer('example='), ['one-way']],
    ['an undocumented status', prefer('code=503'), ['no such status', '200, 502']],
    ['a status with an example', prefer('code=502, example=one-way'), ['either code or example']],
    ['dynamic responses', prefer('dynamic=true'), ['prism mock', '@chat-sns/spec/dist/openapi.yaml']],
    [
      'an unknown code in To_Account',
      { body: { From_Account: 'a', To_Account: ['mock-99999'] } },
      [...validCodes, 31704],
    ],
    [
      'an unknown code in From_Account',
      { body: { From_Account: 'mock-99999', To_Account: ['a'] } },
      validCodes,
    ],
    ['a historical code', { body: { From_Account: 'mock-31701', To_Account: ['a'] } }, validCodes],
    [
      'an item code in From_Account',
      { body: { From_Account: 'mock-31704', To_Account: ['a'] } },
      ['To_Account mock-31704'],
    ],
  ];
  it.each(refusals)('%s', async (_why, changes, lists) => {
    const { envelope } = await call(mock.url, 'deleteFriends', changes);
    expect(envelope).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 30001 });
    expect(envelope.ErrorInfo).toMatch(/^mock: /);
    for (const valid of lists) expect(envelope.ErrorInfo).toContain(String(valid));
  });

  it('does not list codes that only another operation has', async () => {
    const { envelope } = await call(mock.url, 'deleteAllFriends', { body: { From_Account: 'mock-31707' } });
    expect(envelope.ErrorInfo).toContain('30001');
    expect(envelope.ErrorInfo).not.toMatch(/Valid:.*31707/);
  });
});

describe('a fault of the request wins over an instruction', () => {
  it.each([prefer('example=one-way'), prefer('code=502'), prefer('example=nope')])('%o', async (changes) => {
    const { envelope } = await call(mock.url, 'deleteFriends', { ...changes, query: { random: 'x' } });
    expect(envelope.ErrorCode).toBe(60025);
    expect(envelope.ErrorInfo).not.toContain(canary);
  });

  it('even if an account asks for another code', async () => {
    const body = { From_Account: 'mock-60007', To_Account: [] };
    expect((await call(mock.url, 'deleteFriends', { body })).envelope.ErrorCode).toBe(30001);
  });
});
