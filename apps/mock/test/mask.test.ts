import { describe, expect, it } from 'vitest';
import { maskQuery, maskTarget, maskText } from '../src/http/mask.ts';
import type { Query } from '../src/http/request.ts';

describe('maskText', () => {
  const cases: [text: string, masked: string][] = [
    ['usersig=secret', 'usersig=***'],
    ['a=1&UserSig=secret&b=2#c', 'a=1&UserSig=***&b=2#c'],
    ['usersig=secret#rest', 'usersig=***#rest'],
    ['usersig=secret rest', 'usersig=*** rest'],
    ['usersig%3Dsecret', 'usersig%3D***'],
    ['usersig%3dsecret', 'usersig%3d***'],
    ['usersig%253Dsecret', 'usersig%253D***'],
    ['usersig=one&usersig=two', 'usersig=***&usersig=***'],
    ['usersig=', 'usersig='],
    ['usersig is a word', 'usersig is a word'],
  ];
  it.each(cases)('%s becomes %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('maskQuery', () => {
  const cases: [why: string, query: Query, masked: Query][] = [
    ['a usersig', { usersig: 'secret', random: '1' }, { usersig: '***', random: '1' }],
    ['any spelling', { UserSig: 'secret' }, { UserSig: '***' }],
    ['every value', { usersig: ['one', '', 'two'] }, { usersig: ['***', '', '***'] }],
    ['an empty one stays empty', { usersig: '' }, { usersig: '' }],
    [
      'in the value of another',
      { x: 'usersig=secret', y: ['usersig=a', 'b'] },
      { x: 'usersig=***', y: ['usersig=***', 'b'] },
    ],
    ['in a name', { 'usersig=secret': '' }, { 'usersig=***': '' }],
  ];
  it.each(cases)('%s', (_why, query, masked) => {
    expect(maskQuery(query)).toEqual(masked);
  });
});

describe('maskTarget', () => {
  const cases: [path: string, query: Query, masked: string][] = [
    ['/a', {}, '/a'],
    ['/a', { usersig: 'secret', b: '1' }, '/a?usersig=***&b=1'],
    ['/a', { b: ['1', '2'] }, '/a?b=1&b=2'],
    ['/a', { 'ä ': '\n' }, '/a?%C3%A4%20=%0A'],
    ['/usersig=secret', { b: '1' }, '/usersig=***'],
    ['/usersig=secret&c', {}, '/usersig=***&c'],
  ];
  it.each(cases)('%s %j becomes %s', (path, query, masked) => {
    expect(maskTarget(path, query)).toBe(masked);
  });
});
