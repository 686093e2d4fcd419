import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runRedocly } from '@chat-sns/build/redocly';
import type { Example, Reference, Schema, Server } from '@chat-sns/spec';
import { resolveRef } from './calls.ts';

export const methods = ['get', 'put', 'post', 'delete'] as const;
export type Method = (typeof methods)[number];

/** A body, or a response that may have none. */
export interface ControlBody {
  description: string;
  content?: Record<string, { schema: Schema; examples?: Record<string, Example> }>;
}

export interface ControlOperation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  requestBody?: ControlBody;
  responses: Record<string, ControlBody | Reference>;
}

/** The sandbox's own OpenAPI document, in one piece. */
export interface ControlDocument {
  info: { title: string; summary: string; description: string };
  servers: Pick<Server, 'url' | 'description'>[];
  tags: { name: string; description: string }[];
  paths: Record<string, Partial<Record<Method, ControlOperation>>>;
}

const entry = 'control.openapi.yaml';
export const sandboxFiles = [entry, 'state.schema.json', 'fault.schema.json'] as const;
export type SandboxFile = (typeof sandboxFiles)[number];

/** Path below the site's root at which a document of the sandbox can be downloaded. */
export function downloadPath(file: SandboxFile): string {
  return `sandbox/${file}`;
}

/** The documents as `@chat-sns/sandbox` publishes them, byte for byte. */
export function readSandboxFiles(): Promise<(readonly [SandboxFile, string])[]> {
  return Promise.all(
    sandboxFiles.map(async (file) => {
      const path = fileURLToPath(import.meta.resolve(`@chat-sns/sandbox/${file}`));
      return [file, await readFile(path, 'utf8')] as const;
    }),
  );
}

/** The control document with the schemas of other files bundled into it. */
export async function readControl(): Promise<ControlDocument> {
  // An empty folder of its own, so that no redocly.yaml of a parent folder takes effect.
  const folder = await mkdtemp(join(tmpdir(), 'chat-sns-control-'));
  try {
    for (const [file, text] of await readSandboxFiles()) await writeFile(join(folder, file), text);
    runRedocly(['bundle', entry, '-o', 'bundle.json'], folder);
    return JSON.parse(await readFile(join(folder, 'bundle.json'), 'utf8')) as ControlDocument;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A part of the document with every reference followed. None of them is circular. */
export function inlineRefs<T>(document: object, part: T): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((item) => inlineRefs(document, item)) as T;
  const entries = Object.entries(resolveRef<object>(document, part));
  return Object.fromEntries(entries.map(([key, value]) => [key, inlineRefs(document, value)])) as T;
}
