import type { Body, Schema, Sourced } from '@chat-sns/spec';
import { type Call, resolveRef, withKnownValues } from '../calls.ts';
import { type Html, html } from '../html.ts';
import { codePath } from '../paths.ts';
import type { View } from '../view.ts';
import { foldedSources, statusBadge } from './claims.ts';

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

/** The limits of a value, as short phrases. */
export function constraints(view: View, schema: Schema): Html[] {
  const { strings } = view;
  const phrases: (Html | undefined)[] = [
    range(strings.range.items, schema.minItems, schema.maxItems),
    schema['x-max-bytes'] === undefined
      ? range(strings.range.characters, schema.minLength, schema.maxLength)
      : range(strings.range.bytes, schema.minLength, schema['x-max-bytes']),
    range(strings.range.number, schema.minimum, schema.maximum),
    schema.pattern === undefined ? undefined : html`${strings.field.pattern} <code>${schema.pattern}</code>`,
  ];
  return phrases.filter((phrase) => phrase !== undefined);
}

/** The one value that a schema allows: other tools read an `enum` of one value better than a `const`. */
export const onlyValue = ({ const: constant, enum: values }: Schema) =>
  constant ?? (values?.length === 1 ? values[0] : undefined);

/** The value that is always sent, and the default. */
function fixedValues(view: View, schema: Schema): Html[] {
  const { field } = view.strings;
  const { default: fallback } = schema;
  const always = onlyValue(schema);
  const absent =
    schema['x-default-when-absent'] ??
    (typeof fallback === 'string' && fallback ? fallback : JSON.stringify(fallback));
  const phrases: (Html | undefined)[] = [
    always === undefined ? undefined : html`${field.always} <code>${JSON.stringify(always)}</code>`,
    absent === undefined ? undefined : html`${field.whenAbsent} <code>${absent}</code>`,
  ];
  return phrases.filter((phrase) => phrase !== undefined);
}

export function joinPhrases(phrases: readonly Html[]): Html {
  return html`${phrases.map((phrase, index) => html`${index > 0 && ' · '}${phrase}`)}`;
}

function range(words: RangeWords, from: number | undefined, to: number | undefined): Html | undefined {
  if (to !== undefined) return html`${words.between(from ?? 0, to)}`;
  if (from !== undefined && from > 0) return html`${words.atLeast(from)}`;
  return undefined;
}

interface RangeWords {
  between(from: number, to: number): string;
  atLeast(from: number): string;
}

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
  return html`<li>${isCode ? html`<a href="${view.to(codePath(value))}">${shown}</a>` : shown}${meaning && html` ${view.inline(meaning)}`}</li>`;
}

export function bodySchema(view: View, body: Body): Schema {
  const schema = body.content['application/json']?.schema;
  if (schema === undefined) throw new Error(`The body "${body.description}" has no JSON schema`);
  return resolveRef(view.site.spec.document, schema);
}

/** Every limit of a call in one place: how often, how long, and how much of each field. */
export function renderLimits(view: View, operation: Call['operation']): Html | undefined {
  const seconds = operation['x-timeout-seconds'];
  const limits = [
    renderRate(view, operation),
    seconds === undefined ? undefined : html`${view.strings.operation.timeout(seconds)}`,
    ...listFields(view, bodySchema(view, operation.requestBody)).flatMap(({ name, schema }) => {
      const items = schema.items && resolveRef(view.site.spec.document, schema.items);
      return [renderLimit(view, name, schema), items && renderLimit(view, `${name}[]`, items)];
    }),
  ].filter((limit) => limit !== undefined);
  return limits.length === 0 ? undefined : html`<ul>${limits.map((limit) => html`<li>${limit}</li>`)}</ul>`;
}

function renderLimit(view: View, name: string, schema: Schema): Html | undefined {
  const phrases = constraints(view, schema);
  return phrases.length === 0 ? undefined : html`<code>${name}</code>: ${joinPhrases(phrases)}`;
}

function renderRate(view: View, { 'x-rate-limit': rate }: Call['operation']): Html | undefined {
  if (rate === undefined) return undefined;
  const { rate: calls, rateScope } = view.strings.operation;
  return html`${calls(rate.calls, rate.perSeconds)}. ${rateScope} ${statusBadge(view, rate['x-keyword-status']?.scope)}
${foldedSources(view, rate['x-source'])}`;
}
