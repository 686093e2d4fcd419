import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { isLoopback, linesOf } from '../src/browser/explorer/form-values.ts';
import { maskUserSig } from '../src/browser/explorer/mask.ts';
import { type SnippetValues, toCurl, toTypeScript } from '../src/browser/explorer/snippets.ts';

const values: SnippetValues = {
  target: 'own',
  base: 'http://127.0.0.1:4020',
  path: '/v4/sns/group_delete',
  region: 'singapore',
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: 'key',
  userSig: undefined,
  operation: 'deleteFriendLists',
  body: { From_Account: 'alice', GroupName: [`it's "a" $list`, 'b'] },
};

test('a shell gets the body of the curl as it was typed, whatever is in it', () => {
  const printed = toCurl(values).replace(/^curl "[^"]*" \\\n {2}--data /, 'printf %s ');
  const output = execFileSync('bash', ['-c', printed], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual(values.body);
});

test('the signature is a variable in both texts until somebody asks for it', () => {
  expect(toCurl(values)).toContain('usersig=$USER_SIG&');
  expect(toTypeScript(values)).toContain("secretKey: process.env.SECRET_KEY ?? ''");
  expect(toTypeScript({ ...values, secretKey: undefined })).toContain("userSig: process.env.USER_SIG ?? ''");
  const asked = { ...values, userSig: 'eJ*-_' };
  expect(toCurl(asked)).toContain('usersig=eJ%2A-_&');
  expect(toTypeScript(asked)).toContain("userSig: 'eJ*-_'");
});

test('the TypeScript has the typed texts as literals that mean the same', () => {
  expect(toTypeScript(values)).toContain(String.raw`GroupName: ['it\'s "a" $list', 'b']`);
  expect(toTypeScript({ ...values, target: 'live' })).toContain("region: 'singapore'");
});

test('only addresses that the policy of the page allows count as this machine', () => {
  for (const address of ['http://127.0.0.1:4020', 'http://localhost', 'http://localhost:1/x']) {
    expect(isLoopback(address), address).toBe(true);
  }
  for (const address of [
    'https://127.0.0.1',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    '',
  ]) {
    expect(isLoopback(address), address).toBe(false);
  }
});

test('a shown URL has no signature in it', () => {
  expect(maskUserSig('http://a/?usersig=secret&random=1')).toBe('http://a/?usersig=***&random=1');
});

test('lists are read line by line, blanks left out', () => {
  expect(linesOf(' bob \n\ncarol\n')).toEqual(['bob', 'carol']);
});
