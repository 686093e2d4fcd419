import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const specFolder = fileURLToPath(new URL('..', import.meta.url));

/** The parts of the bundled document that the tools read. */
export interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string; description: string; 'x-region': string; 'x-backup-url': string }[];
  paths: Record<string, { post: Operation }>;
  webhooks: Record<string, { post: Webhook }>;
  components: {
    schemas: Record<string, Schema>;
    examples: Record<string, Example>;
    parameters: Record<string, { name: string; schema: Schema }>;
    securitySchemes: Record<string, { name: string }>;
  };
}
export interface Operation {
  operationId: string;
  externalDocs: { url: string };
  requestBody: { content: { 'application/json': Content } };
  responses: Record<'200', { content: { 'application/json': Content } }>;
  'x-rate-limit': { calls: number; perSeconds: number };
  'x-webhook': string | null;
}
export interface Webhook {
  parameters: { name: string; required: boolean; schema: Schema }[];
  requestBody: { content: { 'application/json': Content } };
  responses: Record<'200', { content: { 'application/json': Content } }>;
  'x-timeout-seconds': number;
}
export interface Content {
  schema: { $ref: string };
  examples: Record<string, Example | { $ref: string }>;
}
export interface Example {
  summary: string;
  description?: string;
  value: Record<string, unknown>;
}
export interface Schema {
  $ref?: string;
  type?: string;
  required?: string[];
  items?: Schema;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  'x-max-bytes'?: number;
}

/** Bundles the hand-written files into one document, as text in the format asked for. */
export function bundle(format: 'json' | 'yaml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-bundle-'));
  try {
    const output = join(folder, `openapi.${format}`);
    const cli = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
    const bin = join(dirname(cli), 'bin/cli.js');
    execFileSync(process.execPath, [bin, 'bundle', 'openapi.yaml', '--output', output], {
      cwd: specFolder,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
