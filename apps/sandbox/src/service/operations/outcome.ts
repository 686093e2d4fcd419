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
