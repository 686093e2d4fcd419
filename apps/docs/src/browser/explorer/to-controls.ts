import { type FieldData, fill, type Words } from './data.ts';

/** The contents of the form's controls for a body, by field; or why the form cannot show it. */
export type Controls = { texts: Map<string, string> } | { reason: string };

/**
 * Whatever the form would drop or change is a reason to stay with JSON. A missing field is an empty control, and
 * vice versa.
 */
export function toControls(
  body: Readonly<Record<string, unknown>> | undefined,
  fields: readonly FieldData[],
  words: Words['views'],
): Controls {
  if (body === undefined) return { reason: words.notObject };
  const unknown = Object.keys(body).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) return { reason: fill(words.noSuchField, { field: unknown }) };
  const texts = new Map<string, string>();
  for (const field of fields) {
    const text = toText(field, body[field.name]);
    if (text === undefined) return { reason: fill(words.otherValue, { field: field.name }) };
    texts.set(field.name, text);
  }
  return { texts };
}

function toText({ kind, values }: FieldData, value: unknown): string | undefined {
  if (value === undefined) return '';
  if (kind === 'lines') {
    return Array.isArray(value) && value.every((line) => line !== '' && isOneLine(line))
      ? value.join('\n')
      : undefined;
  }
  if (!isOneLine(value)) return undefined;
  return kind === 'text' || value === '' || values?.includes(value) ? value : undefined;
}

/** The form reads line by line and trims each line. */
function isOneLine(value: unknown): value is string {
  return typeof value === 'string' && value === value.trim() && !/[\r\n]/.test(value);
}
