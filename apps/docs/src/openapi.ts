/** The parts of an OpenAPI 3.1 document that the pages read. */
export interface OpenApiDocument {
  info: { title: string; version: string; summary: string; description: string };
  externalDocs: ExternalDocs;
  servers: Server[];
  security: Record<string, string[]>[];
  /** `x-displayName` is the name in another language. */
  tags: { name: string; description: string; 'x-displayName'?: string }[];
  paths: Record<string, PathItem>;
  webhooks: Record<string, PathItem>;
  components: { securitySchemes: Record<string, SecurityScheme> };
  'x-hosts-not-offered': HostNotOffered[];
}

export type Status = 'documented' | 'observed' | 'historical' | 'inferred' | 'unknown';

export interface Sourced {
  'x-status'?: Status;
  'x-keyword-status'?: Record<string, Status>;
  'x-source'?: string[];
}

export interface Referable {
  $ref?: string;
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

export interface HostNotOffered extends Sourced {
  region: string;
  host: string;
  backup: string;
  why: string;
  description: string;
}

export interface SecurityScheme extends Sourced {
  name: string;
  description: string;
  'x-schema': Schema;
}

export interface PathItem extends Referable {
  post: Operation;
}

export interface Operation extends Sourced {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  externalDocs: ExternalDocs;
  security?: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody: Body;
  responses: Record<string, Body>;
  'x-codeSamples'?: { lang: string; label: string; source: string }[];
  'x-webhook'?: string | null;
  'x-rate-limit'?: { calls: number; perSeconds: number } & Sourced;
  'x-timeout-seconds'?: number;
  'x-related'?: { path: string; title: string; url: string }[];
}

export interface Parameter extends Sourced, Referable {
  name: string;
  in: string;
  required: boolean;
  description: string;
  schema: Schema;
  example?: unknown;
}

export interface Body extends Sourced, Referable {
  description: string;
  content: Record<string, { schema: Schema; examples?: Record<string, Example> }>;
}

export interface Example extends Referable {
  summary: string;
  description?: string;
  value: unknown;
}

export interface Schema extends Sourced, Referable {
  title?: string;
  /** Several where a value can be null, say. */
  type?: string | string[];
  format?: string;
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  /** A schema where the names are free, as in an object by UserID. */
  additionalProperties?: boolean | Schema;
  oneOf?: Schema[];
  enum?: (string | number)[];
  const?: string | number;
  default?: unknown;
  examples?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  'x-max-bytes'?: number;
  'x-default-when-absent'?: string;
  'x-enumDescriptions'?: Record<string, string>;
}
