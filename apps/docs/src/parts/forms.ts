import { type Call, listOperations, resolveRef } from '../calls.ts';
import { describeField, requestFields } from '../explorer.ts';
import { type Html, html, type Renderable } from '../html.ts';
import { firstSentence } from '../markdown.ts';
import type { View } from '../view.ts';
import { allowedValues, constraints, type Field, joinPhrases } from './schema.ts';

/** A labelled text field. `attributes` are written as they are. */
export function textInput(label: string, name: string, attributes: Html = html``): Html {
  return html`<label>${label} <input name="${name}" autocomplete="off" spellcheck="false" ${attributes}></label>`;
}

/** A labelled field for a secret. It is a new password, because browsers fill in saved ones wherever they can. */
export function secretInput(label: string, name: string, attributes: Html = html``): Html {
  return html`<label>${label} <input type="password" name="${name}" autocomplete="new-password" spellcheck="false" ${attributes}></label>`;
}

export function radio(name: string, value: string, label: Renderable, checked: boolean): Html {
  return html`<label class="choice-line"><input type="radio" name="${name}" value="${value}"${checked && html` checked`}> <span>${label}</span></label>`;
}

export function checkbox(name: string, label: string): Html {
  return html`<label class="choice-line"><input type="checkbox" name="${name}"> <span>${label}</span></label>`;
}

/** Shown by the script while the group of radio buttons `name` has the value. */
export function shownFor(name: string, value: string, body: Renderable): Html {
  return html`<div data-when="${name}" data-is="${value}">${body}</div>`;
}

export interface Filter {
  /** Selector of what is filtered. Each has, for every choice, a `data-` attribute with the values that find it. */
  entries: string;
  /** What one may type. */
  placeholder: string;
  choices: { name: string; label: string; options: (readonly [value: string, label: string])[] }[];
  /** The message about the entries that match; `{n}` is their number. */
  shown: { one: string; many: string; none: string };
}

/** The form above a long list. Hidden until its script runs, because it does nothing without it. */
export function renderFilter(view: View, { entries, placeholder, choices, shown }: Filter): Html {
  const { search, any, forExample } = view.strings.catalogue;
  return html`<form id="filter" class="filter" role="search" data-entries="${entries}" hidden>
<label>${search} <input type="search" name="q" placeholder="${forExample(placeholder)}" autocomplete="off"></label>
${choices.map(
  ({ name, label, options }) =>
    html`<label>${label} <select name="${name}"><option value="">${any}</option>${options.map(
      ([value, text]) => html`<option value="${value}">${text}</option>`,
    )}</select></label>`,
)}
<output data-one="${shown.one}" data-many="${shown.many}" data-none="${shown.none}"></output>
</form>`;
}

/** Options from words with labels. */
export function labelsOf(words: Record<string, { label: string }>): Filter['choices'][number]['options'] {
  return Object.entries(words).map(([value, { label }]) => [value, label]);
}

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
  const about = firstSentence(field.description ?? '');
  const limits = [field.schema, ...(items ? [items] : [])]
    .flatMap((schema) => constraints(view, schema))
    // Not what the sentence says already.
    .filter(({ text }) => !about.includes(/\d+ to \d+/.exec(text)?.[0] ?? text));
  return html`<div class="control">
<label for="${id}"><code>${field.name}</code> ${kind === 'lines' && html`<span class="type">${view.strings.explorer.onePerLine}</span>`} ${field.required && html`<span class="required">${view.strings.field.required}</span>`}</label>
${renderControl(view, id, field, kind)}
<p class="problem" id="${id}-problem" aria-live="polite"></p>
<div class="hint" id="${id}-hint">${view.inline(about)}
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
