/** What an entry leads to, the most wanted first: of two entries that a query names equally well, the earlier kind comes first. */
export const kinds = ['code', 'call', 'host', 'field', 'page', 'heading'] as const;
export type Kind = (typeof kinds)[number];

/** Something that a reader may look for, as the index of a language has it. Tuples, because names would double it. */
export type Entry = readonly [
  kind: number,
  /** Position of the page in the index. */
  page: number,
  /** Anchor on the page, or empty. */
  anchor: string,
  title: string,
  /** What is shown beside the title, and searched too. */
  note: string,
  /** Further names, which find the entry but are not shown. */
  ...keys: string[],
];

interface SearchWords {
  label: string;
  placeholder: string;
  /** Shown while nothing is typed. */
  hint: string;
  results: string;
  none: string;
  one: string;
  many: string;
  close: string;
  kinds: Record<Kind, string>;
}

export interface SearchIndex {
  words: SearchWords;
  /** Path below the root of the site, and the name. */
  pages: readonly (readonly [path: string, label: string, isEnglish?: 1])[];
  entries: readonly Entry[];
}

/**
 * The index as a module. It has each page as its distance from the page of the entry before, which compresses better, and
 * turns that back when it is loaded.
 */
export function writeIndex({ entries, ...rest }: SearchIndex): string {
  const packed = entries.map(([kind, page, ...names], at) => [
    kind,
    page - (entries[at - 1]?.[1] ?? 0),
    ...names,
  ]);
  return `const index = ${JSON.stringify({ ...rest, entries: packed })};
index.entries.reduce((page, entry) => (entry[1] += page), 0);
export default index;
`;
}
