import { listOperations } from '../calls.ts';
import type { OpenApiDocument } from '../openapi.ts';
import type { View } from '../view.ts';

/** The document with links from each operation to the pages of this site. */
export function describeForRedoc(view: View): OpenApiDocument {
  const document = structuredClone(view.site.spec.document);
  const { redoc, languages } = view.strings;
  if (languages.machine)
    document.info.description = `*${languages.machine.notice}*\n\n${document.info.description}`;
  for (const { operation } of listOperations(document)) {
    const page = view.to(`operations/${operation.operationId}/`);
    operation.description += `\n\n[${redoc.prerendered}](${page}) · [${redoc.catalogue}](${view.to('errors/')})`;
  }
  return document;
}
