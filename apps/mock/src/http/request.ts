/** Query parameters as sent: a name that is repeated has all its values. */
export type Query = Record<string, string | string[]>;

/**
 * Splits a request target into path and query. Lenient as far as the vendor's own samples need it: empty pairs as in
 * `&&` are skipped, and a broken percent-encoding stays as it is.
 */
export function parseTarget(target: string): { path: string; query: Query } {
  const origin = target.startsWith('/') ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const [whole = ''] = origin.split('#');
  const mark = whole.indexOf('?');
  if (mark < 0) return { path: whole || '/', query: {} };
  return { path: whole.slice(0, mark) || '/', query: parseQuery(whole.slice(mark + 1)) };
}

function parseQuery(text: string): Query {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const earlier = values.get(name);
    if (earlier) earlier.push(value);
    else values.set(name, [value]);
  }
  // Object.fromEntries makes own properties of every name, `__proto__` included.
  return Object.fromEntries(
    [...values].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]),
  );
}
