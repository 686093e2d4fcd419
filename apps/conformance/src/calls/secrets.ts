/** Hides secrets in everything that a run prints or writes. */
export interface Secrets {
  /** Remembers a value that must never be shown. */
  add(value: string): void;
  mask(text: string): string;
}

// A shorter value would mask ordinary words, and protects nothing.
const shortest = 6;

export function createSecrets(): Secrets {
  const values = new Set<string>();
  return {
    add(value) {
      if (value.length < shortest) return;
      for (const form of [value, encodeURIComponent(value), encodeStrictly(value)]) {
        values.add(form);
        values.add(form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()));
      }
    },
    mask: (text) =>
      [...values]
        .sort((a, b) => b.length - a.length)
        .reduce((result, value) => result.replaceAll(value, '***'), text)
        // The value of a parameter usersig is a signature, even if it is not ours.
        .replace(/(usersig=)[^&#\s"']+/gi, '$1***'),
  };
}

// A usersig can contain `*`, which some programs keep in a URL and others write as %2A.
const encodeStrictly = (value: string) =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
