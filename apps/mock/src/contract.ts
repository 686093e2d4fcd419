import {
  type CatalogueCode,
  type CatalogueEntry,
  errorCatalogue,
  type errorTable,
  type OperationId,
  operations,
} from '@chat-sns/spec';
import examplesJson from '@chat-sns/spec/examples.json' with { type: 'json' };
import documentJson from '@chat-sns/spec/openapi.json' with { type: 'json' };

/** A JSON Schema, as far as the mock reads it. */
export interface Schema {
  $ref?: string;
  type?: string;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  discriminator?: { mapping: Record<string, string> };
  'x-max-bytes'?: number;
}
export interface Parameter {
  name: string;
  in: 'query';
  required: boolean;
  schema: Schema;
}
export interface ResponseContent {
  schema: Schema;
  examples: Record<string, unknown>;
}
export interface Operation {
  operationId: OperationId;
  parameters: (Parameter | { $ref: string })[];
  requestBody: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, { $ref: string } | { content: Record<string, ResponseContent> }>;
}
export interface ContractDocument {
  paths: Record<string, { post: Operation }>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    securitySchemes: Record<string, { name: string; 'x-schema': Schema }>;
  };
}
/** The part of the envelope that every answer has. */
export interface Envelope {
  ActionStatus: 'OK' | 'FAIL';
  ErrorCode: number;
  ErrorInfo: string;
  ErrorDisplay?: string;
  ResultItem?: ResultItem[];
}
export interface ResultItem {
  To_Account: string;
  ResultCode: number;
  ResultInfo: string;
}
export interface ResponseExample {
  summary: string;
  value: Envelope;
}

export const contract = documentJson as unknown as ContractDocument;

const examples = examplesJson as unknown as Record<
  OperationId,
  { responses: Record<string, ResponseExample> }
>;

/** Response examples of an operation by name, the ones made for single codes included. The first is a success. */
export const responseExamples = (operation: OperationId) => examples[operation].responses;

/** Path of every operation, exactly as the URL must spell it. */
export const operationsByPath: ReadonlyMap<string, OperationId> = new Map(
  Object.entries(operations).map(([id, { path }]) => [path, id as OperationId]),
);

/** Title of a code of the catalogue. */
export type Title = (typeof errorTable)[CatalogueCode]['title'];

/** The catalogue's entry of this title, so that no code number is typed here. */
export function entryOf(title: Title): CatalogueEntry {
  const entry = errorCatalogue.find((candidate) => candidate.title === title);
  if (!entry) throw new Error(`The catalogue of @chat-sns/spec has no code titled ${title}`);
  return entry;
}

/** Fields of an operation's request body with their schemas. */
export const requestFields: Readonly<Record<OperationId, Record<string, Schema>>> = Object.fromEntries(
  Object.values(contract.paths).map(({ post }) => {
    const { schema } = post.requestBody.content['application/json'];
    return [post.operationId, resolveSchema(schema).properties ?? {}];
  }),
) as Record<OperationId, Record<string, Schema>>;

/** Schema behind a `$ref` of the document, or the schema itself. */
export function resolveSchema(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name ? { ...contract.components.schemas[name], ...schema } : schema;
}

/** Whether a schema is that of a UserID. */
export const isUserId = (schema: Schema | undefined) => schema?.$ref === '#/components/schemas/UserId';

/** Query parameters of every operation: those of the security schemes first, as the service checks them. */
export const queryParameters: readonly Parameter[] = [
  ...Object.values(contract.components.securitySchemes).map(
    (scheme): Parameter => ({ name: scheme.name, in: 'query', required: true, schema: scheme['x-schema'] }),
  ),
  ...Object.values(contract.components.parameters),
];
