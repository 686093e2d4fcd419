import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { checkSecret, createMask } from '../src/secrets.ts';

const secret = 'secret*of-the_test';

function createMaskOf(...secrets: string[]) {
  const mask = createMask();
  for (const one of secrets) mask.add(one);
  return mask;
}

const mask = createMaskOf(secret);

describe('in a string', () => {
  test('every secret is masked at every place', () => {
    const both = createMaskOf(secret, 'another-one');
    expect(both.text(`a ${secret} b ${secret}another-one.`)).toBe('a *** b ******.');
    expect(createMask().text('as it is')).toBe('as it is');
  });

  test('secrets shorter than 8 characters are ignored, because ordinary text contains them too', () => {
    expect(createMaskOf('1234567').text('1234567')).toBe('1234567');
    expect(createMaskOf('12345678').text('12345678')).toBe('***');
  });

  test.each([
    ['as Python and PHP do', 'secret%2Aof-the_test'],
    ['in small letters', 'secret%2aof-the_test'],
    ['wherever it is possible', 'secret%2Aof%2Dthe%5Ftest'],
    ['even where it is not necessary', '%73ecret*of-the_test'],
  ])('a percent-encoded secret is masked: %s', (_, spelling) => {
    expect(mask.text(`url ${spelling}&more=100%25`)).toBe('url ***&more=100%');
  });

  test('percent signs stay as they are where no secret is behind them', () => {
    expect(mask.text('100% of %41 %2A %zz')).toBe('100% of %41 %2A %zz');
    expect(mask.text(`${secret} 100% %41`)).toBe('*** 100% %41');
  });

  test.each([...'\\^$.*+?()[]{}|'])('%s in a secret means itself', (character) => {
    const other = createMaskOf(`key${character}material`);
    expect(other.text(`key${character}material`)).toBe('***');
    expect(other.text('keymaterial keyymaterial key-material')).toBe('keymaterial keyymaterial key-material');
  });

  test('the first secret and the last hundred are known', () => {
    const all = Array.from({ length: 150 }, (_, index) => `secret-number-${index}-`);
    const many = createMaskOf(...all);
    const isMasked = (one: string) => many.text(one) === '***';
    expect(all.map(isMasked)).toEqual(all.map((_, index) => index === 0 || index >= 50));
    many.add(all[50] as string);
    for (const more of ['yet-another', 'and-the-last']) many.add(more);
    expect([50, 51, 52].map((index) => isMasked(all[index] as string))).toEqual([true, false, false]);
  });
});

describe('in JSON', () => {
  const parseMasked = (text: string) => mask.json(JSON.parse(text));

  test('names and strings are masked, however the text spells them', () => {
    const escaped = [...secret].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('');
    expect(parseMasked(`{"a":["secret\\u002aof-the_test",1],"${escaped}":{"b":"${escaped}"}}`)).toEqual({
      a: ['***', 1],
      '***': { b: '***' },
    });
  });

  test('everything else stays the same', () => {
    const text = '{"a":1,"__proto__":{"b":"x"},"list":[null,true,"",{}]}';
    expect(JSON.stringify(parseMasked(text))).toBe(text);
    expect(Object.keys(parseMasked(`{"__proto__":"${secret}"}`) as object)).toEqual(['__proto__']);
  });

  test('what is nested too deeply to be printed is masked as a whole', () => {
    const nested = parseMasked(`${'['.repeat(500_000)}${']'.repeat(500_000)}`);
    expect(JSON.stringify(nested)).toBe(`${'['.repeat(51)}"***"${']'.repeat(51)}`);
    const deep = `${'{"a":'.repeat(50)}"end"${'}'.repeat(50)}`;
    expect(JSON.stringify(parseMasked(deep))).toBe(deep);
  });
});

/** A class that keeps a secret where no walk over properties finds it, and shows it to whoever prints it. */
class Hidden extends Error {
  readonly #url: string;
  constructor(url: string) {
    super('request failed');
    this.#url = url;
  }
  toJSON() {
    return { url: this.#url };
  }
  [inspect.custom]() {
    return this.#url;
  }
}

describe('a foreign error', () => {
  const rebuild = (thrown: unknown) => mask.error(thrown) as Error & { code?: unknown };

  test('is rebuilt from name, message, stack and code, each with the secret masked', () => {
    const thrown = Object.assign(new TypeError(`at ${secret}`), { code: 'E1', request: new Map() });
    thrown.name = `Type ${secret}`;
    const copy = rebuild(thrown);
    expect(copy).not.toBe(thrown);
    expect(copy).toMatchObject({ name: 'Type ***', message: 'at ***', code: 'E1' });
    expect(copy.stack).toBe(thrown.stack?.replaceAll(secret, '***'));
    expect(copy).not.toHaveProperty('request');
    expect(rebuild(Object.assign(new Error('x'), { code: secret })).code).toBe('***');
    expect(rebuild(Object.assign(new Error('x'), { code: 7 })).code).toBe(7);
    expect(rebuild(Object.assign(new Error('x'), { code: { secret } }))).not.toHaveProperty('code');
  });

  test('cannot bring methods or private state along', () => {
    const copy = rebuild(new Hidden(secret));
    expect(`${JSON.stringify(copy)}${inspect(copy, { showHidden: true })}`).not.toContain(secret);
    expect(copy.message).toBe('request failed');
  });

  test('brings its causes, up to a depth', () => {
    expect(rebuild(new Error('outer', { cause: new Error(secret) })).cause).toMatchObject({ message: '***' });
    expect(rebuild(new Error('outer', { cause: secret })).cause).toBe('***');
    const endless = new Error('again');
    endless.cause = endless;
    let depth = 0;
    for (let error: unknown = rebuild(endless); error instanceof Error; error = error.cause) depth += 1;
    expect(depth).toBe(5);
    expect(Object.hasOwn(rebuild(new Error('none')), 'cause')).toBe(false);
  });

  test.each([
    ['a string', secret, '***'],
    ['a symbol', Symbol(secret), 'Symbol(***)'],
    ['a number', 7, 7],
    ['a bigint', 7n, 7n],
    ['null', null, null],
    ['undefined', undefined, undefined],
  ])('may be %s', (_, thrown, expected) => {
    expect(mask.error(thrown)).toBe(expected);
  });

  const unreadable = {
    get message(): string {
      throw new Error(secret);
    },
  };

  test.each([
    ['an object', { url: secret }],
    ['an object without a prototype', Object.create(null)],
    ['a function', () => secret],
    ['an error whose message is not a string', Object.assign(new Error(), { message: { secret } })],
    ['an error that throws when it is read', unreadable],
    ['a proxy that throws', new Proxy({}, { get: () => expect.fail('read') })],
  ])('may be %s, which has no message to keep', (_, thrown) => {
    const copy = rebuild(thrown);
    expect(copy).toBeInstanceOf(Error);
    expect(copy.message).toBe('an error without a message was thrown');
    expect(inspect(copy, { showHidden: true })).not.toContain(secret);
  });
});

test.each([undefined, null, '', 7, {}, 'key\n', '\r\nkey', ' key', '\ufeffkey'])(
  '%j is refused as a secret, with the reason',
  (value) => {
    expect(() => checkSecret('InvalidKey', 'key', value)).toThrow(
      'InvalidKey: key must be a non-empty string without whitespace around it, such as a line break at its end',
    );
  },
);
