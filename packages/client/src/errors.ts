import {
  type CarriedOut,
  type ErrorCodeOf,
  type FailOf,
  isRepeatable,
  type OperationId,
  operations,
  type RetryClass,
  type Titles,
} from './contract.ts';
import type { OutcomeDespiteFail } from './outcomes.ts';

/** What an error of this package is created from. */
export interface ErrorDetails<Title extends string = string> {
  operation?: OperationId | undefined;
  attempt?: number | undefined;
  random?: number | undefined;
  /** Whether an earlier attempt of the call can have been carried out. */
  before?: CarriedOut | undefined;
  title: Title;
  retry: RetryClass;
  /** Whether this attempt can have been carried out. `unknown` by default. */
  carriedOut?: CarriedOut | undefined;
  code?: number | undefined;
  info?: string | undefined;
  retryAfterMs?: number | undefined;
  docs?: string | undefined;
  cause?: unknown;
}

/** Where a failure happened: the operation, the attempt and the random number of its request, and what came before. */
export type Origin = Pick<ErrorDetails, 'operation' | 'attempt' | 'random' | 'before'>;

/**
 * Base of every error that this package throws. The guide about sign-in says how it keeps the secret key and
 * the UserSig out of its strings.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34348
 */
export abstract class ChatError<
  Title extends string = string,
  Code extends number | undefined = number | undefined,
> extends Error {
  abstract override readonly name: string;
  /** Operation that failed, `undefined` outside a call of an operation. */
  readonly operation: OperationId | undefined;
  /** Number of the attempt that failed, from 1; 0 when nothing was sent. */
  readonly attempt: number;
  /** `random` in the URL, by which the vendor's support finds the request, as a user reports; `undefined` without one. */
  readonly random: number | undefined;
  /** The vendor's error code, `undefined` when the service returned none. */
  readonly code: Code;
  /** Stable name of the failure in PascalCase; for an error code, its title in the catalogue. */
  readonly title: Title;
  /** The vendor's text, or a description of the failure. */
  readonly info: string;
  /** How the failure is treated. */
  readonly retry: RetryClass;
  /** Whether the call can have been carried out, in whole or in part, by this attempt or an earlier one. */
  readonly carriedOut: CarriedOut;
  /** Whether the same call can succeed later without anybody changing anything, and repeating it is safe. */
  readonly retryable: boolean;
  /** How long the server asks the client to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Where the failure is explained: your copy of the docs site when `docsUrl` names it, else the vendor's page. */
  readonly docs: string | undefined;

  constructor(details: ErrorDetails<Title>) {
    super(composeMessage(details), details.cause === undefined ? undefined : { cause: details.cause });
    this.operation = details.operation;
    this.attempt = details.attempt ?? 0;
    this.random = details.random;
    this.code = details.code as Code;
    this.title = details.title;
    this.info = details.info ?? '';
    this.retry = details.retry;
    this.carriedOut = details.before === 'unknown' ? 'unknown' : (details.carriedOut ?? 'unknown');
    const isSafe = this.carriedOut === 'no' || isRepeatable(details.operation);
    this.retryable = isSafe && !['never', 'done', 're-sign'].includes(details.retry);
    this.retryAfterMs = details.retryAfterMs;
    this.docs = details.docs ?? (details.operation && operations[details.operation].docs);
  }

  /** The error as plain data for a log, with the name, message and code of its cause. */
  toJSON(): Record<string, unknown> {
    const { name, message, cause, ...details } = this as this & Record<string, unknown>;
    return { name, message, ...details, ...(cause === undefined ? {} : { cause: summariseCause(cause) }) };
  }
}

function composeMessage({ operation, code, title, info, attempt }: ErrorDetails): string {
  const what = code === undefined ? title : `${code} ${title}`;
  const where = operation ? `${operation}: ` : '';
  const when = attempt ? ` (attempt ${attempt})` : '';
  return `${where}${what}${info ? `: ${info}` : ''}${when}`;
}

function summariseCause(cause: unknown): unknown {
  if (!(cause instanceof Error)) return String(cause);
  const { name, message, code } = cause as Error & { code?: unknown };
  return { name, message, code };
}

/** The service refused the request. `code` is the vendor's error code, `raw` the whole response body. */
export class ChatApiError<Id extends OperationId = OperationId> extends ChatError<string, number> {
  override readonly name = 'ChatApiError';
  /** The response body as received, secrets masked. */
  readonly raw: FailOf<Id>;
  /** What the service reports although the call failed as a whole: for `deleteFriends`, results for single accounts. */
  readonly outcome: OutcomeDespiteFail<Id>;

  constructor(details: ErrorDetails & { raw: FailOf<Id>; outcome?: OutcomeDespiteFail<Id> }) {
    super(details);
    this.raw = details.raw;
    this.outcome = details.outcome;
  }
}

/** The HTTP status was not 200, so the response came from a gateway. The service itself always responds with 200. */
export class ChatHttpError extends ChatError<`Http${number}` | 'RedirectRefused', undefined> {
  override readonly name = 'ChatHttpError';
  /** The HTTP status, 0 when a browser hides it behind a redirect. */
  readonly status: number;

  constructor(details: ErrorDetails<`Http${number}` | 'RedirectRefused'> & { status: number }) {
    super(details);
    this.status = details.status;
  }
}

/** What can be wrong with a response body. */
export type ResponseTitle =
  | 'EmptyBody'
  | 'HtmlBody'
  | 'NotJson'
  | 'BrokenJson'
  | 'NotEnvelope'
  | 'MissingActionStatus'
  | 'MissingSequence'
  | 'BodyTooLarge';

/** What can be wrong with a request. */
export type RequestTitle =
  | 'InvalidUserId'
  | 'InvalidList'
  | 'EmptyList'
  | 'ListTooLong'
  | 'InvalidListName'
  | 'InvalidDeleteType';

/** What can still be read in a response that is not one of the service's. */
export interface ResponseRemains {
  /** The response body as received, secrets masked; `undefined` when it is not a JSON object. */
  raw?: Record<string, unknown> | undefined;
  outcome?: OutcomeDespiteFail<OperationId>;
}

/** A response with HTTP 200 whose body is not one that the service sends: `title` says what is wrong with it. */
export class ChatResponseError extends ChatError<ResponseTitle, undefined> implements ResponseRemains {
  override readonly name = 'ChatResponseError';
  /** The response body as received, secrets masked; `undefined` when it is not a JSON object. */
  readonly raw: Record<string, unknown> | undefined;
  /** What the response reports about single accounts although it cannot be read as a success. */
  readonly outcome: OutcomeDespiteFail<OperationId>;

  constructor(details: ErrorDetails<ResponseTitle> & ResponseRemains) {
    super(details);
    this.raw = details.raw;
    this.outcome = details.outcome;
  }
}

/** No connection, or a connection that broke before the response was complete. */
export class ChatNetworkError extends ChatError<'NoConnection' | 'ConnectionLost', undefined> {
  override readonly name = 'ChatNetworkError';
}

/** An attempt took longer than `timeoutMs`. Unless nothing was sent, it is unknown whether it was carried out. */
export class ChatTimeoutError extends ChatError<'TimedOut', undefined> {
  override readonly name = 'ChatTimeoutError';
}

/** The caller's signal aborted the call. `cause` is the signal's reason, rebuilt as every cause is. */
export class ChatAbortError extends ChatError<'Aborted', undefined> {
  override readonly name = 'ChatAbortError';
}

/** The request violates a documented limit and was not sent. `info` names the field. */
export class ChatRequestError extends ChatError<RequestTitle, undefined> {
  override readonly name = 'ChatRequestError';
}

/** No UserSig could be obtained: signing or the `userSig` function failed. */
export class ChatSignError extends ChatError<'NoUserSig', undefined> {
  override readonly name = 'ChatSignError';
}

/** Why a request did not get its turn under the rate limit. */
export type RateLimitTitle = 'RateLimiterFailed' | 'WaitTimedOut';

/**
 * The request did not get its turn, so it was not sent: the wait reached `timeoutMs`, or the rate limiter that was
 * passed in failed, for example because its store is down.
 */
export class ChatRateLimitError extends ChatError<RateLimitTitle, undefined> {
  override readonly name = 'ChatRateLimitError';
}

/** An option of a client or a helper is missing or invalid. */
export class ChatConfigError extends ChatError<string, undefined> {
  override readonly name = 'ChatConfigError';

  constructor(title: string, info: string) {
    super({ title, info, retry: 'never', carriedOut: 'no' });
  }
}

/** A code that is documented for an operation, with its title. */
type DocumentedApiError<Id extends OperationId> = {
  [Code in ErrorCodeOf<Id>]: ChatApiError<Id> & { readonly code: Code; readonly title: Titles[`${Code}`] };
}[ErrorCodeOf<Id>];

/** Any other code: of another operation, of an older edition, or listed on no page (`Unknown`). */
type OtherApiError<Id extends OperationId> = ChatApiError<Id> & {
  readonly title: Titles[Exclude<keyof Titles, `${ErrorCodeOf<Id>}`>] | 'Unknown';
};

/** Everything that a call of an operation can fail with. */
export type ErrorOf<Id extends OperationId> =
  | DocumentedApiError<Id>
  | OtherApiError<Id>
  | ChatHttpError
  | ChatResponseError
  | ChatNetworkError
  | ChatTimeoutError
  | ChatAbortError
  | ChatRequestError
  | ChatSignError
  | ChatRateLimitError;
