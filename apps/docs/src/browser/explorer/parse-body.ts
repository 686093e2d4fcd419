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
