import type { Schema } from '@chat-sns/spec';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

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
export function fixedValues(view: View, schema: Schema): Html[] {
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
