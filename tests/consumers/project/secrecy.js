// The promise of the README about secrets, as a property: random secrets, random ways to give them away.
import { createChatClient } from '@chat-sns/client';

/** Mulberry32: the same numbers on every runtime. */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const alphabet = 'ABCXYZabcxyz0189*-_';
const encode = (character) => `%${character.charCodeAt(0).toString(16)}`;

/** The spellings that are promised to be masked: as it is, and with any characters percent-encoded. */
const spellings = [
  (secret) => secret,
  (secret) => secret.replaceAll('*', '%2A'),
  (secret) => secret.replace(/[*_-]/g, encode),
  (secret) => [...secret].map(encode).join(''),
  (secret) => [...secret].map((one, index) => (index % 2 ? encode(one).toUpperCase() : one)).join(''),
];
const escapeAll = (text) =>
  text.replace(/./g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

class PrivateFailure extends Error {
  #text;
  constructor(text) {
    super('request failed');
    this.#text = text;
  }
  toJSON() {
    return this.#text;
  }
  [Symbol.for('nodejs.util.inspect.custom')]() {
    return this.#text;
  }
  [Symbol.for('Deno.customInspect')]() {
    return this.#text;
  }
}

const fail = { ActionStatus: 'FAIL', ErrorCode: 30001, ErrorInfo: '' };
const throwIt = (error) => {
  throw error;
};
const leaks = [
  (text) => Response.json({ ActionStatus: 'OK', ErrorCode: 0, note: text }),
  (text) => Response.json({ ...fail, ErrorInfo: text, [text]: [{ [text]: text }] }),
  (text) => new Response(`{"ErrorCode":0,"ErrorInfo":"${escapeAll(text)}","${escapeAll(text)}":1}`),
  (text) => new Response(`{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"${escapeAll(text)}"}`),
  (text) => new Response(`<html>${text}</html>`),
  (text) => new Response(text, { status: 502, headers: { location: text, 'retry-after': text } }),
  (text) => throwIt(new TypeError(text, { cause: new Error(text, { cause: text }) })),
  (text) => throwIt(Object.assign(new Error(text), { code: text, config: { url: text } })),
  (text) => throwIt(new PrivateFailure(text)),
  (text) => throwIt(new AggregateError([new Error(text)], text)),
  (text) => throwIt({ text, toString: () => text, toJSON: () => text }),
  (text) => throwIt(text),
  (text) => throwIt(Symbol(text)),
];

/** Everything that a value shows: as JSON, as a string, and in each property. */
function show(value, seen = new Set()) {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const keys = Reflect.ownKeys(value);
  const own = keys.map((key) => `${String(key)} ${show(Reflect.get(value, key), seen)}`).join(' ');
  return `${own} ${JSON.stringify(value)} ${value instanceof Error ? String(value) : ''}`;
}

export async function run(_server, count) {
  const random = createRandom(20261128);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const createSecret = () => Array.from({ length: 8 + random() * 200 }, () => pick(alphabet)).join('');
  const result = { leaks: [], failures: 0 };
  for (let call = 0; call < count; call += 1) {
    const used = [];
    const seen = [];
    const leak = () => pick(leaks)(used.map((secret) => `<${pick(spellings)(secret)}>`).join(''));
    const signIn = random() < 0.1 ? { secretKey: createSecret() } : { userSig: createSecret };
    const chat = createChatClient({
      ...signIn,
      sdkAppId: 1400000000,
      identifier: 'administrator',
      region: 'seoul',
      rateLimit: false,
      retry: { maxAttempts: 2, baseDelayMs: 0, retryUnanswered: true },
      hooks: { onAttempt: (event) => seen.push(event) },
      fetch: async (url) => {
        used.push(new URL(url).searchParams.get('usersig'), ...(signIn.secretKey ? [signIn.secretKey] : []));
        if (used.length === 1) return Response.json({ ...fail, ErrorCode: 70001 });
        return leak();
      },
    });
    const answer = await chat.safe.deleteAllFriends({ From_Account: 'id' });
    if (!answer.ok) result.failures += 1;
    const shown = show([answer, seen, chat]);
    for (const secret of used) {
      const found = spellings.map((spell) => spell(secret)).find((spelling) => shown.includes(spelling));
      if (found) result.leaks.push({ call, found, shown: shown.slice(0, 500) });
    }
  }
  return result;
}
