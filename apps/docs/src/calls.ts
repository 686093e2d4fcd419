import type { ContractDocument, Operation, Reference, Schema, Webhook } from '@chat-sns/spec';

/** Follows a `$ref`. Keywords beside it, which OpenAPI 3.1 allows, win over those of its target. */
export function resolveRef<T extends object>(document: object, node: T | Reference): T {
  const { $ref, ...beside } = node as Partial<Reference>;
  if ($ref === undefined) return node as T;
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

/** A schema whose values are open, with those that are known: its description says that there are others. */
export function withKnownValues(document: object, schema: Schema): Schema {
  const { anyOf: [known] = [], ...beside } = schema;
  return known ? { ...resolveRef<Schema>(document, known), ...beside } : schema;
}

interface OperationCall {
  kind: 'operation';
  path: string;
  operation: Operation;
}

interface WebhookCall {
  kind: 'webhook';
  /** Name in the document. */
  path: string;
  operation: Webhook;
}

/** An operation or webhook with its key in the document. */
export type Call = OperationCall | WebhookCall;

export function listOperations(document: ContractDocument): OperationCall[] {
  return Object.entries(document.paths).map(([path, { post }]) => ({
    kind: 'operation',
    path,
    operation: post,
  }));
}

export function listWebhooks(document: ContractDocument): WebhookCall[] {
  return Object.entries(document.webhooks).map(([path, { post }]) => ({
    kind: 'webhook',
    path,
    operation: post,
  }));
}

/** Operations first, then webhooks. */
export function listCalls(document: ContractDocument): Call[] {
  return [...listOperations(document), ...listWebhooks(document)];
}
