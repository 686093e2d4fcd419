import type { Change, Impact } from './change.ts';

export type Bump = 'none' | 'patch' | 'minor' | 'major';
const bumps: Bump[] = ['none', 'patch', 'minor', 'major'];

const whenStable: Record<Impact, Bump> = {
  breaking: 'major',
  addition: 'minor',
  correction: 'patch',
  text: 'none',
};
// npm takes a minor of 0.x for a breach: ^0.1.0 does not reach 0.2.0. So each step is one lower before 1.0.0.
const beforeOne: Record<Impact, Bump> = {
  breaking: 'minor',
  addition: 'patch',
  correction: 'patch',
  text: 'none',
};

/** The bump that a release with these changes needs, seen from the version that was released. */
export function neededBump(changes: Change[], released: string): Bump {
  const table = released.startsWith('0.') ? beforeOne : whenStable;
  return largest(changes.map(({ impact }) => table[impact]));
}

export const largest = (all: Bump[]): Bump =>
  bumps[Math.max(0, ...all.map((bump) => bumps.indexOf(bump)))] ?? 'none';

export const isSmaller = (bump: Bump, than: Bump) => bumps.indexOf(bump) < bumps.indexOf(than);
