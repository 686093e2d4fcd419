import { resolveRef } from '../calls.ts';
import { type Html, html } from '../html.ts';
import type { Schema } from '../openapi.ts';
import { type ControlBody, type ControlDocument, inlineRefs } from '../sandbox/read-control.ts';
import type { View } from '../view.ts';

interface NamedBody {
  name: string;
  anchor: string;
  schema: Schema;
}

/** The answers of a control path by HTTP status, each with a link to what its body holds. */
export function renderAnswerTable(
  view: View,
  document: ControlDocument,
  answers: Record<string, ControlBody>,
): Html {
  const words = view.strings.sandboxControl;
  const rows = Object.entries(answers).map(([status, node]) => {
    const { description, content } = resolveRef(document, node);
    const schema = content?.['application/json']?.schema;
    return html`<tr><th scope="row">${status}</th><td>${view.inline(description)}</td>
<td>${schema ? linkBody(view, schema) : words.noBody}</td></tr>`;
  });
  return html`<div class="scroll" tabindex="0"><table>
<thead><tr>${words.answerColumns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

function linkBody(view: View, schema: Schema): Html {
  const name = bodyName(schema);
  const shown = schema.items ? view.strings.field.arrayOf(name) : name;
  return html`<a href="#${anchorOf(name)}">${shown}</a>`;
}

/** What the answers hold, each once, without what a request holds too: that is shown there, under the same anchor. */
export function listBodies(document: ControlDocument): NamedBody[] {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  const schemasOf = (bodies: (ControlBody | undefined)[]) =>
    bodies.flatMap((node) => {
      const schema = node && resolveRef(document, node).content?.['application/json']?.schema;
      return schema ? [schema] : [];
    });
  const answers = schemasOf(operations.flatMap(({ responses }) => Object.values(responses)));
  const byName = new Map(answers.map((schema) => [bodyName(schema), schema.items ?? schema]));
  const requests = schemasOf(operations.map(({ requestBody }) => requestBody));
  for (const schema of requests) byName.delete(bodyName(schema));
  return [...byName].map(([name, schema]) => ({
    name,
    anchor: anchorOf(name),
    schema: inlineRefs(document, schema),
  }));
}

export function bodyAnchor(schema: Schema): string {
  return anchorOf(bodyName(schema));
}

/** The name under which the document has the schema, or that of its items. */
function bodyName(schema: Schema): string {
  const name = (schema.items ?? schema).$ref?.split('/').at(-1);
  if (name === undefined) throw new Error('Give this schema of the sandbox a name in its components');
  return name.replace(/\.schema$/, '');
}

function anchorOf(name: string): string {
  return `body-${name.toLowerCase()}`;
}
