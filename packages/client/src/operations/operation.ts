import type { OperationId, RequestOf } from '../contract.ts';
import type { Envelope } from '../envelope.ts';
import type { Origin } from '../errors.ts';
import type { OutcomeDespiteFail, OutcomeOf } from '../outcomes.ts';

/** What the pipeline of a call needs to know about one operation. */
export interface Operation<Id extends OperationId, Request> {
  id: Id;
  /** Checks a request and creates the body that is sent. Throws before anything is sent. */
  prepare(request: Request): RequestOf<Id>;
  /** Reads the outcome from a response that says OK. */
  read(envelope: Envelope, sent: RequestOf<Id>, origin: Origin): OutcomeOf<Id>;
  /** Reads what a response that says FAIL reports beside its code. */
  readFailed?(envelope: Envelope, sent: RequestOf<Id>): OutcomeDespiteFail<Id>;
}
