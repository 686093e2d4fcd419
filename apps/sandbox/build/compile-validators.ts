import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileValidators as compile } from '@chat-sns/build/validators';
import type { ContractDocument } from '@chat-sns/spec';

const readJson = (url: string | URL) => JSON.parse(readFileSync(fileURLToPath(url), 'utf8'));
const ownSchema = (file: string) => readJson(new URL(`../${file}`, import.meta.url));

/**
 * Serves `virtual:validators`: those of the bundled contract's request bodies and of the two documents of the control
 * interface.
 */
export function compileValidators() {
  const contract: ContractDocument = readJson(import.meta.resolve('@chat-sns/spec/openapi.json'));
  const requests = Object.fromEntries(
    Object.values(contract.paths).map(({ post: { operationId } }) => [
      operationId,
      `contract#/components/schemas/${operationId[0]?.toUpperCase()}${operationId.slice(1)}Request`,
    ]),
  );
  return compile({
    name: 'virtual:validators',
    documents: {
      contract,
      'state.schema.json': ownSchema('state.schema.json'),
      'fault.schema.json': ownSchema('fault.schema.json'),
    },
    schemas: {
      ...requests,
      stateDocument: 'state.schema.json',
      fault: 'fault.schema.json',
    },
    // The messages name the wrong value and the valid ones.
    options: { discriminator: true, verbose: true },
  });
}
