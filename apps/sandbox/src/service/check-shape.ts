import type { ValidationError, Validator } from 'virtual:validators';
import * as compiled from 'virtual:validators';
import { limits, type OperationId, type RequestOf } from '@chat-sns/spec';
import type { AdmittedCall, NamedAccounts } from '../gateway/admit.ts';
import { refuse } from '../refusal.ts';
import { describeViolation } from '../violation.ts';

/** A request whose body the contract accepts. */
export type CheckedRequest = {
  [Id in OperationId]: { readonly operation: Id; readonly body: RequestOf<Id> };
}[OperationId];

/** One for each operation of the document, under its id. */
const validators = compiled as unknown as Record<OperationId, Validator>;

/** Checks types of accounts, then the contract's schema, then the limit in bytes that JSON Schema cannot express. */
export function checkShape({ operation, json, accounts }: AdmittedCall): CheckedRequest {
  checkAccountTypes(accounts);
  const validate = validators[operation];
  if (!validate(json)) refuseShape(validate.errors[0]);
  const request = { operation, body: json } as CheckedRequest;
  if (request.operation === 'deleteFriendLists') checkNameBytes(request.body.GroupName);
  return request;
}

// The gateway looks at the accounts before the relationship service decodes the body.
function checkAccountTypes({ From_Account, To_Account }: NamedAccounts): void {
  if (From_Account !== undefined && typeof From_Account !== 'string') refuse('InvalidAccountType');
  if (Array.isArray(To_Account) && To_Account.some((account) => typeof account !== 'string')) {
    refuse('InvalidAccountType');
  }
}

/** The vendor's ErrorInfo is known for a body that cannot be decoded, and unknown for a value outside its limits. */
function refuseShape(violation: ValidationError): never {
  const { keyword } = violation;
  if (keyword === 'type' || keyword === 'required') return refuse('InvalidParameter');
  return refuse('InvalidParameter', describeViolation(violation).slice(1));
}

function checkNameBytes(names: readonly string[]): void {
  const long = names.findIndex((name) => Buffer.byteLength(name) > limits.listNameBytes);
  if (long !== -1)
    refuse('InvalidParameter', `GroupName/${long} has more than ${limits.listNameBytes} bytes`);
}
