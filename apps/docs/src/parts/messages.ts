import type { Body, Example, Parameter, Reference, Schema } from '@chat-sns/spec';
import { type Call, resolveRef } from '../calls.ts';
import { jsonBlock } from '../highlight.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';
import { bodySchema, type Field, listFields, renderFields } from './schema.ts';

/** Query parameters and body of a call. */
export function renderRequest(view: View, { operation }: Call): Html {
  const { strings } = view;
  const fields = listFields(view, bodySchema(view, operation.requestBody)).map((field) =>
    field.name === 'DeleteType' ? { ...field, note: twoWayNote(view) } : field,
  );
  return html`<h3>${strings.operation.query}</h3>
${renderFields(view, queryFields(view, operation.parameters))}
<h3>${strings.operation.requestBody}</h3>
${view.blocks(operation.requestBody.description)}
${renderFields(view, fields)}
${
  operation['x-sample-url'] &&
  html`<figure><figcaption>${strings.operation.sampleUrl}</figcaption><pre tabindex="0"><code>POST ${operation['x-sample-url']}</code></pre></figure>`
}`;
}

/** What readers overlook about the sides of a friendship. */
function twoWayNote(view: View): Html {
  const { text, guide } = view.strings.operation.twoWay;
  const path = 'guides/one-way-or-two-way/';
  return html`${view.inline(text)} <a href="${view.to(path)}"${view.isForeign(path) && html` hreflang="en"`}>${guide}</a>`;
}

/** The responses by HTTP status; a union shows each of its forms. */
export function renderResponses(view: View, operation: Call['operation']): Html {
  const { document } = view.site.spec;
  return html`${Object.entries(operation.responses).map(([status, node]) => {
    const response = resolveRef(document, node);
    return html`<h3>HTTP ${status}</h3>
${view.blocks(response.description)}
${response.content['application/json'] && renderForms(view, bodySchema(view, response))}`;
  })}`;
}

function renderForms(view: View, schema: Schema): Html {
  if (schema.oneOf === undefined) return renderFields(view, listFields(view, schema));
  return html`${schema.oneOf.map((form) => {
    const { title, description, ...rest } = resolveRef(view.site.spec.document, form);
    return html`<h4><code>ActionStatus: ${title}</code></h4>
${description && view.blocks(description)}
${renderFields(view, listFields(view, rest))}`;
  })}`;
}

export function queryFields(view: View, parameters: readonly (Parameter | Reference)[]): Field[] {
  const { document } = view.site.spec;
  return parameters.map((node) => {
    const parameter = resolveRef(document, node);
    return { ...parameter, schema: resolveRef(document, parameter.schema) };
  });
}

interface Pair {
  name: string;
  request?: Example | undefined;
  response?: Example | undefined;
}

/** The hand-written examples, a request beside the response of the same name. */
export function renderExamples(view: View, request: Body, response: Body): Html {
  const requests = examplesOf(view, request);
  const responses = examplesOf(view, response);
  const names = [...new Set([...Object.keys(requests), ...Object.keys(responses)])];
  const pairs = names.map((name): Pair => ({ name, request: requests[name], response: responses[name] }));
  return html`${pairs.map((pair) => renderPair(view, pair))}`;
}

function examplesOf(view: View, body: Body): Record<string, Example> {
  const { document } = view.site.spec;
  const examples = body.content['application/json']?.examples ?? {};
  return Object.fromEntries(
    Object.entries(examples).map(([name, example]) => [name, resolveRef(document, example)]),
  );
}

function renderPair(view: View, { name, request, response }: Pair): Html {
  const { strings } = view;
  const summary = request?.summary ?? response?.summary ?? name;
  const note = response?.description ?? request?.description;
  return html`<section class="example" id="example-${name}">
<h3>${view.inline(summary)} <code class="name">${name}</code></h3>
${note && html`<p>${view.inline(note)}</p>`}
<div class="pair">
${request && html`<figure><figcaption>${strings.operation.requestBody}</figcaption>${jsonBlock(request.value)}</figure>`}
${response && html`<figure><figcaption>${response.summary === summary ? strings.operation.responseBody : html`${strings.operation.responseBody}: ${response.summary}`}</figcaption>${jsonBlock(response.value)}</figure>`}
</div>
</section>`;
}
