import type { Schema } from '@chat-sns/spec';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';
import { joinPhrases } from './constraints.ts';

/** For more values, a link leads to the table of codes on the same page. */
const longestList = 12;

/** The values of an enumeration with what each means. */
export function allowedValues(view: View, schema: Schema): Html | undefined {
  const { enum: values, 'x-enumDescriptions': meanings = {} } = schema;
  if (values === undefined || values.length === 1) return undefined;
  if (values.length > longestList) {
    return html`<p><a href="#codes">${view.strings.field.oneOfCodes(values.length)}</a></p>`;
  }
  if (Object.keys(meanings).length === 0) {
    return html`<p class="limits">${joinPhrases(values.map((value) => html`<code>${value}</code>`))}</p>`;
  }
  return html`<ul class="values">${values.map((value) => renderValue(view, value, meanings[value]))}</ul>`;
}

function renderValue(view: View, value: string | number, meaning: string | undefined): Html {
  const isCode = view.site.spec.errors.some((entry) => entry.code === value);
  const shown = html`<code>${value}</code>`;
  return html`<li>${isCode ? html`<a href="${view.to(`errors/#${value}`)}">${shown}</a>` : shown}${meaning && html` ${view.inline(meaning)}`}</li>`;
}
