import type { Call } from '../calls.ts';
import { type Html, html } from '../html.ts';
import { firstSentence } from '../markdown.ts';
import { callPath } from '../paths.ts';
import type { View } from '../view.ts';
import { onlyValue } from './schema.ts';

/** Cards that lead to the pages of calls, with the whole description or its first sentence. */
export function renderCallCards(view: View, calls: readonly Call[], length: 'full' | 'short'): Html {
  return html`<ul class="cards">${calls.map((call) => {
    const { summary, description } = call.operation;
    return html`<li class="card">
<h3><a href="${view.to(callPath(call))}">${summary}</a></h3>
${callAddress(view, call)}
${view.blocks(length === 'full' ? description : firstSentence(description))}
</li>`;
  })}</ul>`;
}

/** Method and path of an operation; a webhook has its name instead of a path. */
export function callAddress(view: View, { kind, path, operation }: Call): Html {
  const method = html`<span class="method">POST</span>`;
  if (kind === 'operation') return html`<p class="address">${method} <code>${path}</code></p>`;
  const command = operation.parameters.map(({ schema }) => onlyValue(schema)).find(Boolean);
  return html`<p class="address">${method} ${view.strings.operation.webhookAddress}, <code>${command}</code></p>`;
}
