import type { CodeTable, ExplorerData, FieldData } from '../browser/explorer/data.ts';
import { type Call, listOperations, resolveRef } from '../calls.ts';
import { type Field, listFields } from '../parts/fields.ts';
import { bodySchema } from '../parts/messages.ts';
import type { View } from '../view.ts';
import { demoApp } from './demo-app.ts';

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
    { title, meaning, action, retry: view.strings.retry[retry].label, href: view.to(`errors/#${code}`) },
  ]);
  return Object.fromEntries(entries);
}
