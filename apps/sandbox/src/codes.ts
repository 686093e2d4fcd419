import { type CatalogueEntry, errorCatalogue, type errorTable } from '@chat-sns/spec';

/** Title of a code in the contract's error catalogue. */
export type Title = (typeof errorTable)[keyof typeof errorTable]['title'];

const byTitle = new Map(errorCatalogue.map((entry) => [entry.title, entry]));
const byCode = new Map(errorCatalogue.map((entry) => [entry.code, entry]));

export function entryOf(title: Title): CatalogueEntry {
  const entry = byTitle.get(title);
  if (!entry) throw new Error(`${title} is not in the error catalogue`);
  return entry;
}

/** The entry of a number that a user gave, who may also mean a number that nobody has listed. */
export function findEntry(code: number): CatalogueEntry | undefined {
  return byCode.get(code);
}
