import { type Fault, type FieldData, fill, type Words } from './data.ts';

/** The body that a text contains, or what is wrong with the text. */
export function parseBody(
  text: string,
  words: Words['problems'],
): { body: Record<string, unknown> } | { fault: Fault } {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { body: value };
    return { fault: { path: [], text: words.notObject } };
  } catch (error) {
    // Engines add the place and part of the text to their message. The editor shows the place itself.
    const reason = (error as Error).message.replace(/( in JSON at| at line|, "|, \.\.\.).*$/s, '');
    return { fault: { text: fill(words.notJson, { reason }) } };
  }
}

/** A body to edit as JSON. Required fields that are empty in the form are included. */
export function printBody(body: Readonly<Record<string, unknown>>, fields: readonly FieldData[]): string {
  const empty = fields.filter(({ required }) => required).map(({ name }) => [name, '']);
  return JSON.stringify({ ...Object.fromEntries(empty), ...body }, null, 2);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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
