import { errorCatalogue } from '@chat-sns/spec';

/** An error code of the vendor: what it means, what to do, how it is treated, and where the claim comes from. */
export type ErrorExplanation = (typeof errorCatalogue)[number];

export { errorCatalogue };

/**
 * Explains an error code of the vendor; `undefined` when no source lists it. The prose is kept out of the client, so
 * that a bundle has it only where it is imported.
 *
 * @example
 * import { explainError } from '@chat-sns/client/catalogue';
 *
 * const explanation = explainError(31707);
 * console.log(explanation?.meaning, explanation?.action);
 */
export function explainError(code: number): ErrorExplanation | undefined {
  return errorCatalogue.find((entry) => entry.code === code);
}
