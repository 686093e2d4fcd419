import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { ContractDocument, JsonExample, Operation, Reference, Schema } from '@chat-sns/spec';

const file = createRequire(import.meta.url).resolve('@chat-sns/spec/openapi.json');

/** Directory with `openapi.yaml` and `openapi.json`. */
export const documentFolder = dirname(file);
export const document: ContractDocument = JSON.parse(readFileSync(file, 'utf8'));

/** An example of the document, as a case of a check. */
export interface Example {
  /** Operation and key, unique in the document. */
  name: string;
  path: string;
  key: string;
  body: Record<string, unknown>;
}

/** An operation with its examples, as a case of a check. */
export interface Call {
  name: string;
  path: string;
  operation: Operation;
  requests: [Example, ...Example[]];
  responses: [Example, ...Example[]];
}

export const calls: Call[] = Object.entries(document.paths).map(([path, { post: operation }]) => {
  const name = operation.operationId;
  const listExamples = (examples: Record<string, JsonExample | Reference>) => {
    const [first, ...rest] = Object.entries(examples).map(([key, example]) => {
      return { name: `${name}: ${key}`, path, key, body: follow<JsonExample>(example).value };
    });
    if (!first) throw new Error(`${name} has no examples`);
    return [first, ...rest] satisfies [Example, ...Example[]];
  };
  return {
    name,
    path,
    operation,
    requests: listExamples(operation.requestBody.content['application/json'].examples),
    responses: listExamples(operation.responses[200].content['application/json'].examples),
  };
});

/** Follows a `$ref` inside the document. */
export function follow<T extends JsonExample | Schema>(node: T | Reference): T {
  if (!('$ref' in node) || !node.$ref) return node as T;
  const [, , kind, name = ''] = node.$ref.split('/');
  return follow(document.components[kind as 'schemas'][name] as T);
}
