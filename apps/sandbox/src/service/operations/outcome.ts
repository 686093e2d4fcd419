import type { Changes } from '../../state/graph.ts';

export interface ResultItem {
  readonly To_Account: string;
  readonly ResultCode: number;
  readonly ResultInfo: string;
}

/** What operations put into the envelope of a success. */
export interface Fields {
  readonly ResultItem?: readonly ResultItem[];
  readonly Fail_Account?: readonly string[];
  readonly CurrentSequence?: number;
}

/** What an operation answers and what it writes. Nothing is written until the caller commits it. */
export interface Outcome {
  readonly fields: Fields;
  readonly changes: Changes;
}

/** Decisions where the sources disagree or are silent, chosen by whoever runs the sandbox. */
export interface Rules {
  readonly nonFriend: 'NotFriend' | 'InvalidParameter';
  readonly unknownAccount: 'AccountNotFound' | 'AccountMismatch' | 'NotFriend';
  readonly missingLists: 'strict' | 'lenient';
  readonly failAccount: 'off' | 'on';
  readonly resultInfo: 'empty' | 'ok';
}
