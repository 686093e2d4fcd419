import { createChatClient } from '@chat-sns/client';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { document, operationIds, pathOf } from '../contract.ts';
import {
  app,
  ask,
  differences,
  expectSame,
  json,
  mockUrl,
  property,
  startServers,
  validBody,
} from '../same-verdict.ts';

startServers();

describe('a body', () => {
  test.each(operationIds)('of %s gets the same verdict from mock and sandbox', async (operation) => {
    const valid = validBody(operation);
    const names = [...Object.keys(valid), 'DeleteType', 'Extra', '__proto__', 'toString', 'from_account'];
    const values = fc.oneof(
      json,
      fc.array(json, { maxLength: 4 }),
      fc.constantFrom<unknown>(
        ['id1', 'id1'],
        ['id1', ''],
        ['x'.repeat(32)],
        ['@RBT#001'],
        ['老'.repeat(10)],
        ['老'.repeat(11)],
        Array(1000).fill('id1'),
        Array(1001).fill('id1'),
        Array(32).fill('id1'),
        Array(33).fill('id1'),
        'Delete_Type_Both',
        'delete_type_both',
      ),
    );
    const object = fc
      .array(fc.tuple(fc.constantFrom(...names), fc.option(values, { nil: undefined })), {
        minLength: 1,
        maxLength: 3,
      })
      .map((entries) => JSON.stringify({ ...valid, ...Object.fromEntries(entries) }));
    const raw = fc.oneof(
      object,
      json.map((value) => JSON.stringify(value) ?? ''),
      fc
        .tuple(fc.nat(120), fc.constantFrom('', ',', '"', '\\', '\u0000', '\ufeff', '}', '{', '1'))
        .map(([at, text]) => {
          const whole = JSON.stringify(valid);
          return whole.slice(0, at) + text + whole.slice(at + 1);
        }),
      fc
        .tuple(
          fc.constantFrom('', ' ', '\ufeff', '\u00a0', '\t\n', '[', '//x\n'),
          fc.constantFrom('', ' ', '\u00a0', '\u0000', '{}', ';'),
        )
        .map(([before, after]) => before + JSON.stringify(valid) + after),
      fc.constantFrom(
        '',
        ' ',
        '\ufeff',
        '\u00a0',
        '\v',
        '[]',
        '""',
        '{"From_Account":"a","From_Account":1}',
        '['.repeat(5000),
      ),
    );
    const bytes = fc.oneof(
      { weight: 9, arbitrary: raw.map((text) => Buffer.from(text)) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 30 }).map((each) => Buffer.from(each)) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.nat(60), fc.integer({ min: 128, max: 255 })).map(([at, byte]) => {
          const whole = Buffer.from(JSON.stringify(valid));
          whole[at] = byte;
          return whole;
        }),
      },
    );
    await property(bytes, (body) => expectSame({ path: pathOf(operation), body }));
  });

  test.each(operationIds)('of %s is sent by the client exactly if the mock accepts it', async (operation) => {
    const valid = { DeleteType: 'Delete_Type_Both', ...validBody(operation) };
    const values = fc.oneof(
      json,
      fc.array(json, { maxLength: 3 }),
      fc.constantFrom<unknown>(
        ['x'.repeat(32)],
        ['老'.repeat(10)],
        ['老'.repeat(11)],
        ['@RBT#001'],
        'Delete_Type_Single',
      ),
    );
    const names = Object.keys(validBody(operation));
    const userId = new RegExp(document.components.schemas.UserId?.pattern ?? '');
    await property(fc.tuple(fc.constantFrom(...names), values), async ([name, value]) => {
      const body = { ...valid, [name]: value };
      let sent = false;
      const fetch = async () => {
        sent = true;
        throw new TypeError('fetch failed');
      };
      const chat = createChatClient({ ...app, region: 'singapore', retry: false, rateLimit: false, fetch });
      const call = chat.safe[operation] as (request: unknown) => Promise<unknown>;
      await call(body);
      const byMock = await ask(mockUrl, { path: pathOf(operation), body: JSON.stringify(body) });
      const { From_Account, To_Account } = body as Record<string, unknown>;
      const accounts = [From_Account, To_Account].flat();
      if (
        accounts.some(
          (account) => typeof account === 'string' && !userId.test(account) && differences.alphabet,
        )
      )
        return;
      expect(`client: ${sent}`, JSON.stringify(body).slice(0, 500)).toBe(
        `client: ${byMock === 'HTTP 200 accepted'}`,
      );
    });
  });
});
