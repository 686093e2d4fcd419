import type { Seed } from '../scenarios/accounts.ts';

/** Reads what the server stores about an account. */
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
  /** Restores what was there before the run. */
  readonly close: () => Promise<void>;
}

export const adapterNames = ['sandbox', 'vendor', 'none'] as const;
export type AdapterName = (typeof adapterNames)[number];

/** The server could not be seeded, or its state could not be read. The scenario is skipped and does not pass. */
export class SeedingFailed extends Error {}
