import type { ContractDocument } from '@chat-sns/spec';
import { follow, isObject, type JsonObject } from '../contract.ts';
import type { Direction, Emit } from './facts.ts';

/** Keywords that only people read. */
const prose = new Set(['description', 'summary', 'title', 'examples', 'example', 'x-enumDescriptions']);
/** Evidence: it moves without the contract moving. */
export const evidence = new Set(['x-source', 'x-open-questions']);
/** Keywords with a reading of their own below. */
const structure = new Set(['properties', 'required', 'items', 'oneOf', 'enum', 'discriminator', '$ref']);

/** Everything that a schema promises, field by field, below the words of `where`. */
export function schemaFacts(
  document: ContractDocument,
  node: JsonObject,
  where: string,
  direction: Direction,
  emit: Emit,
): void {
  const schema = follow(document, node);
  for (const [keyword, value] of Object.entries(schema)) {
    if (evidence.has(keyword) || structure.has(keyword)) continue;
    emit(`${where}: ${keyword}`, prose.has(keyword) ? 'text' : keyword, value, direction);
  }
  const isCode = /\.(ErrorCode|ResultCode)$/.test(where) && direction === 'out';
  for (const value of asArray(schema.enum)) {
    emit(`${where}: value ${value}`, isCode ? 'code-value' : 'enum', value, direction);
  }
  for (const [index, branch] of asArray(schema.oneOf).entries()) {
    if (isObject(branch))
      schemaFacts(document, branch, `${where}/${branchName(document, branch, index)}`, direction, emit);
  }
  if (isObject(schema.discriminator)) {
    emit(`${where}: discriminator`, 'discriminator', schema.discriminator.propertyName, direction);
  }
  const required = asArray(schema.required).map(String);
  for (const [field, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    const place = `${where}.${field}`;
    const isRequired = required.includes(field);
    emit(`${place}: present`, isRequired ? 'required-field' : 'optional-field', true, direction);
    emit(`${place}: required`, 'required', isRequired, direction);
    if (isObject(property)) schemaFacts(document, property, place, direction, emit);
  }
  for (const field of required) {
    if (isObject(schema.properties) && field in schema.properties) continue;
    emit(`${where}.${field}: required`, 'required', true, direction);
  }
  if (isObject(schema.items)) schemaFacts(document, schema.items, `${where}[]`, direction, emit);
}

/** A branch of an answer is told by its ActionStatus. */
function branchName(document: ContractDocument, branch: JsonObject, index: number): string {
  const { properties } = follow(document, branch);
  const status = isObject(properties) && isObject(properties.ActionStatus) ? properties.ActionStatus : {};
  return String(follow(document, status).const ?? `branch ${index + 1}`);
}

export const asArray = <Item>(value: Item | Item[] | undefined): Item[] =>
  Array.isArray(value) ? value : [];
