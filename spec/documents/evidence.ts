import type { Level } from './catalogue.ts';
import type { OperationId, Status } from './openapi.ts';

/** The evidence behind the contract, as `sources.json` publishes it. */
export interface Evidence {
  records: SourceRecord[];
  choices: Choice[];
  discoveries: Discovery[];
}

/**
 * What one edition of one of the vendor's pages literally states. A key that the page does not state is absent. These
 * are the keys that the project reads; `sources/record.schema.json` has them all.
 */
export interface SourceRecord {
  id: string;
  page: string;
  /** Other addresses of the same page. */
  alsoAt?: string[];
  edition: string;
  status: 'current' | 'historical';
  /** `part` where the page may state more about this contract than the record knows of. */
  extent: 'whole' | 'part';
  /** Set where the page belongs to another product behind the same gateway. */
  product?: 'sibling';
  operation?: OperationId;
  /** Short facts in our own words. */
  notes?: string[];
  path?: string;
  frequency?: { calls: number; perSeconds: number };
  /** The host that a page without a list of regions names. */
  host?: string;
  /** Hosts by region, as the page names it. */
  hosts?: Record<string, string>;
  backups?: Record<string, string>;
  query?: Record<string, QueryFacts>;
  request?: Record<string, FieldFacts>;
  response?: Record<string, FieldFacts>;
  /** `false` where the page lists more codes than the record knows of. */
  codesComplete?: boolean;
  codes?: (number | { code: number; level?: Level })[];
  /** The response fields in which the page says that codes and their strings are found. */
  codeFields?: string[];
  httpStatus?: { always: number; except: number[] };
  webhooks?: string[];
  publicCodes?: { from: number; to: number };
  /** Address of the vendor's online debugging tool for the operation. */
  debugTool?: string;
  /** Other operations to which the page refers, without their leading slash. */
  related?: string[];
  /** Addresses of other pages, by what they are about. */
  links?: Record<string, string>;
  usersig?: { userIdMaxBytes?: number; userIdAlphabet?: string };
  limits?: {
    listNameBytes?: Range;
    /** A length without a stated unit. */
    listNameLength?: Range;
    listsPerRequest?: Range;
    listsPerUser?: number;
    userIdBytes?: number;
    /** What the UserID of a special account must start with. */
    userIdPrefix?: string;
  };
  deleteTypes?: Record<string, unknown>;
  webhook?: {
    command?: string;
    timeoutSeconds?: number;
    sign?: { algorithm: string; encoding: string };
    query?: Record<string, QueryFacts>;
    body?: Record<string, FieldFacts>;
    answer?: Record<string, FieldFacts>;
  };
  samples?: {
    url?: string;
    requests?: Record<string, unknown>;
    response?: { ErrorCode?: number; ErrorInfo?: string };
  };
}

interface Range {
  minimum?: number;
  maximum?: number;
}

/** What a page states of a query parameter. */
export interface QueryFacts {
  minimum?: number;
  maximum?: number;
  const?: string;
  values?: string[];
}

/** What a page states of a field of a body. */
export interface FieldFacts {
  type?: string;
  required?: boolean;
  maxItems?: number;
  default?: string;
  values?: (string | number)[];
  /** The value that means success. */
  success?: number;
}

/** A place where records differ from one another or from the contract, and how the contract decides. */
export interface Choice {
  /** A unique name, also used as an anchor. */
  topic: string;
  /** A phrase for readers. */
  title: string;
  records: string[];
  difference: string;
  choice: string;
  reason: string;
  status: Status;
  /** Keys of the differences that this choice accounts for, as the test prints them. */
  allows?: string[];
}

/** A claim that goes beyond the vendor's pages. */
export interface Discovery {
  id: string;
  /** Names of the claims that it proves, as in `claims.json`. Codes need no entry: the sentence names them. */
  about?: string[];
  claim: string;
  status: Status;
  evidence: string;
  records: string[];
}

export type ClaimGroup =
  | 'hosts'
  | 'rateLimit'
  | 'limits'
  | 'defaults'
  | 'values'
  | 'fields'
  | 'codes'
  | 'links'
  | 'texts';

/** One fact of the contract and what it rests on, as `claims.json` publishes it. */
export interface Claim {
  /** Unique, and the same as long as the fact keeps its place: `DeleteFriendsRequest.To_Account.maxItems`. */
  id: string;
  group: ClaimGroup;
  /** Keyword of the document that states the fact, or `code` or `text` for the error catalogue. */
  kind: string;
  value: string | number;
  /** The best status among the records and discoveries that state the value. */
  status: Status;
  /** What the contract says of the whole place of the fact; null where it says nothing. */
  contractStatus: Status | null;
  /** File beside `claims.json` and JSON pointer into it. It leads to the value, or to the list that contains it. */
  at: string;
  records: string[];
  discoveries: string[];
}
