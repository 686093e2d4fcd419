import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as standalone } from 'ajv/dist/standalone/index.js';

const virtualModule = 'virtual:validators';
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Serves `virtual:validators`: ajv's validators for the bundled contract's request bodies and for the two documents
 * of the control interface, compiled while building, so that the package carries neither ajv nor a schema to compile.
 */
export function compileValidators() {
  return {
    name: 'compile-validators',
    resolveId: (id: string) => (id === virtualModule ? `\0${virtualModule}` : undefined),
    load: (id: string) => (id === `\0${virtualModule}` ? validatorSource() : undefined),
  };
}

function validatorSource(): string {
  // Lengths count UTF-16 units, because the exact count would need a module of ajv at run time. No limit depends on
  // the difference: UserIDs are ASCII, and list names are limited in bytes by a check of their own.
  const ajv = new Ajv2020({
    code: { source: true, esm: true },
    strict: false,
    discriminator: true,
    logger: false,
    unicode: false,
    validateFormats: false,
  });
  ajv.addSchema(readJson(createRequire(import.meta.url).resolve('@chat-sns/spec/openapi.json')), 'contract');
  for (const file of ['state.schema.json', 'fault.schema.json']) {
    ajv.addSchema(readJson(new URL(`../${file}`, import.meta.url).pathname), file);
  }
  const request = (name: string) => `contract#/components/schemas/${name}Request`;
  return standalone.default(ajv, {
    deleteFriends: request('DeleteFriends'),
    deleteAllFriends: request('DeleteAllFriends'),
    deleteFriendLists: request('DeleteFriendLists'),
    stateDocument: 'state.schema.json',
    fault: 'fault.schema.json',
  });
}
