import type { Schema, Sourced } from '@chat-sns/spec';
import { resolveRef, withKnownValues } from '../calls.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';
import { allowedValues } from './allowed-values.ts';
import { statusBadge } from './badges.ts';
import { constraints, fixedValues, joinPhrases, onlyValue } from './constraints.ts';
import { foldedSources } from './source-links.ts';

/** A named value of a request or a response. */
export interface Field extends Sourced {
  name: string;
  required: boolean;
  description?: string | undefined;
  schema: Schema;
}

/** The properties of an object schema, in the document's order. */
export function listFields(view: View, schema: Schema): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, node]) => {
    const property = withKnownValues(view.site.spec.document, resolveRef(view.site.spec.document, node));
    return {
      ...property,
      name,
      required: schema.required?.includes(name) ?? false,
      description: property.description,
      schema: property,
    };
  });
}

export function renderFields(view: View, fields: readonly Field[]): Html {
  return html`<dl class="fields">${fields.map((field) => renderField(view, field))}</dl>`;
}

function renderField(view: View, field: Field): Html {
  const items = field.schema.items && resolveRef(view.site.spec.document, field.schema.items);
  const { additionalProperties } = field.schema;
  const values = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const inner = [field.schema, items, values].find((schema) => schema?.properties !== undefined);
  const limits = [...constraints(view, field.schema), ...fixedValues(view, field.schema)];
  const itemLimits = items ? constraints(view, items) : [];
  return html`<div class="field">
<dt><code>${field.name}</code> <span class="type">${typeWords(view, field.schema, items)}</span>
${field.required && html`<span class="required">${view.strings.field.required}</span>`}
${field.schema.format === 'password' && html`<span class="secret">${view.strings.field.secret}</span>`}
${statusBadge(view, field['x-status'])}</dt>
<dd>${field.description && view.blocks(field.description)}
${limits.length > 0 && html`<p class="limits">${joinPhrases(limits)}</p>`}
${itemLimits.length > 0 && html`<p class="limits">${view.strings.field.eachItem} ${joinPhrases(itemLimits)}</p>`}
${keywordMarks(view, field)}
${allowedValues(view, field.schema)}
${inner && renderFields(view, listFields(view, inner))}
${foldedSources(view, field['x-source'])}</dd>
</div>`;
}

/** Limits and defaults that are less sure than their field. */
function keywordMarks(view: View, { 'x-keyword-status': marks = {} }: Field): Html[] {
  const own = Object.entries(marks).filter(([keyword]) => !/^(?:required|enum)\./.test(keyword));
  return own.map(
    ([keyword, status]) => html`<p class="limits"><code>${keyword}</code> ${statusBadge(view, status)}</p>`,
  );
}

function typeWords(view: View, schema: Schema, items: Schema | undefined): string {
  if (items) return view.strings.field.arrayOf(typeName(items) ?? 'object');
  const example = onlyValue(schema) ?? schema.enum?.[0];
  return typeName(schema) ?? (schema.oneOf ? 'object' : example === undefined ? 'any' : typeof example);
}

function typeName({ type }: Schema): string | undefined {
  return Array.isArray(type) ? type.join(' | ') : type;
}
