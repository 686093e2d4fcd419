import type { OperationId } from '@chat-sns/spec';
import { itemAnswer } from '../instructions/mock-account.ts';
import type { Envelope } from './envelope.ts';

/**
 * The success example with one item for each account of the request, in the order of the request. An account named
 * `mock-<code>` gets that code; all others get the example's first item. Answers without items stay as they are.
 */
export function withOwnAccounts(operation: OperationId, example: Envelope, request: unknown): Envelope {
  const [success] = example.ResultItem ?? [];
  if (!success) return example;
  const { To_Account: accounts } = request as { To_Account: string[] };
  const items = accounts.map((account) => {
    const failure = itemAnswer(operation, account);
    return failure ? { ...success, ...failure, To_Account: account } : { ...success, To_Account: account };
  });
  return { ...example, ResultItem: items };
}
