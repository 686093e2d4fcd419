import type { Body, Schema, Sourced, Status } from '@chat-sns/spec';
import { type Call, resolveRef, withKnownValues } from '../calls.ts';
import { type Html, html } from '../html.ts';
import { codePath, userIdPlace } from '../paths.ts';
import type { View } from '../view.ts';
import { foldedSources, statusBadge } from './claims.ts';

/** A named value of a request or a response. */
export interface Field extends Sourced {
  name: string;
  required: boolean;
  description?: string | undefined;
  /** What readers overlook about it. */
  note?: Html;
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
  const marks = { ...field.schema['x-keyword-status'], ...field['x-keyword-status'] };
  const limits = [...constraints(view, field.schema, marks), ...fixedValues(view, field.schema, marks)];
  const itemLimits = items ? constraints(view, items, items['x-keyword-status']) : [];
  return html`<div class="field">
<dt><code>${field.name}</code> <span class="type">${typeWords(view, field.schema, items)}</span>
${field.required && html`<span class="required">${view.strings.field.required}</span>`}
${field.schema.format === 'password' && html`<span class="secret">${view.strings.field.secret}</span>`}
${statusBadge(view, field['x-status'])}</dt>
<dd>${field.description && view.blocks(field.description)}
${limits.length > 0 && html`<p class="limits">${joinPhrases(limits)}</p>`}
${itemLimits.length > 0 && html`<p class="limits">${view.strings.field.eachItem} ${joinPhrases(itemLimits)}</p>`}
${allowedValues(view, field.schema)}
${field.note && html`<p>${field.note}</p>`}
${inner && renderFields(view, listFields(view, inner))}
${foldedSources(view, field['x-source'])}</dd>
</div>`;
}

function typeWords(view: View, schema: Schema, items: Schema | undefined): string {
  if (items) return view.strings.field.arrayOf(typeName(items) ?? 'object');
  const example = onlyValue(schema) ?? schema.enum?.[0];
  return typeName(schema) ?? (schema.oneOf ? 'object' : example === undefined ? 'any' : typeof example);
}

function typeName({ type }: Schema): string | undefined {
  return Array.isArray(type) ? type.join(' | ') : type;
}

/** Keywords that are less sure than their field. */
type Marks = Sourced['x-keyword-status'];

/** The limits of a value, as short phrases. With `marks`, each says how sure it is. */
export function constraints(view: View, schema: Schema, marks?: Marks): Html[] {
  const { range } = view.strings;
  const between = (words: RangeWords, least: LimitKeyword, most: LimitKeyword) =>
    rangeWords(view, words, [schema[least], marks?.[least]], [schema[most], marks?.[most]]);
  return [
    ...between(range.items, 'minItems', 'maxItems'),
    ...(schema['x-max-bytes'] === undefined
      ? between(range.characters, 'minLength', 'maxLength')
      : between(range.bytes, 'minLength', 'x-max-bytes')),
    ...between(range.number, 'minimum', 'maximum'),
    ...(schema.pattern === undefined
      ? []
      : [withStatus(view, patternWords(view, schema.pattern), marks?.pattern)]),
  ];
}

/** A pattern; that of a UserID, which most fields have, is explained in one place. */
function patternWords({ site, strings: { field }, to }: View, pattern: string): Html {
  return pattern === site.spec.document.components.schemas.UserId?.pattern
    ? html`<a href="${to(userIdPlace)}">${field.userId}</a>`
    : html`${field.pattern} <code>${pattern}</code>`;
}

/** The one value that a schema allows: other tools read an `enum` of one value better than a `const`. */
export const onlyValue = ({ const: constant, enum: values }: Schema) =>
  constant ?? (values?.length === 1 ? values[0] : undefined);

/** The value that is always sent, and the default. */
function fixedValues(view: View, schema: Schema, marks: Marks): Html[] {
  const { field } = view.strings;
  const { default: fallback } = schema;
  const always = onlyValue(schema);
  const absent =
    schema['x-default-when-absent'] ??
    (typeof fallback === 'string' && fallback ? fallback : JSON.stringify(fallback));
  const phrases: (Html | undefined)[] = [
    always === undefined ? undefined : html`${field.always} <code>${JSON.stringify(always)}</code>`,
    absent === undefined
      ? undefined
      : withStatus(
          view,
          html`${field.whenAbsent} <code>${absent}</code>`,
          marks?.['x-default-when-absent'] ?? marks?.default,
        ),
  ];
  return phrases.filter((phrase) => phrase !== undefined);
}

export function joinPhrases(phrases: readonly Html[]): Html {
  return html`${phrases.map((phrase, index) => html`${index > 0 && ' · '}${phrase}`)}`;
}

type LimitKeyword =
  | 'minItems'
  | 'maxItems'
  | 'minLength'
  | 'maxLength'
  | 'x-max-bytes'
  | 'minimum'
  | 'maximum';

/** A limit with how sure it is, where that differs from its field. */
type Limit = [value: number | undefined, status: Status | undefined];

/** Both limits in one phrase, or one phrase for each where they are not equally sure. */
function rangeWords(view: View, words: RangeWords, [least = 0, below]: Limit, [most, above]: Limit): Html[] {
  if (most !== undefined && (least === 0 || below === above))
    return [withStatus(view, html`${words.between(least, most)}`, above)];
  return [
    ...(least > 0 ? [withStatus(view, html`${words.atLeast(least)}`, below)] : []),
    ...(most === undefined ? [] : [withStatus(view, html`${words.between(0, most)}`, above)]),
  ];
}

const withStatus = (view: View, phrase: Html, status: Status | undefined) =>
  status === undefined ? phrase : html`${phrase} ${statusBadge(view, status)}`;

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
  const phrases = constraints(view, schema, schema['x-keyword-status']);
  return phrases.length === 0 ? undefined : html`<code>${name}</code>: ${joinPhrases(phrases)}`;
}

function renderRate(view: View, { 'x-rate-limit': rate }: Call['operation']): Html | undefined {
  if (rate === undefined) return undefined;
  const { rate: calls, rateScope } = view.strings.operation;
  return html`${calls(rate.calls, rate.perSeconds)}. ${rateScope} ${statusBadge(view, rate['x-keyword-status']?.scope)}
${foldedSources(view, rate['x-source'])}`;
}
