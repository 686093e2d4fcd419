import type { OperationId } from '@chat-sns/spec';
import type { Body } from './body.ts';

/** One HTTP request, whether it came over a socket or in-process. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** Raw query string without the question mark. */
  readonly query: string;
  readonly body: Body;
  readonly clientIp: string;
}

/** A call that passed the gateway's checks, its body not yet looked into. */
export interface AdmittedCall {
  readonly operation: OperationId;
  readonly json: unknown;
  readonly clientIp: string;
}

/** What to send back, and how much of it arrives. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly arrives: 'whole' | 'half' | 'never';
}

/** Who an unchecked body names. Any JSON value can be asked, and anything can be the answer. */
export function accountsOf(json: unknown): {
  readonly From_Account?: unknown;
  readonly To_Account?: unknown;
} {
  return json ?? {};
}
