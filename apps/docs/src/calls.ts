import type { OpenApiDocument, Operation, PathItem, Referable } from './openapi.ts';

/** Follows a `$ref`. Keywords beside it, which OpenAPI 3.1 allows, win over those of its target. */
export function resolveRef<T extends Referable>(document: object, node: T): T {
  if (node.$ref === undefined) return node;
  const { $ref, ...beside } = node;
  const steps = $ref
    .replace(/^#\//, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const target = steps.reduce<unknown>(
    (at, step) => (at as Record<string, unknown> | undefined)?.[step],
    document,
  );
  if (target === undefined) throw new Error(`The document has nothing at ${$ref}`);
  return { ...resolveRef(document, target as T), ...beside };
}

/** An operation or webhook with the place where the document has it. */
export interface Call {
  kind: 'operation' | 'webhook';
  path: string;
  operation: Operation;
}

export function listOperations(document: OpenApiDocument): Call[] {
  return callsOf(document, document.paths, 'operation');
}

export function listWebhooks(document: OpenApiDocument): Call[] {
  return callsOf(document, document.webhooks, 'webhook');
}

/** Operations first, then webhooks. */
export function listCalls(document: OpenApiDocument): Call[] {
  return [...listOperations(document), ...listWebhooks(document)];
}

function callsOf(document: OpenApiDocument, items: Record<string, PathItem>, kind: Call['kind']): Call[] {
  return Object.entries(items).map(([path, item]) => ({
    kind,
    path,
    operation: resolveRef(document, item).post,
  }));
}
