import { describe, expect, it } from 'vitest';
import { parseJson, parseTarget, type Query } from '../src/http/request.ts';

describe('parseTarget', () => {
  const cases: [target: string, path: string, query: Query][] = [
    ['/a/b', '/a/b', {}],
    ['/a?x=1&y=2', '/a', { x: '1', y: '2' }],
    ['/a?x=1&x=2&y=3&x=4', '/a', { x: ['1', '2', '4'], y: '3' }],
    ['/a?x=&x=', '/a', { x: ['', ''] }],
    ['/a?&&x=1&&', '/a', { x: '1' }],
    ['/a?x', '/a', { x: '' }],
    ['/a?x=%zz', '/a', { x: '%zz' }],
    ['/a?x=1?y=2', '/a', { x: '1?y=2' }],
    ['/a?x=1#y\n#z', '/a', { x: '1' }],
    ['/a#b?x=1', '/a', {}],
    ['?x=1', '/', { x: '1' }],
    ['#x', '/', {}],
    ['http://host:80/a?x=1', '/a', { x: '1' }],
    ['HTTP+x-1.0://host/a', '/a', {}],
    ['http://host', '/', {}],
    ['http://host?x=1', '/', { x: '1' }],
    ['http://host#x', '/', {}],
    ['/http://host/a', '/http://host/a', {}],
    ['a/http://host/b', 'a/http://host/b', {}],
    ['a1://host/b', '/b', {}],
    ['1://host/b', '1://host/b', {}],
  ];
  it.each(cases)('%s', (target, path, query) => {
    expect(parseTarget(target)).toEqual({ path, query });
  });

  it('makes an own property of every name', () => {
    const { query } = parseTarget('/?__proto__=1&constructor=2');
    expect(Object.entries(query)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});

describe('parseJson', () => {
  const cases: [why: string, bytes: string | number[], parsed: object][] = [
    ['a value', ' {"a":[1]}\n', { json: { a: [1] } }],
    ['null', 'null', { json: null }],
    ['nothing', '', { problem: 'empty' }],
    ['white space', ' \r\n\t', { problem: 'empty' }],
    ['half an object', '{', { problem: 'not JSON' }],
    ['a byte order mark', '\uFEFF{}', { problem: 'not JSON' }],
    ['half a character', [0x22, 0xe8, 0x80, 0x22], { problem: 'not UTF-8' }],
  ];
  it.each(cases)('%s', (_why, bytes, parsed) => {
    expect(parseJson(Buffer.from(bytes as string))).toEqual(parsed);
  });
});
