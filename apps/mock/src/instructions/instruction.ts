import type { OperationId } from '@chat-sns/spec';
import { parsePrefer, readPrefer } from '../instructions.ts';
import type { Choice } from '../prism.ts';
import { readAccounts } from './mock-account.ts';

/** What a request asks of the mock: an example by name, a documented status, nothing, or what does not exist. */
export type Instruction = Choice | { refused: string };

/** Reads the instruction in a request. The `Prefer` header wins over `mock-<code>` accounts. */
export function readInstruction(
  operation: OperationId,
  prefer: string | string[] | undefined,
  body: unknown,
): Instruction {
  return readPrefer(operation, parsePrefer(prefer)) ?? readAccounts(operation, body);
}
