import type { operations, webhooks } from '../_generated/api.ts';

/** Name of an operation, the same word in every part of the project. */
export type OperationId = Exclude<keyof operations, keyof webhooks>;

/** How certain a fact is. `unknown` marks an open question, which no source answers. */
export type Status = 'documented' | 'observed' | 'historical' | 'inferred' | 'unknown';

/** The evidence that a node of the document names, by the ids of records and discoveries. */
export interface Sourced {
  'x-status'?: Status;
  /** Keywords whose evidence is weaker than that of the place, `required.To_Account` for a member of a list. */
  'x-keyword-status'?: Record<string, Status>;
  'x-source'?: string[];
  'x-open-questions'?: string[];
}

/** Points to a component. A summary and a description beside the `$ref` win over those of the target. */
export interface Reference {
  $ref: string;
  summary?: string;
  description?: string;
}

/** The bundled OpenAPI document, as `openapi.json` publishes it. */
export interface ContractDocument {
  openapi: string;
  info: { title: string; version: string; summary: string; description: string };
  externalDocs: ExternalDocs;
  servers: Server[];
  security: Record<string, string[]>[];
  tags: Tag[];
  paths: Record<string, { post: Operation }>;
  webhooks: Record<string, { post: Webhook }>;
  components: {
    schemas: Record<string, Schema>;
    examples: Record<string, JsonExample>;
    parameters: Record<string, Parameter>;
    responses: Record<string, Body>;
  };
  'x-open-questions': string[];
  'x-hosts-not-offered': HostNotOffered[];
  /** The codes that every call can get, and the vendor's page about them. */
  'x-public-codes': {
    minimum: number;
    maximum: number;
    description: string;
    externalDocs: ExternalDocs;
  } & Sourced;
}

export interface ExternalDocs {
  description: string;
  url: string;
}

export interface Server extends Sourced {
  url: string;
  description: string;
  'x-region': string;
  'x-backup-url': string;
}

export interface Tag {
  name: string;
  description: string;
  /** The name in another language. */
  'x-displayName'?: string;
}

/** A host that some source names and that is not among the servers. */
export interface HostNotOffered extends Sourced {
  region: string;
  host: string;
  backup: string;
  why: string;
  description: string;
}

interface Endpoint extends Sourced {
  summary: string;
  description: string;
  tags: string[];
  externalDocs: ExternalDocs;
  security?: Record<string, string[]>[];
  requestBody: JsonBody & { required: boolean };
  responses: { '200': JsonBody; [status: string]: Body | Reference };
}

export interface Operation extends Endpoint {
  operationId: OperationId;
  parameters: (Parameter | Reference)[];
  'x-codeSamples': { lang: string; label: string; source: string }[];
  /** The sample address of the vendor's page, with a placeholder for the host. */
  'x-sample-url': string;
  /** The operation's page of the vendor's online debugging tool. */
  'x-debugging-tool': string;
  /** The webhook that the operation fires; null where it fires none. */
  'x-webhook': string | null;
  'x-rate-limit': { calls: number; perSeconds: number; scope: string } & Sourced;
  'x-related': ({ path: string; title: string; url: string } & Sourced)[];
  'x-timeout-seconds'?: never;
}

export interface Webhook extends Endpoint {
  operationId: string;
  parameters: Parameter[];
  'x-timeout-seconds': number;
  'x-codeSamples'?: never;
  'x-sample-url'?: never;
  'x-debugging-tool'?: never;
  'x-webhook'?: never;
  'x-rate-limit'?: never;
  'x-related'?: never;
}

export interface Parameter extends Sourced {
  name: string;
  in: 'query';
  required: boolean;
  description: string;
  schema: Schema;
  example?: unknown;
}

/** A request or response body of any media type. */
export interface Body extends Sourced {
  description: string;
  content: Record<string, { schema: Schema; examples?: Record<string, Example | Reference> }>;
}

/** A body of the service itself, whose schema is always a component. */
export interface JsonBody extends Body {
  content: {
    'application/json': { schema: { $ref: string }; examples: Record<string, JsonExample | Reference> };
  };
}

export interface Example {
  summary: string;
  description?: string;
  value: unknown;
}

export interface JsonExample extends Example {
  value: Record<string, unknown>;
}

/** A JSON Schema, with the keywords that the documents of this project use. */
export interface Schema extends Sourced {
  $ref?: string;
  title?: string;
  description?: string;
  /** Several where a value can be null, say. */
  type?: string | string[];
  format?: string;
  enum?: (string | number)[];
  const?: string | number;
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  minProperties?: number;
  /** A schema where the names are free, as in an object by UserID. */
  additionalProperties?: boolean | Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  not?: Schema;
  discriminator?: { propertyName: string; mapping: Record<string, string> };
  'x-max-bytes'?: number;
  'x-default-when-absent'?: string;
  /** Names of the values by which generators make members, in the order of `enum`; also as `x-enumNames`. */
  'x-enum-varnames'?: string[];
  'x-enumNames'?: string[];
  /** Meanings of the values in the order of `enum`. */
  'x-enum-descriptions'?: string[];
  /** Words about the values, by value. */
  'x-enumDescriptions'?: Record<string, string>;
}
