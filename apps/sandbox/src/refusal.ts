import { entryOf, type Title } from './codes.ts';

/** Ends a call with the FAIL envelope. Anything else that is thrown is a bug of the sandbox and an HTTP 500. */
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
 * Refuses with a code of the catalogue. Without a detail the text is the one known from the wire; a detail is this
 * sandbox's own wording and says so, because no source gives the vendor's.
 */
export function refuse(title: Title, detail?: string): never {
  const { code, info } = entryOf(title);
  throw new Refusal(code, detail === undefined ? (info?.text ?? '') : `sandbox: ${detail}`);
}
