import { type Call, listOperations, resolveRef } from '../calls.ts';
import { type Html, html } from '../html.ts';
import { firstSentence } from '../markdown.ts';
import { allowedValues } from '../parts/allowed-values.ts';
import { constraints, joinPhrases } from '../parts/constraints.ts';
import type { Field } from '../parts/fields.ts';
import type { View } from '../view.ts';
import { describeField, requestFields } from './explorer-data.ts';

/** The fields of every operation's body, one group for each operation. */
export function renderBodies(view: View): Html {
  return html`${listOperations(view.site.spec.document).map((call) => renderBody(view, call))}`;
}

function renderBody(view: View, call: Call): Html {
  const { operationId, summary } = call.operation;
  return html`<div class="body" data-operation="${operationId}" role="group" aria-label="${summary}">
${requestFields(view, call).map((field) => renderField(view, operationId, field))}
</div>`;
}

function renderField(view: View, operationId: string, field: Field): Html {
  const id = `${operationId}-${field.name}`;
  const { kind } = describeField(view, field);
  const items = field.schema.items && resolveRef(view.site.spec.document, field.schema.items);
  const limits = [field.schema, ...(items ? [items] : [])].flatMap((schema) => constraints(view, schema));
  return html`<div class="control">
<label for="${id}"><code>${field.name}</code> ${kind === 'lines' && html`<span class="type">${view.strings.explorer.onePerLine}</span>`} ${field.required && html`<span class="required">${view.strings.field.required}</span>`}</label>
${renderControl(view, id, field, kind)}
<p class="problem" id="${id}-problem" aria-live="polite"></p>
<div class="hint" id="${id}-hint">${view.inline(firstSentence(field.description ?? ''))}
${limits.length > 0 && html`<span class="limits">${joinPhrases(limits)}</span>`}
${allowedValues(view, field.schema)}</div>
</div>`;
}

function renderControl(view: View, id: string, { schema }: Field, kind: 'text' | 'lines' | 'choice'): Html {
  const shared = html`id="${id}" name="${id}" aria-describedby="${id}-problem ${id}-hint"`;
  if (kind === 'lines')
    return html`<textarea ${shared} rows="3" spellcheck="false" autocapitalize="off"></textarea>`;
  if (kind === 'text')
    return html`<input ${shared} autocomplete="off" spellcheck="false" autocapitalize="off">`;
  return html`<select ${shared}>${schema.enum?.map((value) => html`<option>${value}</option>`)}<option value="">${view.strings.explorer.leftOut}</option></select>`;
}
