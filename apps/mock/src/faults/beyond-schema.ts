import type { OperationId } from '@chat-sns/spec';
import { requestFields, resolveSchema } from '../contract.ts';
import type { Query } from '../http/request.ts';
import { queryParameters } from '../prism/document.ts';
import type { Violation } from '../prism.ts';
import { isObject } from './from-violations.ts';

/**
 * What the contract says and JSON Schema, as Prism applies it, does not see: names of parameters are case-sensitive
 * and integers in them are decimal digits (Prism also takes `1e3` and `0x10`), lengths of list names count bytes.
 */
export function violationsBeyondSchema(operation: OperationId, query: Query, body: unknown): Violation[] {
  return [...integerViolations(query), ...byteViolations(operation, body)];
}

function integerViolations(query: Query): Violation[] {
  return queryParameters.flatMap(({ name, schema }) => {
    const value = query[name];
    if (schema.type !== 'integer' || typeof value !== 'string' || value === '' || /^\d+$/.test(value))
      return [];
    return [
      { location: ['query', name], code: 'type', message: `${name} must be written in decimal digits` },
    ];
  });
}

function byteViolations(operation: OperationId, body: unknown): Violation[] {
  if (!isObject(body)) return [];
  return Object.entries(requestFields[operation]).flatMap(([name, field]) => {
    const entries = body[name];
    const limit = field.items && resolveSchema(field.items)['x-max-bytes'];
    if (limit === undefined || !Array.isArray(entries)) return [];
    return entries.flatMap((entry, index) =>
      typeof entry === 'string' && Buffer.byteLength(entry) > limit
        ? [violation(`${name}.${index} must NOT have more than ${limit} bytes`, name, index)]
        : [],
    );
  });
}

const violation = (message: string, name: string, index: number): Violation => ({
  location: ['body', name, String(index)],
  code: 'maxBytes',
  message,
});

const declared = new Set(queryParameters.map(({ name }) => name));

/** Only the parameters that the contract declares, spelt exactly so. Prism would take `Random` for `random`. */
export function declaredOnly(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => declared.has(name)));
}

/** The body with overlong lists cut to one entry too many, so that a huge one is refused for its length at once. */
export function withoutExcess(operation: OperationId, body: unknown): unknown {
  if (!isObject(body)) return body;
  let kept = body;
  for (const [name, { maxItems }] of Object.entries(requestFields[operation])) {
    const list = body[name];
    if (maxItems === undefined || !Array.isArray(list) || list.length <= maxItems + 1) continue;
    kept = { ...kept, [name]: list.slice(0, maxItems + 1) };
  }
  return kept;
}
