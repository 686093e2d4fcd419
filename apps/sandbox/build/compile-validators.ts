import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileValidators as compile } from '@chat-sns/build/validators';

const readJson = (url: string | URL) => JSON.parse(readFileSync(fileURLToPath(url), 'utf8'));
const ownSchema = (file: string) => readJson(new URL(`../${file}`, import.meta.url));
const request = (name: string) => `contract#/components/schemas/${name}Request`;

/**
 * Serves `virtual:validators`: those of the bundled contract's request bodies and of the two documents of the control
 * interface.
 */
export function compileValidators() {
  return compile({
    name: 'virtual:validators',
    documents: {
      contract: readJson(import.meta.resolve('@chat-sns/spec/openapi.json')),
      'state.schema.json': ownSchema('state.schema.json'),
      'fault.schema.json': ownSchema('fault.schema.json'),
    },
    schemas: {
      deleteFriends: request('DeleteFriends'),
      deleteAllFriends: request('DeleteAllFriends'),
      deleteFriendLists: request('DeleteFriendLists'),
      stateDocument: 'state.schema.json',
      fault: 'fault.schema.json',
    },
    options: { discriminator: true },
  });
}
