import type { Reference, Schema } from '@chat-sns/spec';
import { resolveRef } from '../calls.ts';
import {
  type ControlBody,
  type ControlDocument,
  type ControlOperation,
  downloadPath,
  inlineRefs,
  type Method,
  methods,
  sandboxFiles,
} from '../control.ts';
import { jsonBlock } from '../highlight.ts';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { listFields, renderFields } from '../parts/schema.ts';
import { sandboxControlPath } from '../paths.ts';
import type { View } from '../view.ts';

interface Control {
  method: Method;
  path: string;
  operation: ControlOperation;
}

/** The HTTP paths that control a running sandbox, from the sandbox's own document. */
export function sandboxControlPage(document: ControlDocument): PageSource {
  const controls = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method): Control[] => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );
  return {
    path: sandboxControlPath,
    englishOnly: true,
    render: (view) => {
      const words = view.strings.sandboxControl;
      const { info, servers, tags } = document;
      return {
        title: words.title,
        description: info.summary,
        body: html`<h1>${words.title}</h1>
<p class="lead">${info.summary}</p>
${view.blocks(info.description)}
${servers.map(({ url, description }) => html`<p><code>${url}</code> ${description}</p>`)}
<p><a href="${view.to('guides/testing/')}">${words.guide}</a></p>
${renderOverview(view, controls)}
${tags.map(
  ({ name, description }) => html`<h2 id="${name.toLowerCase()}">${name}</h2>
${view.blocks(description)}
${controls.filter(({ operation }) => operation.tags.includes(name)).map((control) => renderControl(view, document, control))}`,
)}
<h2 id="bodies">${words.bodies}</h2>
${listBodies(document).map(({ name, anchor, schema }) => html`<section id="${anchor}"><h3><code>${name}</code></h3>${renderControlFields(view, schema)}</section>`)}
<h2 id="downloads">${view.strings.home.downloads}</h2>
<dl class="ways">${sandboxFiles.map((file) => html`<div><dt><a href="${view.file(downloadPath(file))}"><code>${file}</code></a></dt><dd>${words.files[file]}</dd></div>`)}</dl>`,
      };
    },
  };
}

function renderOverview(view: View, controls: readonly Control[]): Html {
  return html`<div class="scroll" tabindex="0"><table>
<thead><tr>${view.strings.sandboxControl.overview.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${controls.map(
    ({
      method,
      path,
      operation,
    }) => html`<tr><td><span class="method">${method.toUpperCase()}</span> <code>${path}</code></td>
<td><a href="#${operation.operationId}">${operation.summary}</a></td></tr>`,
  )}</tbody>
</table></div>`;
}

function renderControl(view: View, document: ControlDocument, { method, path, operation }: Control): Html {
  const { operationId, summary, description, requestBody, responses } = operation;
  return html`<section id="${operationId}"><h3>${summary}</h3>
<p class="address"><span class="method">${method.toUpperCase()}</span> <code>${path}</code></p>
${view.blocks(description)}
${requestBody && renderRequestBody(view, document, requestBody)}
<h4>${view.strings.sandboxControl.responses}</h4>
${renderResponseTable(view, document, responses)}
</section>`;
}

function renderRequestBody(view: View, document: ControlDocument, body: ControlBody): Html {
  const { schema, examples = {} } = body.content?.['application/json'] ?? {};
  return html`<h4${schema && html` id="${bodyAnchor(schema)}"`}>${view.strings.operation.requestBody}</h4>
${view.blocks(body.description)}
${schema && renderControlFields(view, inlineRefs(document, schema))}
${Object.values(examples).map(({ summary, value }) => html`<figure><figcaption>${summary}</figcaption>${jsonBlock(value)}</figure>`)}`;
}

interface NamedBody {
  name: string;
  anchor: string;
  schema: Schema;
}

/** The responses of a control path by HTTP status, each with a link to its body. */
function renderResponseTable(
  view: View,
  document: ControlDocument,
  responses: Record<string, ControlBody | Reference>,
): Html {
  const words = view.strings.sandboxControl;
  const rows = Object.entries(responses).map(([status, node]) => {
    const { description, content } = resolveRef(document, node);
    const schema = content?.['application/json']?.schema;
    return html`<tr><th scope="row">${status}</th><td>${view.inline(description)}</td>
<td>${schema ? linkBody(view, schema) : words.noBody}</td></tr>`;
  });
  return html`<div class="scroll" tabindex="0"><table>
<thead><tr>${words.responseColumns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

function linkBody(view: View, schema: Schema): Html {
  const name = bodyName(schema);
  const shown = schema.items ? view.strings.field.arrayOf(name) : name;
  return html`<a href="#${anchorOf(name)}">${shown}</a>`;
}

/** Each response body once, without those that a request has too: the request shows them under the same anchor. */
function listBodies(document: ControlDocument): NamedBody[] {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  const schemasOf = (bodies: (ControlBody | Reference | undefined)[]) =>
    bodies.flatMap((node) => {
      const schema = node && resolveRef<ControlBody>(document, node).content?.['application/json']?.schema;
      return schema ? [schema] : [];
    });
  const schemas = schemasOf(operations.flatMap(({ responses }) => Object.values(responses)));
  const byName = new Map(schemas.map((schema) => [bodyName(schema), schema.items ?? schema]));
  const requests = schemasOf(operations.map(({ requestBody }) => requestBody));
  for (const schema of requests) byName.delete(bodyName(schema));
  return [...byName].map(([name, schema]) => ({
    name,
    anchor: anchorOf(name),
    schema: inlineRefs(document, schema),
  }));
}

function bodyAnchor(schema: Schema): string {
  return anchorOf(bodyName(schema));
}

/** The name under which the document has the schema, or that of its items. */
function bodyName(schema: Schema): string {
  const name = (schema.items ?? schema).$ref?.split('/').at(-1);
  if (name === undefined)
    throw new Error(
      'A body in control.openapi.yaml has no named schema. Move its schema to components.schemas.',
    );
  return name.replace(/\.schema$/, '');
}

function anchorOf(name: string): string {
  return `body-${name.toLowerCase()}`;
}

/** The fields of a body of the sandbox's control paths; those of a union once for each of its forms. */
function renderControlFields(view: View, schema: Schema): Html {
  if (schema.oneOf === undefined) return renderFields(view, listFields(view, schema));
  return html`${schema.oneOf.map(
    (form) => html`<p>${joinCodes(kindsOf(form))}</p>
${renderFields(view, listFields(view, form))}`,
  )}`;
}

/** What distinguishes the forms of a fault. */
function kindsOf({ properties = {} }: Schema): (string | number)[] {
  const { kind } = properties;
  return kind?.enum ?? [];
}

function joinCodes(words: readonly (string | number)[]): Html {
  return html`<code>kind</code>: ${words.map((word, index) => html`${index > 0 && ', '}<code>${word}</code>`)}`;
}
