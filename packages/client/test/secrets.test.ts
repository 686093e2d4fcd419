import { describe, expect, test } from 'vitest';
import { cleanCause, createRedactor } from '../src/secrets.ts';

const secret = 'secret-of-the-test';
const redact = createRedactor([secret]);

describe('a redactor', () => {
  test('masks every secret at every place, in any case', () => {
    const both = createRedactor([secret, 'another-one']);
    expect(both(`a ${secret} b ${secret.toUpperCase()}Another-One.`)).toBe('a *** b ******.');
    expect(createRedactor([])('as it is')).toBe('as it is');
  });

  test('ignores secrets shorter than 8 characters, because ordinary text contains them too', () => {
    expect(createRedactor(['1234567'])('1234567')).toBe('1234567');
    expect(createRedactor(['12345678'])('12345678')).toBe('***');
  });

  test.each([
    ['in a URL', 'a%20b%2ac%c3%a9%0ad%22e'],
    ['in a URL in capitals', 'a%20b%2Ac%C3%A9%0Ad%22e'],
    ['in a form', 'a+b*c%C3%A9%0Ad%22e'],
    ['in JSON', 'a b*cé\\nd\\"e'],
    ['in a mixture', 'a%20b*cé%0Ad\\"e'],
  ])('knows the spelling %s', (_, spelling) => {
    expect(createRedactor(['a b*cé\nd"e'])(`<${spelling}>`)).toBe('<***>');
  });

  test.each([...'\\^$.*+?()[]{}|'])('treats %s in a secret literally', (character) => {
    const cleanError = createRedactor([`key${character}material`]);
    expect(cleanError(`key${character}material`)).toBe('***');
    expect(cleanError('keymaterial keyymaterial key-material')).toBe('keymaterial keyymaterial key-material');
  });

  test('treats a plus as a space only where the secret has a space', () => {
    expect(createRedactor(['key-material'])('key+material')).toBe('key+material');
  });
});

class Instance {
  readonly value = 1;
}

/** An object in an object in an object. */
const createNested = (levels: number): object =>
  levels === 1 ? { end: true } : { inner: createNested(levels - 1) };

describe('a cause without a secret', () => {
  test.each([
    ['an error', new TypeError('broke', { cause: { code: 1 } })],
    ['an error with details', Object.assign(new Error('broke'), { code: 'E1', address: { port: 443 } })],
    ['a number', 7],
    ['nothing', null],
    ['undefined', undefined],
    ['plain data', { list: [1, 'two', null], more: Object.create(null) }],
    ['data of five levels', createNested(5)],
  ])('is kept unchanged: %s', (_, cause) => {
    expect(cleanCause(cause, redact)).toBe(cause);
  });
});

describe('a cause that is not known to be clean is withheld', () => {
  const getter = Object.defineProperty({}, 'url', { get: () => 'x', enumerable: true });
  const setter = Object.defineProperty({}, 'url', { set: () => {}, enumerable: true });
  const hidden = new Proxy({ url: secret }, { getOwnPropertyDescriptor: () => undefined });

  test.each([
    ['a function', () => secret],
    ['data with a function', { toUrl: () => secret }],
    ['data with a secret', { deep: [secret] }],
    ['data with a secret name', { [secret]: 1 }],
    ['data with a secret symbol', { [Symbol(secret)]: 1 }],
    ['data with a getter', getter],
    ['data with a setter', setter],
    ['data that hides its content', hidden],
    ['an instance of a class', new Instance()],
    ['data with an instance', { request: new Instance() }],
    ['data of six levels', createNested(6)],
  ])('%s', (_, cause) => {
    const withheld = cleanCause(cause, redact);
    expect(withheld).toBeInstanceOf(Error);
    expect(withheld).toHaveProperty('message', 'cause withheld because it may contain a secret');
  });
});

describe('of an error with a secret', () => {
  const cleanError = (cause: unknown) => cleanCause(cause, redact) as Error & { code?: unknown };

  test('name, message, stack and code are copied, each with the secret masked', () => {
    const cause = Object.assign(new TypeError(`at ${secret}`), { code: 'E1', url: secret });
    cause.name = `Type ${secret}`;
    const copy = cleanError(cause);
    expect(copy).not.toBe(cause);
    expect(copy).toMatchObject({ name: 'Type ***', message: 'at ***', code: 'E1' });
    expect(copy.stack).toBe(cause.stack?.replaceAll(secret, '***'));
    expect(copy).not.toHaveProperty('url');
  });

  test('a secret code is left out', () => {
    expect(cleanError(Object.assign(new Error('broke'), { code: secret }))).not.toHaveProperty('code');
    expect(cleanError(Object.assign(new Error('broke'), { code: secret })).message).toBe('broke');
  });

  test.each(['name', 'message', 'stack'])('a secret is found in its %s, also on its class', (name) => {
    class Sneaky extends Error {}
    Object.defineProperty(Sneaky.prototype, name, { get: () => secret });
    const cause = new Sneaky();
    Reflect.deleteProperty(cause, 'stack');
    const copy = cleanError(cause);
    expect(copy).not.toBe(cause);
    expect(Reflect.get(copy, name)).toBe('***');
  });

  test('a stack that is missing stays missing', () => {
    const cause = new Error(secret);
    Object.defineProperty(cause, 'stack', { value: undefined });
    expect(cleanError(cause).stack).toBe('');
  });

  test('its cause is cleaned as well, and an endless chain is cut', () => {
    expect(cleanError(new Error('outer', { cause: secret })).cause).toBe('***');
    const endless = new Error(secret);
    endless.cause = endless;
    const messages: string[] = [];
    for (let error: unknown = cleanError(endless); error instanceof Error; error = error.cause) {
      messages.push(error.message);
    }
    expect(messages).toEqual([...Array(5).fill('***'), 'cause withheld because it may contain a secret']);
  });
});
