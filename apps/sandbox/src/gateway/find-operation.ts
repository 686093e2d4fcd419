import { type OperationId, operations } from '@chat-sns/spec';
import type { Call } from '../call.ts';
import { refuse } from '../refusal.ts';

const byPath = new Map(
  Object.entries(operations).map(([id, { path }]) => [path as string, id as OperationId]),
);

export function operationAt(path: string): OperationId | undefined {
  return byPath.get(path);
}

/** Path and method. The code for both faults is inferred from its name: no page says what a GET gets. */
export function findOperation({ method, path }: Call): OperationId {
  const operation = operationAt(path);
  if (!operation) return refuse('InvalidResource', 'the path is none of the three operations');
  if (method !== 'POST') return refuse('InvalidResource', 'the method is not POST');
  return operation;
}
