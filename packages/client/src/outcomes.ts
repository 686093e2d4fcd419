import type { OkOf, OperationId } from './contract.ts';

/** An account that was not deleted. */
export interface FailedAccount {
  account: string;
  /** The vendor's error code for this account. */
  code: number;
  /** Title of the code in the catalogue, `Unknown` when it is not there. */
  title: string;
  /** The vendor's text. */
  info: string;
  /** Whether the same deletion can succeed later without anybody changing anything. */
  retryable: boolean;
}

/**
 * What became of every account. Each account of the request is in exactly one of the first four lists, in the order of
 * the request; an account that the request names twice counts once.
 */
export interface DeleteFriendsOutcome {
  /** Accounts that were deleted. */
  deleted: string[];
  /** Accounts that were not friends, so there was nothing to delete. */
  notFriends: string[];
  /** Accounts that the service refused to delete, each with its reason. */
  failed: FailedAccount[];
  /** Accounts that were sent but that the response does not mention. */
  unanswered: string[];
  /** Items of the response that belong to no account of the request, are duplicates or cannot be read. */
  unexpected: unknown[];
  /** The response body as received, including fields that the contract does not know. */
  raw: OkOf<'deleteFriends'>;
}

/** The friend data is gone. The service says neither who the friends were nor how many. */
export interface DeleteAllFriendsOutcome {
  /** The response body as received. */
  raw: OkOf<'deleteAllFriends'>;
}

/** The lists are gone. The service says nothing about single names. */
export interface DeleteFriendListsOutcome {
  /** Sequence of the user's friend lists after the deletion. */
  sequence: number;
  /** The response body as received. */
  raw: OkOf<'deleteFriendLists'>;
}

interface Outcomes {
  deleteFriends: DeleteFriendsOutcome;
  deleteAllFriends: DeleteAllFriendsOutcome;
  deleteFriendLists: DeleteFriendListsOutcome;
}

/** What a successful call of an operation resolves to. */
export type OutcomeOf<Id extends OperationId> = Outcomes[Id];

/** The operations whose response can report results even when it says FAIL. */
type OutcomesDespiteFail = Pick<Outcomes, 'deleteFriends'>;

/** What a response that says FAIL reports beside its code; `undefined` for an operation that reports nothing. */
export type OutcomeDespiteFail<Id extends OperationId> =
  // One condition for each operation, so that an unknown Id still gives the union and not `any`.
  | {
      [Key in keyof OutcomesDespiteFail]: Id extends Key ? OutcomesDespiteFail[Key] : never;
    }[keyof OutcomesDespiteFail]
  | undefined;
