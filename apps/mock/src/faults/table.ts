import { entryOf, type Title } from '../contract.ts';

/**
 * Where the pairing of a fault with its code comes from. `documented`: a page says it. `observed`: a captured
 * response of this or a sibling call shows it. `inferred`: concluded, no page and no capture shows it. `mock`: a limit
 * or a rule of this program, which the service does not have in this form.
 */
type Basis = 'documented' | 'observed' | 'inferred' | 'mock';

export interface FaultRow {
  when: string;
  title: Title;
  basis: Basis;
  /** Entry of the contract's discoveries that argues for the pairing. */
  discovery?: string;
  /** The catalogue's message for the code belongs to this very fault, so `ErrorInfo` repeats it. */
  wire?: true;
}

/** Every fault of a request that the mock knows, in the order in which it checks for them. The first one decides. */
export const faultTable = {
  'http-unparsable': {
    when: 'The bytes are not an HTTP request, or a header is too long',
    title: 'HttpParseError',
    basis: 'documented',
    wire: true,
  },
  'unknown-path': {
    when: 'No operation has this path (it is case-sensitive)',
    title: 'InvalidResource',
    basis: 'inferred',
    discovery: 'inferred-unknown-command-60009',
  },
  'wrong-method': {
    when: 'The path exists, but the method is not POST',
    title: 'InvalidResource',
    basis: 'inferred',
  },
  'body-too-large': { when: 'The body is over 1 MiB', title: 'HttpParseError', basis: 'mock' },
  'body-too-slow': {
    when: 'The body is not complete after 3 seconds',
    title: 'TimeoutOrBadRequest',
    basis: 'inferred',
    wire: true,
  },
  'body-empty': {
    when: 'The body is missing or only white space',
    title: 'JsonParseError',
    basis: 'inferred',
    discovery: 'inferred-bad-json-60003',
  },
  'body-not-json': {
    when: 'The body is not JSON in UTF-8',
    title: 'JsonParseError',
    basis: 'documented',
    discovery: 'inferred-bad-json-60003',
  },
  'bad-encoding': {
    when: 'The percent-encoding of the URL is invalid',
    title: 'HttpParseError',
    basis: 'inferred',
    wire: true,
  },
  'app-id-missing': { when: '`sdkappid` is missing or empty', title: 'AppIdMissing', basis: 'documented' },
  'bad-query': {
    when: '`sdkappid`, `identifier`, `usersig` or `contenttype` is missing, repeated or not as the contract requires',
    title: 'InvalidQueryParameter',
    basis: 'documented',
    discovery: 'inferred-bad-query-60025',
  },
  'bad-random': {
    when: '`random` is repeated, out of range or not written in decimal digits; with `--require-random`, also if it is missing',
    title: 'InvalidQueryParameter',
    basis: 'inferred',
    discovery: 'inferred-bad-query-60025',
  },
  'account-not-string': {
    when: '`From_Account` or an entry of `To_Account` is not a JSON string, for example a number',
    title: 'InvalidAccountType',
    basis: 'documented',
    discovery: 'wire-body-account-invalid',
    wire: true,
  },
  'wrong-shape': {
    when: 'The body or a field in it has the wrong JSON type',
    title: 'InvalidParameter',
    basis: 'observed',
    discovery: 'wire-decode-error',
    wire: true,
  },
  'field-missing': { when: 'A required field is missing', title: 'InvalidParameter', basis: 'documented' },
  'list-empty': {
    when: '`To_Account` or `GroupName` is an empty list',
    title: 'InvalidParameter',
    basis: 'inferred',
    discovery: 'inferred-empty-to-account-30001',
  },
  'list-too-long': {
    when: '`To_Account` or `GroupName` has too many entries',
    title: 'InvalidParameter',
    basis: 'inferred',
    discovery: 'inferred-too-many-30001',
  },
  'bad-delete-type': {
    when: '`DeleteType` is a string that the contract does not list',
    title: 'InvalidParameter',
    basis: 'inferred',
    discovery: 'inferred-bad-delete-type-30001',
  },
  'bad-string': {
    when: 'A UserID or a list name is empty, too long or contains a character that is not allowed',
    title: 'InvalidParameter',
    basis: 'inferred',
  },
  'bad-instruction': {
    when: 'The request is valid, but its `Prefer` header or a `mock-<code>` account names something that does not exist',
    title: 'InvalidParameter',
    basis: 'mock',
  },
  'mock-failed': { when: 'The mock itself failed', title: 'InternalError', basis: 'mock' },
} as const satisfies Record<string, FaultRow>;

export type FaultKind = keyof typeof faultTable;

/** A fault found in one request. */
export interface Fault {
  kind: FaultKind;
  /** What is wrong with this request, for `ErrorInfo` where the service's own message is unknown, and for the log. */
  message: string;
}

/** The code that a request with this fault gets. */
export const codeOf = ({ kind }: Fault) => entryOf(faultTable[kind].title).code;
