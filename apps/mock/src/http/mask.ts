import type { Query } from './request.ts';

const mask = '***';

/**
 * What looks like a UserSig: the beginning of zlib data in base64 and at least 31 more characters of the vendor's
 * alphabet, percent-encoded or not. Neither a UserID nor a list name is that long.
 */
const lookalike = /e[A-P](?:[\w*-]|%(?:25)*(?:2[ADad]|5[Ff])){31,}/g;

/** What follows a name such as `usersig` or `sig[]`, whatever it looks like, also where the URL has it in a wrong place. */
const named = /(sig(?:\[\]|%(?:25)*5B%(?:25)*5D)?(?:=|%(?:25)*3D))[^&#\s]+/gi;

/** Masks everything in a string that is or could be a UserSig: it is better to mask too much than too little. */
export function maskText(text: string): string {
  return text.replace(named, (_, name: string) => `${name}${mask}`).replace(lookalike, mask);
}

/** The query with every UserSig masked. An empty one stays empty, because that is worth seeing. */
export function maskQuery(query: Query): Query {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const maskOne = /sig/i.test(name) ? (one: string) => one && mask : maskText;
      return [maskText(name), Array.isArray(value) ? value.map(maskOne) : maskOne(value)];
    }),
  );
}

/** A request target for the log: one line of ASCII, with every UserSig masked wherever the target has it. */
export function maskTarget(path: string, query: Query): string {
  const pairs = Object.entries(maskQuery(query)).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  const text = pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
  return maskText(text);
}

// The contract's bodies have two levels. What is far deeper could be parsed, but neither printed nor compared.
const mostLevels = 100;

/**
 * The value of a JSON document with its strings masked, field names included; the document itself, as a string, if it is
 * nested too deep. Works on the text, because functions cannot call each other as deep as a body can be nested.
 */
export function maskJson(json: string): unknown {
  let level = 0;
  let deepest = 0;
  const masked = json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/g, (token) => {
    if (!token.startsWith('"')) {
      level += token === '[' || token === '{' ? 1 : -1;
      deepest = Math.max(deepest, level);
      return token;
    }
    const text: string = JSON.parse(token);
    const clean = maskText(text);
    return clean === text ? token : JSON.stringify(clean);
  });
  return deepest > mostLevels ? masked : JSON.parse(masked);
}
