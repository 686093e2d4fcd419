/** Hides secrets in everything that a run prints or writes. */
export interface Secrets {
  /** Remembers a value that must never show. */
  add(value: string): void;
  mask(text: string): string;
}

// A shorter value would blot out ordinary words, and protects nothing.
const shortest = 6;

export function createSecrets(): Secrets {
  const values = new Set<string>();
  return {
    add(value) {
      if (value.length < shortest) return;
      values.add(value);
      values.add(encodeURIComponent(value));
      values.add(new URLSearchParams({ '': value }).toString().slice(1));
    },
    mask: (text) =>
      [...values]
        .sort((a, b) => b.length - a.length)
        .reduce((result, value) => result.replaceAll(value, '***'), text)
        // Whatever stands under the name of a signature is one, even if it is not ours.
        .replace(/(usersig=)[^&#\s"']+/gi, '$1***'),
  };
}
