import { compileValidators as compile } from '@chat-sns/build/validators';
import type { ContractDocument } from '@chat-sns/spec';
import type { CodeTable, DemoApp, ExplorerData, FieldData } from './browser/explorer/data.ts';
import { type Call, listOperations, resolveRef } from './calls.ts';
import { bodySchema, type Field, listFields } from './parts/schema.ts';
import { codePath } from './paths.ts';
import type { View } from './view.ts';

/** What the script of the explorer needs to know about the contract. */
export function explorerData(view: View): ExplorerData {
  const { document } = view.site.spec;
  const operations = listOperations(document).map((call) => [
    call.operation.operationId,
    { path: call.path, fields: requestFields(view, call).map((field) => describeField(view, field)) },
  ]);
  return {
    operations: Object.fromEntries(operations),
    codes: codeTable(view),
    hosts: Object.fromEntries(document.servers.map((server) => [server['x-region'], server.url])),
    demo: demoApp,
    words: view.strings.explorer.script,
  };
}

export function requestFields(view: View, { operation }: Call): Field[] {
  return listFields(view, bodySchema(view, operation.requestBody));
}

export function describeField(view: View, { name, required, schema }: Field): FieldData {
  const items = schema.items && resolveRef(view.site.spec.document, schema.items);
  const maxBytes = (items ?? schema)['x-max-bytes'];
  const kind = items ? 'lines' : schema.enum ? 'choice' : 'text';
  return {
    name,
    required,
    kind,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(schema.enum && { values: schema.enum.map(String) }),
  };
}

/** Every code with its explanation in the language of the page. */
export function codeTable(view: View): CodeTable {
  const entries = view.site.spec.errors.map(({ code, title, meaning, action, retry }) => [
    code,
    {
      title,
      meaning,
      action,
      retry: view.strings.retry[retry].label,
      ...(retry === 'done' && { isDone: true }),
      href: view.to(codePath(code)),
    },
  ]);
  return Object.fromEntries(entries);
}

/**
 * The app of a sandbox without configuration: the vendor's public demo key, and accounts of its initial state.
 * Repeated here because the site does not import the sandbox's code; the browser tests use it against a real sandbox.
 */
export const demoApp: DemoApp = {
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
  values: { From_Account: ['alice'], To_Account: ['bob'], GroupName: ['family'] },
};

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
