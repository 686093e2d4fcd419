import type { OperationId } from '@chat-sns/spec';
import { operationsByPath, responseExamples } from '../contract.ts';

interface Codes {
  /** Name of the example that fails the whole request with a code. */
  request: Map<number, string>;
  /** Name of the example in which an account has a code, and the text that the account gets. */
  item: Map<number, { example: string; info: string }>;
}

/** Codes that each operation can answer at each level, read from its examples. */
const codes = new Map(
  [...operationsByPath.values()].map((operation): [OperationId, Codes] => {
    const found: Codes = { request: new Map(), item: new Map() };
    for (const [name, { value }] of Object.entries(responseExamples(operation))) {
      if (value.ErrorCode !== 0 && !found.request.has(value.ErrorCode))
        found.request.set(value.ErrorCode, name);
      for (const { ResultCode: code, ResultInfo: info } of value.ResultItem ?? []) {
        // The examples made for one code each are named after it; the hand-written ones show a code among others.
        if (code !== 0 && name.endsWith(`-${code}`)) found.item.set(code, { example: name, info });
      }
    }
    return [operation, found];
  }),
);

export function codesOf(operation: OperationId): Codes {
  const found = codes.get(operation);
  if (!found) throw new Error(`${operation} has no examples`);
  return found;
}

/** Codes in ascending order, each once, for a text that lists what is valid. */
export const listCodes = (...found: ReadonlyMap<number, unknown>[]) =>
  [...new Set(found.flatMap((codes) => [...codes.keys()]))].sort((a, b) => a - b).join(', ');
