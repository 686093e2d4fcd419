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

/** The entry of a number that a user gave; undefined for a number that the catalogue does not list. */
export function findEntry(code: number): CatalogueEntry | undefined {
  return byCode.get(code);
}

/** Ends a call with the FAIL envelope. Any other error is a bug of the sandbox and becomes an HTTP 500. */
export class Refusal extends Error {
  readonly code: number;
  readonly info: string;

  constructor(code: number, info: string) {
    super(info);
    this.code = code;
    this.info = info;
  }
}

/**
 * Refuses with a code of the catalogue. Without a detail, ErrorInfo is the string known from the wire. A detail is this
 * sandbox's own wording and is marked as such, because no source states the vendor's.
 */
export function refuse(title: Title, detail?: string): never {
  const { code, info } = entryOf(title);
  throw new Refusal(code, detail === undefined ? (info?.text ?? '') : `sandbox: ${detail}`);
}
