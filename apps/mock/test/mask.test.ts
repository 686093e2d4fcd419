import { describe, expect, it } from 'vitest';
import { maskJson, maskQuery, maskTarget, maskText } from '../src/http/mask.ts';
import type { Query } from '../src/http/request.ts';

/** As long as a real UserSig, and made of all of its alphabet. */
const looks = `eJ${'0Aa*-_'.repeat(20)}`;

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
    ['sig=secret&usersig[]=other', 'sig=***&usersig[]=***'],
    ['usersig%5B%5d=secret&usersig%255b%255D%25253dsecret', 'usersig%5B%5d=***&usersig%255b%255D%25253d***'],
    [`a/${looks}/b`, 'a/***/b'],
    [`"${looks.slice(0, 33)}"`, '"***"'],
    [`"${looks.slice(0, 32)}"`, `"${looks.slice(0, 32)}"`],
    [`x${looks}`, 'x***'],
    [`eA${'%2A%2d%5f%2D%5F%252a%25252D'.repeat(5)}.`, '***.'],
    [`eP${'0'.repeat(31)}`, '***'],
    [`eQ${'0'.repeat(99)}`, `eQ${'0'.repeat(99)}`],
    [`ep${'0'.repeat(99)}`, `ep${'0'.repeat(99)}`],
  ];
  it.each(cases)('%s becomes %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('maskQuery', () => {
  const cases: [why: string, query: Query, masked: Query][] = [
    ['a usersig', { usersig: 'secret', random: '1' }, { usersig: '***', random: '1' }],
    [
      'any spelling',
      { UserSig: 'secret', 'usersig[]': 'a', sig: 'b' },
      { UserSig: '***', 'usersig[]': '***', sig: '***' },
    ],
    ['what looks like one', { x: looks, [looks]: [looks] }, { x: '***', '***': ['***'] }],
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

describe('maskJson', () => {
  const cases: [json: string, value: unknown][] = [
    ['{"a": [1, "b"], "c\\"d": "\\u0065"}', { a: [1, 'b'], 'c"d': 'e' }],
    [`["${looks}",{"${looks}":"usersig=x"}]`, ['***', { '***': 'usersig=***' }]],
    [`"\\"${looks.replaceAll('*', '\\u002a')}\\""`, '"***"'],
    ['"\\\\"', '\\'],
    [
      `${'['.repeat(99)}{"a":"]"}${']'.repeat(99)}`,
      Array(99)
        .fill(0)
        .reduce((inner) => [inner], { a: ']' }),
    ],
    [`${'[{"[":'.repeat(50)}[]${'}]'.repeat(50)}`, `${'[{"[":'.repeat(50)}[]${'}]'.repeat(50)}`],
    [`[${'[],'.repeat(200)}{}]`, [...Array(200).fill([]), {}]],
    [`${'['.repeat(101)}"${looks}"${']'.repeat(101)}`, `${'['.repeat(101)}"***"${']'.repeat(101)}`],
  ];
  it.each(cases)('%s', (json, value) => {
    expect(maskJson(json)).toEqual(value);
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
