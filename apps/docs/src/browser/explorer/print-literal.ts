/** A value of JSON as a TypeScript literal that means the same, whatever its names and texts hold. */
export function printLiteral(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quote(value);
  // JSON's own way with numbers, because it is what is sent: 1e999 goes out as null.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = (open: string, parts: string[], close: string) =>
    parts.length === 0
      ? `${open}${close}`
      : `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).map(
      ([name, part]) => `${printName(name)}: ${printLiteral(part, inner)}`,
    );
    return lines('{', entries, '}');
  }
  const parts = value.map((part) => printLiteral(part, inner));
  return value.some((part) => typeof part === 'object' && part !== null)
    ? lines('[', parts, ']')
    : `[${parts.join(', ')}]`;
}

export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A literal with a plain `__proto__` would set the prototype instead of a field. */
function printName(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}
