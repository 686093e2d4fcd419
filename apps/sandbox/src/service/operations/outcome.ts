import { entryOf, type Title } from '../../refusal.ts';
import type { Changes } from '../../state/graph.ts';

export interface ResultItem {
  readonly To_Account: string;
  readonly ResultCode: number;
  readonly ResultInfo: string;
}

/** The fields that operations add to the envelope of a success. */
export interface Fields {
  readonly ResultItem?: readonly ResultItem[];
  readonly Fail_Account?: readonly string[];
  readonly CurrentSequence?: number;
}

/** What an operation responds and what it changes. Nothing is changed until the caller commits it. */
export interface Outcome {
  readonly fields: Fields;
  readonly changes: Changes;
}

/** Decisions where the sources disagree or are silent; the settings choose them. */
export interface Rules {
  readonly nonFriend: 'NotFriend' | 'InvalidParameter';
  readonly unknownAccount: 'AccountNotFound' | 'AccountMismatch' | 'NotFriend';
  readonly missingLists: 'strict' | 'lenient';
  readonly failAccount: 'off' | 'on';
  readonly resultInfo: 'empty' | 'ok';
}

/** Why an account fails. */
export interface Failure {
  readonly code: number;
  readonly info: string;
}

/** Fails one account of a request; has no effect without an `item`. */
export interface ItemFault extends Failure {
  readonly item?: string;
}

export function failureOf(title: Title): Failure {
  const { code, info, levels } = entryOf(title);
  // An ErrorInfo known for a whole request says nothing about the ResultInfo of one account.
  const known = levels.includes('request') ? undefined : info?.text;
  return { code, info: known ?? `sandbox: ${title}` };
}
