import {
  type CatalogueCode,
  type CatalogueEntry,
  type ContractDocument,
  errorCatalogue,
  type errorTable,
  type OperationId,
  operations,
  type Parameter,
  type ResponseExample,
  type Schema,
} from '@chat-sns/spec';
import examplesJson from '@chat-sns/spec/examples.json' with { type: 'json' };
import documentJson from '@chat-sns/spec/openapi.json' with { type: 'json' };

/** The fields that every response of the service has, and any of single operations. */
export type Envelope = {
  ActionStatus: 'OK' | 'FAIL';
  ErrorCode: number;
  ErrorInfo: string;
  ErrorDisplay?: string;
  [field: string]: unknown;
};
/** The result of a single account. */
export interface ResultItem {
  To_Account: string;
  ResultCode: number;
  ResultInfo: string;
}
interface EnvelopeExample extends ResponseExample {
  value: Envelope;
}

export const contract = documentJson as unknown as ContractDocument;

const examples = examplesJson as unknown as Record<
  OperationId,
  { responses: Record<string, EnvelopeExample> }
>;

/** Response examples of an operation by name, the ones made for single codes included. The first is a success. */
export const responseExamples = (operation: OperationId) => examples[operation].responses;

/** Path of every operation, exactly as the URL must spell it. */
export const operationsByPath: ReadonlyMap<string, OperationId> = new Map(
  Object.entries(operations).map(([id, { path }]) => [path, id as OperationId]),
);

/** The results of single accounts in a response, which may be of any shape. */
export function itemsOf(operation: OperationId, response: unknown): Partial<ResultItem>[] {
  const items = Object(response)[operations[operation].items ?? ''];
  return Array.isArray(items) ? items.map(Object) : [];
}

/** Title of a code of the catalogue. */
export type Title = (typeof errorTable)[CatalogueCode]['title'];

const entries = Object.fromEntries(errorCatalogue.map((entry) => [entry.title, entry]));

/** The catalogue's entry of this title, so that no code number is typed here. */
export const entryOf = (title: Title) => entries[title] as CatalogueEntry;

/** Fields of an operation's request body with their schemas. */
export const requestFields = Object.fromEntries(
  Object.values(contract.paths).map(({ post }) => {
    const { schema } = post.requestBody.content['application/json'];
    return [post.operationId, resolveSchema(schema).properties ?? {}];
  }),
) as Readonly<Record<OperationId, Record<string, Schema>>>;

/** Schema behind a `$ref` of the document, or the schema itself. */
export function resolveSchema(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name ? { ...contract.components.schemas[name], ...schema } : schema;
}

/** Whether a schema is that of a UserID. */
export const isUserId = (schema: Schema | undefined) => schema?.$ref === '#/components/schemas/UserId';

/** Query parameters of every operation with their schemas. */
export const queryParameters: readonly Parameter[] = Object.values(contract.components.parameters).map(
  (parameter) => ({ ...parameter, schema: resolveSchema(parameter.schema) }),
);
