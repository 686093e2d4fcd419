/** Replaces every spelling of the secrets in a string. */
export type Redact = (text: string) => string;

const mask = '***';

// Shorter values occur in ordinary text, and masking them would damage responses without hiding anything.
const shortestSecret = 8;

/** Knows the secrets of one attempt. The only place that decides what may leave this package. */
export function createRedactor(secrets: readonly string[]): Redact {
  const patterns = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .map((secret) => new RegExp(Array.from(secret, createCharacterPattern).join(''), 'gi'));
  return (text) => patterns.reduce((clean, pattern) => clean.replace(pattern, mask), text);
}

/** The ways in which an echo of a URL, a form or JSON spells a character, as alternatives of a pattern. */
function createCharacterPattern(character: string): string {
  const bytes = Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).padStart(2, '0')}`,
  );
  const spellings = [character, JSON.stringify(character).slice(1, -1), bytes.join('')];
  if (character === ' ') spellings.push('+');
  return `(?:${spellings.map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`;
}

/**
 * A cause that can be kept on an error. A cause without a secret is kept unchanged; of any other error only name,
 * message, stack and code are copied, because a custom fetch may attach a whole request to the errors that it throws.
 */
export function cleanCause(cause: unknown, redact: Redact, depth = 0): unknown {
  if (typeof cause === 'string') return redact(cause);
  if (isClean(cause, redact, depth)) return cause;
  if (!(cause instanceof Error) || depth > 4)
    return new Error('cause withheld because it may contain a secret');
  const copy = new Error(redact(cause.message), { cause: cleanCause(cause.cause, redact, depth + 1) });
  copy.name = redact(cause.name);
  copy.stack = redact(cause.stack ?? '');
  const { code } = cause as { code?: unknown };
  return isClean(code, redact, depth) ? Object.assign(copy, { code }) : copy;
}

function isClean(value: unknown, redact: Redact, depth: number): boolean {
  if (typeof value === 'string') return redact(value) === value;
  if (typeof value === 'function') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (depth > 4 || !isPlain(value)) return false;
  if (value instanceof Error && !isCleanError(value, redact)) return false;
  return Reflect.ownKeys(value).every((key) => {
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (!property || property.get || property.set) return key === 'stack';
    return isClean(String(key), redact, depth) && isClean(property.value, redact, depth + 1);
  });
}

// These three are not always own properties of the error.
const isCleanError = ({ name, message, stack }: Error, redact: Redact) =>
  [name, message, stack].every((text) => isClean(text, redact, 0));

// Instances of other classes (requests, responses, sockets) can keep a URL behind a getter.
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return (
    prototype === null || prototype === Object.prototype || Array.isArray(value) || value instanceof Error
  );
}
