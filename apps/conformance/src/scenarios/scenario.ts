import { readFileSync } from 'node:fs';
import type { OperationId, Status } from '@chat-sns/spec';
import { parse } from 'yaml';

/** How certain a claim is: a page says it, a published response shows it, it was concluded, or nobody knows. */
export type ClaimStatus = Exclude<Status, 'historical'>;

/** A sentence about the server and its sources: ids in `sources.json` of `@chat-sns/spec`. */
export interface Sourced {
  readonly claim: string;
  readonly status: ClaimStatus;
  readonly source: readonly string[];
}

export type Codes = number | readonly number[];

/** What decides a claim, which has exactly one of these. scenario.schema.json describes each. */
export interface Expectations {
  readonly code: Codes;
  readonly refused: true;
  readonly info: string;
  readonly items: Readonly<Record<string, Codes | 'refused'>>;
  readonly itemCodes: readonly number[];
  readonly itemInfo: Readonly<Record<string, string>>;
  readonly order: readonly string[];
  readonly absent: readonly string[];
  readonly sequence: { readonly after: string; readonly by?: number };
  readonly friends: Readonly<Record<string, readonly string[]>>;
  readonly lists: Readonly<Record<string, ListsWithMembers>>;
  readonly note: true;
}

export interface Claim extends Sourced, Partial<Expectations> {
  readonly when?: 'OK' | 'FAIL';
}

/** Names of friend lists, each with the accounts in it. */
export type ListsWithMembers = Readonly<Record<string, readonly string[]>>;

export interface GivenAccount {
  readonly friends?: readonly string[];
  readonly lists?: ListsWithMembers;
}

/** The state before the first step. */
export interface Given {
  readonly seed?: 'required' | 'optional';
  readonly accounts?: Readonly<Record<string, GivenAccount>>;
  readonly strangers?: readonly string[];
}

/** How a UserSig differs from a valid one. */
export interface SignatureFault {
  readonly usersig?: string;
  readonly keep?: number;
  readonly wrongKey?: true;
  readonly identifier?: string;
  readonly sdkappid?: number;
  readonly ageSeconds?: number;
  readonly validSeconds?: number;
}

export interface Step {
  readonly name?: string;
  readonly call: OperationId;
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly path?: string;
  readonly method?: 'GET';
  readonly query?: Readonly<Record<string, string | null>>;
  readonly signature?: SignatureFault;
  readonly expect?: readonly Claim[];
}

/** One scenario, with the group of its file. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly finds?: readonly string[];
  readonly locks?: true;
  readonly given: Given;
  readonly steps: readonly Step[];
}

/** A claim about every response, decided by the check of its id. */
export interface EveryResponseClaim extends Sourced {
  readonly id: string;
  readonly finds?: readonly string[];
}

// Signatures come last: several bad ones lock the caller out.
const files = ['friends', 'friends-refused', 'all-friends', 'lists', 'request', 'query', 'signatures'];

// By the package's own name, because sources and bundle are at different depths.
const read = (name: string) =>
  parse(readFileSync(new URL(import.meta.resolve(`@chat-sns/conformance/scenarios/${name}.yaml`)), 'utf8'));

/** The published scenarios in the order in which they run. */
export function readScenarios(): Scenario[] {
  return files.flatMap((file) => {
    const { group, scenarios } = read(file) as { group: string; scenarios: Omit<Scenario, 'group'>[] };
    return scenarios.map((scenario) => ({ ...scenario, group }));
  });
}

/** What every response must be, whatever was sent. */
export const readEveryResponse = (): EveryResponseClaim[] => read('every-response');

/** Ids of discoveries that no scenario settles, by the reason. */
export const readNotCovered = (): Record<string, readonly string[]> => read('not-covered');
