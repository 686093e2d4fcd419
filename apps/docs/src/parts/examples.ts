import type { Body, Example } from '@chat-sns/spec';
import { resolveRef } from '../calls.ts';
import { jsonBlock } from '../highlight.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

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
