import type {
  components as Components,
  operations as Operations,
  webhooks as Webhooks,
} from './_generated/api.ts';
import type { errorTable as ErrorTable } from './_generated/error-table.ts';
import type { regions as Regions } from './_generated/regions.ts';
import type { OperationId } from './documents/openapi.ts';

export type { paths } from './_generated/api.ts';
export { errorCatalogue } from './_generated/error-catalogue.ts';
export { errorFamilies } from './_generated/error-families.ts';
export { errorTable } from './_generated/error-table.ts';
export { limits } from './_generated/limits.ts';
export { operations } from './_generated/operations.ts';
export { regions } from './_generated/regions.ts';
export type { CarriedOut, CatalogueEntry, Family, Level, RetryClass } from './documents/catalogue.ts';
export type {
  Choice,
  Claim,
  ClaimGroup,
  Discovery,
  Evidence,
  FieldFacts,
  QueryFacts,
  SourceRecord,
} from './documents/evidence.ts';
export type { Examples, OperationExamples, ResponseExample } from './documents/examples.ts';
export type {
  Body,
  ContractDocument,
  Example,
  ExternalDocs,
  HostNotOffered,
  JsonBody,
  JsonExample,
  Operation,
  OperationId,
  Parameter,
  Reference,
  Schema,
  Server,
  Sourced,
  Status,
  Tag,
  Webhook,
} from './documents/openapi.ts';

/** Body of a request. */
export type RequestOf<Id extends OperationId> = Operations[Id]['requestBody']['content']['application/json'];

/** Body of a response with HTTP 200: success or failure, distinguished by `ActionStatus`. */
export type ResponseOf<Id extends OperationId> =
  Operations[Id]['responses'][200]['content']['application/json'];

/** Body of a successful response. */
export type OkOf<Id extends OperationId> = Extract<ResponseOf<Id>, { ActionStatus: 'OK' }>;

/** Body of a response that reports a failure. */
export type FailOf<Id extends OperationId> = Extract<ResponseOf<Id>, { ActionStatus: 'FAIL' }>;

/**
 * Codes of the catalogue with which a whole request of an operation can fail. The field of a response is any number,
 * because the service sends codes that no page lists.
 */
export type ErrorCodeOf<Id extends OperationId> = Components['schemas'][`${Capitalize<Id>}ErrorCodeKnown`];

/** Codes of the catalogue that a single account can get, including 0 for success. */
export type ResultCode = Components['schemas'][Extract<
  keyof Components['schemas'],
  `${string}ResultCodeKnown`
>];

/** A code of the catalogue, including historical ones. */
export type CatalogueCode = keyof typeof ErrorTable;

/** Name of a region whose hosts the document offers. */
export type Region = keyof typeof Regions;

/** Body of the webhook that a deletion fires. */
export type FriendDeletedEvent =
  Webhooks['friendDeleted']['post']['requestBody']['content']['application/json'];
