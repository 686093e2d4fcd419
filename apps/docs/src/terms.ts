import { listOperations } from './calls.ts';
import type { OpenApiDocument } from './openapi.ts';

/** Names of the contract that cannot be taken for a common word: operations, fields and values in camel case. */
export function findTerms(document: OpenApiDocument): Set<string> {
  const names = new Set(listOperations(document).map(({ operation }) => operation.operationId));
  collect(document, names);
  return new Set([...names].filter((name) => /^[A-Za-z]+[a-z][A-Z]\w*$/.test(name)));
}

function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties') for (const name of Object.keys(value)) names.add(name);
    if (key === 'enum') for (const name of value) names.add(String(name));
    collect(value, names);
  }
}
