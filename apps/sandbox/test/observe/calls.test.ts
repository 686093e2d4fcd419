import { expect, test } from 'vitest';
import { type Body, tooLarge } from '../../src/call.ts';
import { createCallLog } from '../../src/observe/calls.ts';
import { createReply } from '../../src/service/envelope.ts';
import { startTime } from '../support/service.ts';

const MiB = 1024 * 1024;

function createEntry(query: string, body: Body, reply: string, path = '/v4/x') {
  const call = { method: 'POST', path, query, body, clientIp: '192.0.2.1' };
  return { time: startTime, call, reply: createReply(reply) };
}

test('a call is recorded with its request and its response, its secrets masked', () => {
  const log = createCallLog();
  log.add(createEntry('random=1&usersig=abc&SIGN=d', { text: '{"a":1}' }, '{"ErrorCode":0}'));
  expect(log.list()).toEqual([
    {
      time: startTime,
      clientIp: '192.0.2.1',
      method: 'POST',
      path: '/v4/x',
      operation: null,
      query: { random: '1', usersig: '***', SIGN: '***' },
      body: { a: 1 },
      status: 200,
      arrived: 'whole',
      response: { ErrorCode: 0 },
    },
  ]);
});

const looks = `eJ${'0Aa*-_'.repeat(20)}`;
const escaped = [...looks].map((each) => `\\u00${each.charCodeAt(0).toString(16)}`).join('');
const deep = `${'['.repeat(20_000)}"${looks}"${']'.repeat(20_000)}`;

test.each<[where: string, query: string, body: string, reply: string, path?: string]>([
  ['a parameter in brackets', `usersig[]=${looks}`, '{}', '{}'],
  ['a parameter of any name', `ticket=${looks.replaceAll('*', '%2A')}`, '{}', '{}'],
  ['a parameter encoded twice', `ticket=${looks.replaceAll('*', '%252A')}`, '{}', '{}'],
  ['the name of a parameter', looks, '{}', '{}'],
  ['a short one', 'x=usersig=short-and-odd', '{}', '{}'],
  ['the path', '', '{}', '{}', `/v4/sns/${looks}`],
  ['the path with a query', '', '{}', '{}', '/v4/sns/friend_delete&usersig=short-and-odd'],
  ['an account', '', `{"From_Account":"${looks}"}`, '{}'],
  ['an account in escapes', '', `{"From_Account":"${escaped}"}`, '{}'],
  ['the name of a field', '', `{"a\\"":[{"${looks}":1}]}`, '{}'],
  ['a deep field', '', deep, '{}'],
  ['a body that is not JSON', '', `usersig=${looks}"\\`, '{}'],
  ['the response', '', '{}', `{"ErrorInfo":"sandbox: not ${looks}"}`],
  ['a response that is not JSON', '', '{}', `<html>${looks}`],
])('what looks like a UserSig is masked in %s', (_where, query, body, reply, path) => {
  const log = createCallLog();
  log.add(createEntry(query, { text: body }, reply, path));
  const seen = JSON.stringify(log.list());
  expect(seen).toContain('***');
  expect(seen).not.toMatch(/eJ0Aa|short-and-odd/);
});

test('all else in a body stays as it is', () => {
  const log = createCallLog();
  const body = {
    'eEight0Characters-and-24_more_00': ['a"\\\n\u2028\u8001', 'x'.repeat(500), null, 1e3, true],
  };
  log.add(createEntry('', { text: JSON.stringify(body, null, 1) }, '{}'));
  expect(log.list()[0]?.body).toEqual(body);
});

test('a body that is not JSON is a string, and one that was too large to read is null', () => {
  const log = createCallLog();
  log.add(createEntry('', { text: '{' }, '<html>'));
  log.add(createEntry('', { text: '\ufffd', problem: 'not-utf8' }, ''));
  log.add(createEntry('', tooLarge, ''));
  expect(log.list().map(({ body, response }) => [body, response])).toEqual([
    ['{', '<html>'],
    ['\ufffd', ''],
    [null, ''],
  ]);
});

test('keeps the newest calls, up to 8 MiB of query, body and response', () => {
  const log = createCallLog();
  const large = (path: string) =>
    createEntry('q'.repeat(MiB), { text: 'b'.repeat(MiB) }, 'a'.repeat(2 * MiB), path);
  const paths = () => log.list().map(({ path }) => path);
  log.add(large('/1'));
  log.add(large('/2'));
  log.add(createEntry('', tooLarge, '', '/unread'));
  expect(paths()).toEqual(['/1', '/2', '/unread']);
  log.add(createEntry('', { text: 'b' }, '', '/3'));
  expect(paths()).toEqual(['/2', '/unread', '/3']);
});

test('keeps the newest 1000 calls', () => {
  const log = createCallLog();
  for (let count = 1; count <= 1001; count += 1) log.add(createEntry('', { text: '' }, '', `/${count}`));
  expect([log.list().length, log.list()[0]?.path]).toEqual([1000, '/2']);
});
