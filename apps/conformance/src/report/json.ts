import type { RunResult } from '../run/result.ts';

/** For programs: everything, claims that hold included. */
export const writeJson = (result: RunResult): string => `${JSON.stringify(result, null, 2)}\n`;
