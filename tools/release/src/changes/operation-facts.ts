import type { ContractDocument } from '@chat-sns/spec';
import { follow, isObject, type JsonObject } from '../contract.ts';
import type { Emit } from './facts.ts';
import { asArray, evidence, schemaFacts } from './schema-facts.ts';

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];
const known = new Set([
  'operationId',
  'parameters',
  'requestBody',
  'responses',
  'security',
  'x-rate-limit',
  'x-webhook',
]);
const prose = new Set(['summary', 'description', 'tags', 'externalDocs', 'x-codeSamples', 'x-related']);

/** What every operation promises, under its operationId. */
export function operationFacts(document: ContractDocument, emit: Emit): void {
  const paths = document.paths as unknown as Record<string, JsonObject>;
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!methods.includes(method) || !isObject(operation)) continue;
      const id = String(operation.operationId);
      emit(`${id}: present`, 'operation', true, 'in');
      emit(`${id}: path`, 'path', path, 'in');
      emit(`${id}: method`, 'method', method.toUpperCase(), 'in');
      emit(`${id}: security`, 'security', operation.security ?? rootOf(document).security, 'in');
      for (const key of Object.keys(operation).filter((name) => !known.has(name) && !evidence.has(name))) {
        emit(`${id}: ${key}`, prose.has(key) ? 'text' : key, operation[key], 'in');
      }
      emit(`${id}: webhook`, 'webhook', operation['x-webhook'] ?? 'none');
      frequency(operation, id, emit);
      bodies(document, operation, id, emit);
    }
  }
  for (const [name, scheme] of Object.entries(document.components.securitySchemes) as unknown as [
    string,
    JsonObject,
  ][]) {
    const { description, 'x-source': _, 'x-schema': schema, ...rest } = scheme;
    emit(`security scheme ${name}: present`, 'security', rest, 'in');
    emit(`security scheme ${name}: description`, 'text', description, 'in');
    if (isObject(schema)) schemaFacts(document, schema, `query parameter ${scheme.name}`, 'in', emit);
  }
}

const rootOf = (document: ContractDocument) => document as unknown as JsonObject;

function frequency(operation: JsonObject, id: string, emit: Emit): void {
  const limit = isObject(operation['x-rate-limit']) ? operation['x-rate-limit'] : {};
  for (const key of Object.keys(limit).filter((name) => !evidence.has(name))) {
    emit(
      `${id} call frequency: ${key}`,
      key === 'x-keyword-status' ? 'x-status' : `frequency-${key}`,
      limit[key],
      'in',
    );
  }
}

function bodies(document: ContractDocument, operation: JsonObject, id: string, emit: Emit): void {
  for (const parameter of asArray(operation.parameters)) {
    if (isObject(parameter)) parameterFacts(document, parameter, `${id} query parameter`, 'in', emit);
  }
  const request = isObject(operation.requestBody) ? operation.requestBody : {};
  emit(`${id} request body: required`, 'required', request.required === true, 'in');
  contents(document, request, `${id} request`, 'in', emit);
  for (const [status, response] of Object.entries(isObject(operation.responses) ? operation.responses : {})) {
    emit(`${id} HTTP ${status}: present`, 'response', true);
    const words = status === '200' ? `${id} answer` : `${id} HTTP ${status} answer`;
    if (isObject(response)) contents(document, follow(document, response), words, 'out', emit);
  }
}

export function parameterFacts(
  document: ContractDocument,
  node: JsonObject,
  where: string,
  direction: 'in' | 'out',
  emit: Emit,
) {
  const parameter = follow(document, node);
  const place = `${where} ${parameter.name}`;
  const isRequired = parameter.required === true;
  emit(`${place}: present`, isRequired ? 'required-field' : 'optional-field', parameter.in, direction);
  emit(`${place}: required`, 'required', isRequired, direction);
  emit(`${place}: description`, 'text', parameter.description, direction);
  emit(`${place}: x-status`, 'x-status', parameter['x-status'], direction);
  if (isObject(parameter.schema)) schemaFacts(document, parameter.schema, place, direction, emit);
}

export function contents(
  document: ContractDocument,
  body: JsonObject,
  where: string,
  direction: 'in' | 'out',
  emit: Emit,
) {
  for (const [type, content] of Object.entries(isObject(body.content) ? body.content : {})) {
    if (!isObject(content)) continue;
    emit(`${where} as ${type}: present`, 'media-type', true, direction);
    if (isObject(content.schema)) schemaFacts(document, content.schema, where, direction, emit);
    for (const [name, example] of Object.entries(isObject(content.examples) ? content.examples : {})) {
      if (!isObject(example)) continue;
      emit(`example ${name} of ${where}: present`, 'example', true);
      emit(`example ${name} of ${where}: value`, 'example-value', follow(document, example).value);
    }
  }
}
