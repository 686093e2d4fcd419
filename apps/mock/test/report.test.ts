import { describe, expect, it } from 'vitest';
import type { HttpRequest, Query } from '../src/http/request.ts';
import { type Check, linesOf, type ReportedViolation, violationsHeader } from '../src/proxy/report.ts';
import { createSummary } from '../src/proxy/summary.ts';

const usersig = 'secret-usersig';
const requestWith = (query: Query): HttpRequest => ({
  method: 'POST',
  target: '/a?x',
  path: '/a',
  query,
  headers: {},
  body: { bytes: Buffer.from('') },
});
const check = (violations: ReportedViolation[], changes: Partial<Check> = {}): Check => ({
  request: requestWith({ usersig }),
  operation: 'deleteFriends',
  response: { status: 200, headers: {}, body: '' },
  violations,
  unlisted: [],
  ...changes,
});
const violation = (message: string, code?: number): ReportedViolation =>
  code === undefined
    ? { side: 'response', at: 'body.x', message }
    : { side: 'request', at: 'query.x', message, code };

describe('linesOf', () => {
  const verdicts: [verdict: string, check: Check][] = [
    ['conforms', check([])],
    ['1 violation', check([violation('a')])],
    ['2 violations', check([violation('a'), violation('b')])],
    ['conforms, unlisted code 70052', check([], { unlisted: [70052] })],
    ['1 violation, unlisted code 1, unlisted code 2', check([violation('a')], { unlisted: [1, 2] })],
    ['not checked, the contract has no such path', check([], { operation: undefined })],
  ];
  it.each(verdicts)('says "%s"', (verdict, result) => {
    expect(linesOf(result, 1.26)[0]).toBe(`POST /a?usersig=*** 200 ${verdict} 1.3 ms`);
  });

  it('has an indented line for each violation, with the code of the mock for one in the request', () => {
    expect(linesOf(check([violation('must be a', 30001), violation('must be b')]), 0).slice(1)).toEqual([
      '  request query.x: must be a (the mock responds with 30001)',
      '  response body.x: must be b',
    ]);
  });

  const secrets: [why: string, query: Query, message: string, masked: string][] = [
    ['the usersig', { usersig }, `not ${usersig}, ${usersig}`, 'not ***, ***'],
    ['each usersig', { usersig: ['first', 'second'] }, 'not first or second', 'not *** or ***'],
    ['a usersig in the form of a query', {}, 'not usersig=other', 'not usersig=***'],
    ['nothing that is too short to be a secret', { usersig: ['', 'not'] }, 'not a', 'not a'],
    ['a usersig of four characters', { usersig: 'four' }, 'not four', 'not ***'],
  ];
  it.each(secrets)('masks %s', (_why, query, message, masked) => {
    const lines = linesOf(check([violation(message)], { request: requestWith(query) }), 0);
    expect(lines[1]).toBe(`  response body.x: ${masked}`);
  });
});

describe('createSummary', () => {
  it('counts each violation once, with its positions left out and the usersig masked', () => {
    const summary = createSummary();
    const at = (index: number, message: string): ReportedViolation[] => [
      { side: 'response', at: `body.x.${index}.y`, message },
    ];
    summary.add(check(at(0, `x.0.y is not ${usersig}`)), true);
    summary.add(check(at(12, `x.12.y is not ${usersig}`)), true);
    summary.add(check(at(1, 'x.1.y is over 1.5')), false);
    summary.add(check([], { operation: undefined }), true);
    const shared = { operation: 'deleteFriends', side: 'response', at: 'body.x.*.y' };
    expect(summary.read()).toEqual({
      calls: 4,
      violating: 3,
      checked: { deleteFriends: { requests: 3, responses: 2 } },
      violations: [
        { ...shared, message: 'x.*.y is not ***', count: 2 },
        { ...shared, message: 'x.*.y is over 1.5', count: 1 },
      ],
    });
  });
});

describe('violationsHeader', () => {
  const parse = (header: Record<string, string>) => JSON.parse(header['chat-sns-violations'] ?? '');

  it('is absent without violations', () => {
    expect(violationsHeader(check([]))).toEqual({});
  });

  it('is JSON in ASCII, without the usersig', () => {
    const header = violationsHeader(check([violation('é\u007f\n老 ~'), violation(usersig, 30001)]));
    expect(header['chat-sns-violations']).toMatch(/^[\x20-\x7e]+$/);
    expect(header['chat-sns-violations']).toContain('\\u00e9\\u007f\\n\\u8001 ~');
    expect(parse(header)).toEqual([violation('é\u007f\n老 ~'), violation('***', 30001)]);
    expect(header['chat-sns-violation-count']).toBe('2');
  });

  it('stays JSON when a message ends in a usersig', () => {
    const header = violationsHeader(
      check([{ side: 'request', at: 'query.sig=x', message: 'not usersig=other', code: 1 }]),
    );
    expect(parse(header)).toEqual([
      { side: 'request', at: 'query.sig=***', message: 'not usersig=***', code: 1 },
    ]);
  });

  it('has as many violations as fit into 4 KiB', () => {
    const empty = JSON.stringify(violation('')).length;
    const [first, second] = [violation('a'.repeat(2000)), violation('b'.repeat(4096 - 2000 - 2 * empty - 1))];
    const fitting = violationsHeader(check([first, second]));
    expect(parse(fitting)).toEqual([first, second]);
    expect(fitting['chat-sns-violations']).toHaveLength(4096 + 2);
    const longer = violationsHeader(
      check([first, { ...second, message: `${second.message}b` }, violation('c')]),
    );
    expect(parse(longer)).toEqual([first]);
    expect(longer['chat-sns-violation-count']).toBe('3');
  });
});
