import { jsonBlock } from '../highlight.ts';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { bodyAnchor, listBodies, renderAnswerTable } from '../parts/control-answers.ts';
import { renderControlFields } from '../parts/control-fields.ts';
import { sandboxControlPath } from '../paths.ts';
import {
  type ControlBody,
  type ControlDocument,
  type ControlOperation,
  downloadPath,
  inlineRefs,
  type Method,
  methods,
  sandboxFiles,
} from '../sandbox/read-control.ts';
import type { View } from '../view.ts';

interface Control {
  method: Method;
  path: string;
  operation: ControlOperation;
}

/** The paths under which a running sandbox is controlled, from the sandbox's own document. */
export function sandboxControlPage(document: ControlDocument): PageSource {
  const controls = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method): Control[] => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );
  return {
    path: sandboxControlPath,
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
<h4>${view.strings.sandboxControl.answers}</h4>
${renderAnswerTable(view, document, responses)}
</section>`;
}

function renderRequestBody(view: View, document: ControlDocument, body: ControlBody): Html {
  const { schema, examples = {} } = body.content?.['application/json'] ?? {};
  return html`<h4${schema && html` id="${bodyAnchor(schema)}"`}>${view.strings.operation.requestBody}</h4>
${view.blocks(body.description)}
${schema && renderControlFields(view, inlineRefs(document, schema))}
${Object.values(examples).map(({ summary, value }) => html`<figure><figcaption>${summary}</figcaption>${jsonBlock(value)}</figure>`)}`;
}
