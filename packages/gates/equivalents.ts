/**
 * Mutants that change no meaning, by name, each with its reason. `npm run mutate` counts them apart, and fails when one
 * of them is killed after all or does not exist any more.
 */
export const equivalents: Record<string, string> = {};
