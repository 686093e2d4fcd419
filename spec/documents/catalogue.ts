import type { OperationId, Status } from './openapi.ts';

/** How the catalogue says a failure is treated. `errors/catalogue.schema.json` explains each class. */
export type RetryClass = 'never' | 'transient' | 'throttled' | 'cooldown' | 're-sign' | 'done';

/** Whether an operation can have had an effect although it failed. */
export type CarriedOut = 'no' | 'unknown';

/** Where a code can be: `ErrorCode` of the whole request, or `ResultCode` of one account. */
export type Level = 'request' | 'item';

/** File of `spec/errors` that has the code. */
export type Family = 'relationship' | 'gateway' | 'auth' | 'account';

type KnownStatus = Exclude<Status, 'unknown'>;

/** One code of the error catalogue, as `errors.json` publishes it. */
export interface CatalogueEntry {
  code: number;
  title: string;
  meaning: string;
  action: string;
  retry: RetryClass;
  carriedOut: { value: CarriedOut; status: Status; discoveries: string[] };
  levels: Level[];
  levelStatus: KnownStatus;
  operations: OperationId[];
  status: KnownStatus;
  family: Family;
  /** The string on the wire, character for character. */
  info?: { text: string; status: KnownStatus };
  /** For a code that no operation responds with: the operationId whose behaviour it explains, or `requests`. */
  explains?: OperationId | 'requests';
  sources: string[];
  discoveries?: string[];
  /** One sentence where the meaning changed between editions or two sources disagree. */
  changed?: string;
}
