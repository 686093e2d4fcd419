import { ChatConfigError } from './errors.ts';

/** Hides the secrets of one client. The only place that decides what may leave this package. */
export interface Mask {
  /** Makes a secret known. */
  add(secret: string): void;
  /** Replaces every known secret, as it is or with any of its characters percent-encoded. */
  text(text: string): string;
  /** Masks the names and the strings of a value that was parsed from JSON, in place. */
  json(value: unknown): unknown;
  /** Rebuilds what other code threw from its name, message, stack and code, and its causes likewise. */
  error(thrown: unknown): unknown;
}

const mask = '***';

// Shorter values occur in ordinary text, and masking them would damage responses without hiding anything.
const shortestSecret = 8;

// The secret key and the last hundred UserSigs: however often a supplier is asked, memory and work stay bounded.
const mostSecrets = 101;

// The service nests three levels. What is far deeper could be parsed, but not printed.
const deepestLevel = 50;

export function createMask(): Mask {
  const secrets = new Set<string>();
  let shortest = Number.POSITIVE_INFINITY;

  function replaceSecrets(text: string): string {
    let clean = text;
    for (const secret of secrets) clean = clean.replaceAll(secret, mask);
    return clean;
  }

  function maskText(text: string): string {
    // Most strings of a response are too short to hold a secret, and no spelling is shorter than the secret.
    if (text.length < shortest) return text;
    const clean = replaceSecrets(text);
    if (!clean.includes('%')) return clean;
    const decoded = clean.replace(/%[\da-f]{2}/gi, (code) =>
      String.fromCharCode(Number.parseInt(code.slice(1), 16)),
    );
    const masked = replaceSecrets(decoded);
    return masked === decoded ? clean : masked;
  }

  function maskJson(value: unknown, level = 0): unknown {
    if (typeof value === 'string') return maskText(value);
    if (typeof value !== 'object' || value === null) return value;
    if (level > deepestLevel) return mask;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) value[index] = maskJson(value[index], level + 1);
      return value;
    }
    const record = value as Record<string, unknown>;
    for (const name of Object.keys(record)) {
      const item = record[name];
      const cleanName = maskText(name);
      const cleanItem = maskJson(item, level + 1);
      if (cleanName !== name) delete record[name];
      if (cleanName !== name || cleanItem !== item) record[cleanName] = cleanItem;
    }
    return record;
  }

  function rebuildError(thrown: unknown, level = 0): unknown {
    if (typeof thrown === 'string' || typeof thrown === 'symbol') return maskText(String(thrown));
    if (thrown === null || (typeof thrown !== 'object' && typeof thrown !== 'function')) return thrown;
    let copy = new Error('an error without a message was thrown');
    try {
      const { name, message, stack, code, cause } = thrown as Record<string, unknown>;
      const inner = cause !== undefined && level < 4 ? { cause: rebuildError(cause, level + 1) } : undefined;
      if (typeof message === 'string') copy = new Error(maskText(message), inner);
      if (typeof name === 'string') copy.name = maskText(name);
      copy.stack = maskText(String(stack ?? copy));
      if (typeof code === 'string' || typeof code === 'number') Object.assign(copy, { code: maskJson(code) });
    } catch {
      // A getter of the error threw: what could be read is kept.
    }
    return copy;
  }

  return {
    add(secret) {
      if (secret.length < shortestSecret) return;
      secrets.delete(secret);
      secrets.add(secret);
      shortest = Math.min(shortest, secret.length);
      // The first is the secret key, where there is one.
      if (secrets.size > mostSecrets) secrets.delete([...secrets][1] as string);
    },
    text: maskText,
    json: (value) => maskJson(value),
    error: (thrown) => rebuildError(thrown),
  };
}

/** Refuses a secret that cannot be the one that is meant, such as one that was read with the end of its line. */
export function checkSecret(title: string, name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && value.trim() === value) return value;
  throw new ChatConfigError(
    title,
    `${name} must be a non-empty string without whitespace around it, such as a line break at its end`,
  );
}
