import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { EveryAnswerClaim, Scenario } from './scenarios/scenario.ts';

// Signatures come last: repeated bad ones lock the caller out.
const files = ['friends', 'friends-refused', 'all-friends', 'lists', 'request', 'query', 'signatures'];

// This module and the bundle stand in a folder beside `scenarios`, so that the data is published as it is.
const read = (name: string) =>
  parse(readFileSync(new URL(`../scenarios/${name}.yaml`, import.meta.url), 'utf8'));

/** The published scenarios in the order in which they run. */
export function readScenarios(): Scenario[] {
  return files.flatMap((file) => {
    const { group, scenarios } = read(file) as { group: string; scenarios: Omit<Scenario, 'group'>[] };
    return scenarios.map((scenario) => ({ ...scenario, group }));
  });
}

/** What every answer must be, whatever was sent. */
export const readEveryAnswer = (): EveryAnswerClaim[] => read('every-answer');
