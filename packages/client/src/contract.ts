/** What the client takes from the contract. Besides this file, only the catalogue and the fixtures import the spec. */
import {
  type CarriedOut,
  type CatalogueCode,
  errorFamilies,
  errorTable,
  type OperationId,
  operations,
  type RetryClass as SpecRetryClass,
} from '@chat-sns/spec';

export type {
  CarriedOut,
  ErrorCodeOf,
  FailOf,
  FriendDeletedEvent,
  OkOf,
  OperationId,
  paths,
  Region,
  RequestOf,
} from '@chat-sns/spec';
export { limits, operations, regions } from '@chat-sns/spec';

/** Titles of the catalogue by code. */
export type Titles = { [Code in CatalogueCode]: (typeof errorTable)[Code]['title'] };

/**
 * How a failure is treated. The first six are the catalogue's. `unsent`: the request never reached a host, so sending
 * it again is safe. `unanswered`: nobody knows whether the request was carried out.
 */
export type RetryClass = SpecRetryClass | 'unsent' | 'unanswered';

export interface ErrorFacts {
  title: string;
  retry: RetryClass;
  carriedOut: CarriedOut;
}

const unknown: ErrorFacts = { title: 'Unknown', retry: 'never', carriedOut: 'unknown' };

/** What the catalogue says of a code. A code outside the catalogue is named `Unknown` and never retried. */
export function findError(code: number): ErrorFacts {
  return Object.hasOwn(errorTable, code) ? errorTable[`${code}` as CatalogueCode] : unknown;
}

/**
 * Whether an operation may be retried when it can have been carried out: a second `deleteFriends` finds the friends
 * gone, and a second `deleteFriendLists` finds no list, but a second `deleteAllFriends` would delete a friend who was
 * added in between.
 */
const repeatable: Record<OperationId, boolean> = {
  deleteFriends: true,
  deleteAllFriends: false,
  deleteFriendLists: true,
};

export const isRepeatable = (operation: OperationId | undefined): boolean =>
  operation !== undefined && repeatable[operation];

/** Whether a code says that the goal state was already there. */
export const isDone = (code: number): boolean => findError(code).retry === 'done';

export const operationIds = Object.keys(operations) as readonly OperationId[];

/**
 * Whether a code that refuses a request says nothing about the request: its cause is the caller, the app or the plan, so
 * that every other request would be refused too.
 */
export function concernsEveryCall(code: number): boolean {
  if (!Object.hasOwn(errorFamilies, code)) return false;
  const family = errorFamilies[`${code}` as CatalogueCode];
  const { title, retry, carriedOut } = findError(code);
  if (title === 'AdminRequired' || title === 'AccountAdminRequired') return true;
  const isRefusal = carriedOut === 'no' && retry !== 'transient' && retry !== 'throttled';
  return isRefusal && (family === 'gateway' || family === 'auth');
}

/** Whether a code asks for the deletion run to be stopped: the service has seen too many deletions. */
export const isFiltered = (code: number): boolean => findError(code).title === 'DeletionFiltered';
