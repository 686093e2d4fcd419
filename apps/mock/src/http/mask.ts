import type { Query } from './request.ts';

const mask = '***';
const isSecret = (name: string) => name.toLowerCase() === 'usersig';
const maskValue = (value: string) => value && mask;

/** The query without a usersig in it. An empty one stays empty, because that is worth seeing. */
export function maskQuery(query: Query): Query {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const maskOne = isSecret(name) ? maskValue : maskText;
      return [maskText(name), Array.isArray(value) ? value.map(maskOne) : maskOne(value)];
    }),
  );
}

/** A request target fit for a log: one line of ASCII without a usersig, wherever the target has it. */
export function maskTarget(path: string, query: Query): string {
  const pairs = Object.entries(maskQuery(query)).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  const text = pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
  return maskText(text);
}

/**
 * Masks a usersig in running text. A caller who writes `&` or `%3F` where the question mark belongs puts it into the
 * path or into another value; too much is masked there rather than too little.
 */
export function maskText(text: string): string {
  return text.replace(/(usersig(?:=|%3D|%253D))[^&#\s]+/gi, (_, name: string) => `${name}${mask}`);
}
