import type { Body, ContractDocument, Reference } from '@chat-sns/spec';
import { listCalls, resolveRef, withKnownValues } from '../calls.ts';
import { callPath } from '../paths.ts';
import type { View } from '../view.ts';

/** The document with links from each call to the pages of this site. */
export function describeForRedoc(view: View): ContractDocument {
  const document = structuredClone(view.site.spec.document);
  const { redoc, languages } = view.strings;
  if (languages.machine)
    document.info.description = `*${languages.machine.notice}*\n\n${document.info.description}`;
  for (const call of listCalls(document)) {
    const { operation } = call;
    operation.description += `\n\n[${redoc.prerendered}](${view.to(callPath(call))}) · [${redoc.catalogue}](${view.to('errors/')})`;
    for (const body of [operation.requestBody, ...Object.values(operation.responses)])
      nameExamples(document, body);
  }
  // Redoc neither shows nor finds the values behind an `anyOf`.
  const { schemas } = document.components;
  for (const [name, schema] of Object.entries(schemas)) schemas[name] = withKnownValues(document, schema);
  Reflect.deleteProperty(document.components, 'examples');
  return document;
}

/** Redoc does not see a summary beside a `$ref`, where a translation puts it. */
function nameExamples(document: ContractDocument, body: Body | Reference): void {
  for (const { examples = {} } of Object.values(resolveRef<Body>(document, body).content))
    for (const [name, example] of Object.entries(examples)) examples[name] = resolveRef(document, example);
}
