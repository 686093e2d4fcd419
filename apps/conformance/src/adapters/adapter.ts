import type { Seed } from '../scenarios/accounts.ts';

/** What the server holds about an account. */
export interface ReadBack {
  readonly friends: (account: string) => Promise<string[]>;
  readonly lists: (account: string) => Promise<Record<string, string[]>>;
}

/** Brings a server into the state that a scenario begins with. */
export interface Adapter {
  readonly name: AdapterName;
  /** Absent when nothing can be seeded. @throws {SeedingFailed} */
  readonly seed?: (seed: Seed) => Promise<void>;
  readonly readBack?: ReadBack;
  /** Puts back what was there before the run. */
  readonly close: () => Promise<void>;
}

export const adapterNames = ['sandbox', 'vendor', 'none'] as const;
export type AdapterName = (typeof adapterNames)[number];

/** The server could not be brought into the state, or did not tell it; its scenario is skipped and not passed. */
export class SeedingFailed extends Error {}
