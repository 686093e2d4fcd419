import { compileValidators as compile } from '@chat-sns/build/validators';
import type { ContractDocument } from '@chat-sns/spec';
import { listOperations } from '../calls.ts';

/**
 * Serves `virtual:request-validators`: those of the request bodies by operation. The page's policy forbids what
 * compiling in the browser needs.
 */
export function compileValidators(document: ContractDocument) {
  const schemas = listOperations(document).map(({ operation }) => {
    const reference = operation.requestBody.content['application/json']?.schema.$ref;
    if (reference === undefined)
      throw new Error(`The body of ${operation.operationId} is not a named schema`);
    return [operation.operationId, `contract${reference}`];
  });
  return compile({
    name: 'virtual:request-validators',
    documents: { contract: document },
    schemas: Object.fromEntries(schemas),
    options: { allErrors: true },
  });
}
