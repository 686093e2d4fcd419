import { beforeAll, describe, expect, it } from 'vitest';
import { readRequest, unreadFault, validate } from '../src/check-request.ts';
import type { HttpRequest, Query } from '../src/http/request.ts';
import { type Engine, loadEngine } from '../src/prism.ts';
import { firstRequest, validQuery } from './support/call.ts';

const limits = { maxBytes: 2 * 1024 ** 2, timeoutMs: 1500 };

describe('readRequest', () => {
  const received: HttpRequest = {
    method: 'POST',
    target: '',
    path: '/v4/sns/friend_delete',
    query: { random: '1' },
    headers: {},
    body: { bytes: Buffer.from('[1]') },
  };
  const operation = 'deleteFriends';
  const paths = '/v4/sns/friend_delete, /v4/sns/friend_delete_all, /v4/sns/group_delete';
  const cases: [why: string, changes: Partial<HttpRequest>, read: object][] = [
    ['a readable request', {}, { operation, query: { random: '1' }, body: [1] }],
    [
      'an unknown path',
      { path: '/' },
      { fault: { kind: 'unknown-path', message: `no such path; the paths are ${paths}` } },
    ],
    [
      'another method',
      { method: 'GET' },
      { operation, fault: { kind: 'wrong-method', message: 'the method must be POST' } },
    ],
    [
      'bytes that are not UTF-8',
      { body: { bytes: Buffer.from([0xff]) } },
      { operation, fault: { kind: 'body-not-json', message: 'the body is not UTF-8' } },
    ],
    [
      'no body',
      { body: { bytes: Buffer.from(' ') } },
      { operation, fault: { kind: 'body-empty', message: 'the body is empty; send at least {}' } },
    ],
    [
      'a body that is not JSON',
      { body: { bytes: Buffer.from('{') } },
      { operation, fault: { kind: 'body-not-json', message: 'the body is not JSON' } },
    ],
    [
      'a body that was not read',
      { body: { failed: 'too-slow', limits } },
      { operation, fault: unreadFault({ failed: 'too-slow', limits }) },
    ],
  ];
  it.each(cases)('%s', (_why, changes, read) => {
    expect(readRequest({ ...received, ...changes })).toEqual(read);
  });

  it('names the limit that a body went over', () => {
    expect(unreadFault({ failed: 'too-large', limits })).toEqual({
      kind: 'body-too-large',
      message: 'the body is over 2 MiB',
    });
    expect(unreadFault({ failed: 'too-slow', limits })).toEqual({
      kind: 'body-too-slow',
      message: 'the body was not complete after 1.5 s',
    });
  });
});

describe('validate', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await loadEngine();
  });

  it('reports an integer with other characters once, in words of its own', async () => {
    const body = firstRequest('deleteFriends');
    const digits = (name: string) => ({
      location: ['query', name],
      code: 'type',
      message: `${name} must be written in decimal digits`,
    });
    const cases: [random: Query['random'] & string, sdkappid: string, violations: object[]][] = [
      ['abc', '1', [digits('random')]],
      ['1e3', 'x1', [digits('sdkappid'), digits('random')]],
      ['1x', '1', [digits('random')]],
    ];
    for (const [random, sdkappid, violations] of cases) {
      const query = { ...validQuery, random, sdkappid };
      const found = await validate(engine, { operation: 'deleteFriends', query, body }, {});
      expect(found).toMatchObject({ valid: false, violations });
    }
  });

  it('leaves an empty or repeated integer, and one that is out of range, to Prism', async () => {
    const body = firstRequest('deleteFriends');
    for (const random of ['', ['1', '2'], '4294967296']) {
      const query = { ...validQuery, random };
      const found = await validate(engine, { operation: 'deleteFriends', query, body }, {});
      expect(found).toMatchObject({ valid: false, fault: { kind: 'bad-random' } });
      expect(JSON.stringify(found)).not.toContain('decimal digits');
    }
  });

  it('counts list names in bytes', async () => {
    const [fits, long, wide] = ['x'.repeat(30), 'x'.repeat(31), '老'.repeat(11)];
    const body = { From_Account: 'a', GroupName: [fits, long, wide] };
    const query = validQuery;
    const bytes = (index: number) => ({
      location: ['body', 'GroupName', String(index)],
      code: 'maxBytes',
      message: `GroupName.${index} must NOT have more than 30 bytes`,
    });
    const found = await validate(engine, { operation: 'deleteFriendLists', query, body }, {});
    expect(found).toEqual({
      valid: false,
      violations: [bytes(1), bytes(2)],
      fault: { kind: 'bad-string', message: `${bytes(1).message}, ${bytes(2).message}` },
    });
  });

  it('looks at one entry more than a list may have, and not at the rest', async () => {
    const body = { From_Account: 'a', GroupName: [...Array(33).fill('a'), 7, 7, 7] };
    const found = await validate(engine, { operation: 'deleteFriendLists', query: validQuery, body }, {});
    expect(found).toMatchObject({
      violations: [{ location: ['body', 'GroupName'], code: 'maxItems' }],
      fault: { kind: 'list-too-long', message: 'GroupName must NOT have more than 32 items' },
    });
    expect(body.GroupName).toHaveLength(36);
    const last = { From_Account: 'a', GroupName: [...Array(32).fill('a'), 7] };
    const seen = await validate(
      engine,
      { operation: 'deleteFriendLists', query: validQuery, body: last },
      {},
    );
    expect(seen).toMatchObject({ violations: [{ code: 'maxItems' }, { code: 'type' }] });
  });

  it('names the first three violations of a kind, and counts the others', async () => {
    const messageFor = async (count: number) => {
      const body = { From_Account: 'a', To_Account: Array(count).fill(1) };
      const found = await validate(engine, { operation: 'deleteFriends', query: validQuery, body }, {});
      return 'fault' in found ? found.fault.message : '';
    };
    const [first, second, third] = [0, 1, 2].map((index) => `To_Account.${index} must be string`);
    expect(await messageFor(3)).toBe(`${first}, ${second}, ${third}`);
    expect(await messageFor(5)).toBe(`${first}, ${second}, ${third}, and 2 more`);
  });

  it('says which fields and parameters are missing', async () => {
    const { random: _random, ...query } = validQuery;
    const faultFor = (given: Query) =>
      validate(engine, { operation: 'deleteFriends', query: given, body: {} }, {});
    expect(await faultFor(query)).toMatchObject({ fault: { message: 'random is missing' } });
    expect(await faultFor(validQuery)).toMatchObject({
      fault: { message: 'From_Account is missing, To_Account is missing' },
    });
  });

  it('gives the response that was chosen', async () => {
    const request = {
      operation: 'deleteFriends',
      query: validQuery,
      body: firstRequest('deleteFriends'),
    } as const;
    expect(await validate(engine, request, { code: 502 })).toMatchObject({
      valid: true,
      response: { status: 502, mediaType: 'text/html' },
    });
    expect(await validate(engine, request, { exampleKey: 'error-30003' })).toMatchObject({
      valid: true,
      response: { status: 200, body: { ErrorCode: 30003 } },
    });
    await expect(validate(engine, request, { exampleKey: 'none' })).rejects.toThrow(
      'cannot find the requested content',
    );
  });
});
