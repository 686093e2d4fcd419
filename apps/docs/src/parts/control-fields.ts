import { type Html, html } from '../html.ts';
import type { Schema } from '../openapi.ts';
import type { View } from '../view.ts';
import { listFields, renderFields } from './fields.ts';

/** The fields of a body of the sandbox's control paths; those of a union once for each of its forms. */
export function renderControlFields(view: View, schema: Schema): Html {
  if (schema.oneOf === undefined) return renderFields(view, listFields(view, schema));
  return html`${schema.oneOf.map(
    (form) => html`<p>${joinCodes(kindsOf(form))}</p>
${renderFields(view, listFields(view, form))}`,
  )}`;
}

/** What tells the forms of a fault apart. */
function kindsOf({ properties = {} }: Schema): (string | number)[] {
  const { kind } = properties;
  return kind?.enum ?? (kind?.const === undefined ? [] : [kind.const]);
}

function joinCodes(words: readonly (string | number)[]): Html {
  return html`<code>kind</code>: ${words.map((word, index) => html`${index > 0 && ', '}<code>${word}</code>`)}`;
}
