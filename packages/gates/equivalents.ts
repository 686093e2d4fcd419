/**
 * Mutants that change no behaviour, by side and name, each with its reason. `npm run mutate` counts them apart, and
 * fails when one of them is killed after all or does not exist any more.
 */
export const equivalents: Record<Side, Record<string, string>> = {
  spec: {},
  artifacts: {},
  client: {},
  sandbox: {},
};

export type Side = 'spec' | 'artifacts' | 'client' | 'sandbox';
