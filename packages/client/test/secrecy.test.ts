import { inspect } from 'node:util';
import { type ChatClientOptions, createChatClient } from '@chat-sns/client';
import { createUserSig } from '@chat-sns/client/usersig';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { app, copyRequest } from './support/chat.ts';
import { createFakeClock } from './support/clock.ts';

/** Every string that a value can turn into: JSON, full inspection, and a walk over all properties. */
function collectTexts(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value === 'string') return value;
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value))
    return '';
  seen.add(value);
  const keys = Reflect.ownKeys(value);
  const own = keys.map((key) => `${String(key)} ${collectTexts(Reflect.get(value, key), seen)}`);
  const top =
    seen.size === 1
      ? [JSON.stringify(value), inspect(value, { depth: 20, showHidden: true, getters: true }), String(value)]
      : [];
  return [...own, ...top].join('\n');
}

const encodeCharacters = (text: string, pattern: RegExp) =>
  text.replace(pattern, (character) => `%${character.charCodeAt(0).toString(16)}`);

/** The spellings that the guide about sign-in promises to mask, and the escapes of JSON, which are gone once it is parsed. */
const listSpellings = (secret: string) => [
  secret,
  secret.replaceAll('*', '%2A'),
  encodeCharacters(secret, /\*/g),
  encodeCharacters(secret, /[*_-]/g),
  encodeCharacters(secret, /./g),
];
const escapeCharacters = (text: string) =>
  text.replace(/./g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What a hostile or careless server or fetch can do with the URL that it was given. */
type Leak = (url: string, secret: string, init: RequestInit) => Response | Promise<Response>;

/** Shows the URL only through its methods. */
class PrivateFailure extends Error {
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

class RequestFailure extends Error {
  readonly config: object;
  constructor(message: string, config: object) {
    super(message);
    this.config = config;
  }
}

const respondWith = (status: number, text: string, headers = {}) => new Response(text, { status, headers });
const throwError = (error: unknown): never => {
  throw error;
};

const leaks: Leak[] = [
  (url) =>
    respondWith(
      200,
      JSON.stringify({
        ActionStatus: 'FAIL',
        ErrorCode: 30001,
        ErrorInfo: `bad url ${url}`,
        ErrorDisplay: url,
      }),
    ),
  (url) =>
    respondWith(
      200,
      JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: 70001, ErrorInfo: url, [url]: [url] }),
    ),
  (url) =>
    respondWith(
      200,
      JSON.stringify({
        ActionStatus: 'OK',
        ErrorCode: 0,
        ErrorInfo: '0',
        CurrentSequence: 4,
        ResultItem: [{ To_Account: 'id1', ResultCode: 30006, ResultInfo: url }, url],
      }),
    ),
  (_, secret) =>
    respondWith(
      200,
      JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, CurrentSequence: 4, RequestId: `a${secret}b` }),
    ),
  (url) =>
    respondWith(
      200,
      `{"ActionStatus":"FAIL","ErrorCode":30001,"ErrorInfo":"${escapeCharacters(url)}","${escapeCharacters(url)}":1}`,
    ),
  (url) => respondWith(200, `{"ErrorCode":0,"ResultItem":[{"To_Account":"${escapeCharacters(url)}"}]}`),
  (url) => respondWith(200, `<html>${url}</html>`),
  (url) => respondWith(200, `{"ActionStatus":"${url}`),
  (url) => respondWith(502, url, { location: url, 'x-request': url }),
  (url) => respondWith(302, '', { location: `https://elsewhere.test/?${url}` }),
  (url) => respondWith(503, url, { 'retry-after': url }),
  (url) => throwError(new TypeError(`fetch failed for ${url}`)),
  (url) => throwError(new TypeError('fetch failed', { cause: new Error(url, { cause: url }) })),
  (url) => throwError(new RequestFailure('request failed', { url, nested: { deep: [url] } })),
  (url) => throwError(new PrivateFailure(url)),
  (url) => throwError(new TypeError('fetch failed', { cause: new PrivateFailure(url) })),
  (url) => throwError(Symbol(url)),
  (url) => throwError(Object.assign(new Error('failed'), { request: new Request(url), code: 'ECONNRESET' })),
  (url) => throwError(Object.assign(new Error('failed'), { [url]: 1, code: url })),
  (url) => throwError(new AggregateError([new Error(url)], url)),
  (url) => throwError(url),
  (url) => throwError({ url }),
  (url) => throwError(new DOMException(url, 'DataError')),
  (_, secret) => throwError(new Error(listSpellings(secret).join(' '))),
  (url) => throwError(Object.assign(new Error('circular'), { self: { url } })),
];

const secretText = fc.string({ unit: fc.constantFrom(...'abcXYZ019*-_'), minLength: 12, maxLength: 200 });

/** Fewer for a run that repeats the test thousands of times, such as mutation testing. */
const runs = Number(process.env.CLIENT_PROPERTY_RUNS ?? 1000);
const operations = ['deleteFriends', 'deleteAllFriends', 'deleteFriendLists'] as const;

test('neither the UserSig nor the secret key is in any output, over thousands of failures', async () => {
  let failures = 0;
  const property = fc.asyncProperty(
    secretText,
    fc.array(fc.constantFrom(...leaks), { minLength: 1, maxLength: 3 }),
    fc.constantFrom(...operations),
    fc.boolean(),
    async (secret, plan, operation, supplied) => {
      const fake = createFakeClock();
      const seen: unknown[] = [];
      let call = 0;
      const options = {
        ...app,
        baseUrl: 'https://chat.test',
        userSig: supplied ? () => secret : secret,
        clock: fake.clock,
        retry: { cooldown: 'wait', retryUnanswered: true, baseDelayMs: 0 },
        hooks: { onAttempt: (event: unknown) => seen.push(event) },
        fetch: (url: string, init: RequestInit) => (plan[call++ % plan.length] as Leak)(url, secret, init),
      } as ChatClientOptions;
      const chat = createChatClient(options);
      const method = chat[operation] as (request: unknown) => Promise<unknown>;
      const result = await fake.settle(method(copyRequest(operation)));
      const safeMethod = chat.safe[operation] as (request: unknown) => Promise<unknown>;
      const safe = await fake.settle(safeMethod(copyRequest(operation)));
      if (result.status === 'rejected') failures += 1;
      const texts = [result, safe, seen, chat].map((value) => collectTexts(value)).join('\n');
      for (const spelling of listSpellings(secret)) {
        const at = texts.indexOf(spelling);
        expect(at, `${spelling} in ${texts.slice(Math.max(0, at - 200), at + 300)}`).toBe(-1);
      }
    },
  );
  await fc.assert(property, { numRuns: runs });
  // About five in six fail. Half of them leaves a margin for chance when the runs are few.
  expect(failures).toBeGreaterThan(0.5 * runs);
}, 60_000);

test('the secret key and its signatures are in no output', async () => {
  const secretKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';
  const sent: string[] = [];
  const seen: unknown[] = [];
  const chat = createChatClient({
    ...app,
    region: 'seoul',
    secretKey,
    retry: false,
    hooks: { onAttempt: (event) => seen.push(event) },
    fetch: async (url) => {
      sent.push(new URL(url).searchParams.get('usersig') ?? '');
      throw new RequestFailure(`failed ${url} ${secretKey}`, { url, secretKey });
    },
  });
  for (const operation of operations) {
    const method = chat.safe[operation] as (request: unknown) => Promise<unknown>;
    seen.push(await method(copyRequest(operation)));
  }
  const texts = collectTexts([seen, chat]);
  expect(sent[0]).toMatch(/^eJ/);
  for (const secret of [secretKey, ...sent]) expect(texts).not.toContain(secret);
});

test('every cause is rebuilt from name, message and code, and the chain is kept', async () => {
  const cause = Object.assign(new TypeError('fetch failed', { cause: new Error('inner') }), {
    code: 'ECONNRESET',
    address: { port: 443 },
  });
  const chat = createChatClient({
    ...app,
    region: 'seoul',
    userSig: await createUserSig({ ...app, secretKey: 'a key of the test' }),
    retry: false,
    fetch: () => Promise.reject(cause),
  });
  const result = await chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'));
  const kept = result.ok ? undefined : result.error.cause;
  expect(kept).toMatchObject({ name: 'TypeError', message: 'fetch failed', code: 'ECONNRESET' });
  expect(kept).toMatchObject({ stack: cause.stack, cause: { message: 'inner' } });
  expect(kept).not.toHaveProperty('address');
});

test('a UserSig that was replaced stays masked', async () => {
  const used: string[] = [];
  const chat = createChatClient({
    ...app,
    region: 'seoul',
    userSig: () => `supplied_number_${used.length}`,
    fetch: async (url) => {
      used.push(new URL(url).searchParams.get('usersig') ?? '');
      const ErrorInfo = `seen so far: ${used.join(' ')}`;
      return Response.json({ ActionStatus: 'FAIL', ErrorCode: 70001, ErrorInfo });
    },
  });
  const result = await chat.safe.deleteAllFriends(copyRequest('deleteAllFriends'));
  expect(used).toEqual(['supplied_number_0', 'supplied_number_1']);
  expect(!result.ok && result.error.info).toBe('seen so far: *** ***');
});
