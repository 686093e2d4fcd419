import type { Query } from './request.ts';

const mask = '***';
const isSecret = (name: string) => name.toLowerCase() === 'usersig';
const maskValue = (value: string) => value && mask;

/** The query with the usersig masked. An empty one stays empty, because that is worth seeing. */
export function maskQuery(query: Query): Query {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const maskOne = isSecret(name) ? maskValue : maskText;
      return [maskText(name), Array.isArray(value) ? value.map(maskOne) : maskOne(value)];
    }),
  );
}

/** A request target for the log: one line of ASCII, with the usersig masked wherever the target has it. */
export function maskTarget(path: string, query: Query): string {
  const pairs = Object.entries(maskQuery(query)).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  const text = pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
  return maskText(text);
}

/**
 * Masks a usersig anywhere in a string. A caller who writes `&` or `%3F` in place of the question mark puts it into the
 * path or into another value; it is better to mask too much there than too little.
 */
export function maskText(text: string): string {
  return text.replace(/(usersig(?:=|%3D|%253D))[^&#\s]+/gi, (_, name: string) => `${name}${mask}`);
}
