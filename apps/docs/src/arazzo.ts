import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Schema, Sourced } from '@chat-sns/spec';
import { parse } from 'yaml';
import { resolveRef } from './calls.ts';
import { workflowsPath } from './paths.ts';

export interface WorkflowStep extends Sourced {
  stepId: string;
  description: string;
  operationId: string;
  requestBody: { payload: unknown };
  successCriteria: Criterion[];
  onFailure?: { type: string; retryAfter: number; retryLimit: number; criteria: Criterion[] }[];
  outputs?: Record<string, string>;
}
export interface Criterion {
  condition: string;
}
interface QueryParameter {
  name: string;
  value: string;
}
export interface Workflow {
  workflowId: string;
  summary: string;
  inputs: Schema;
  parameters: QueryParameter[];
  steps: WorkflowStep[];
}

/** An Arazzo document with its references resolved, and its text for download. */
export interface WorkflowDocument {
  name: string;
  text: string;
  info: { title: string; summary: string; description: string };
  workflows: Workflow[];
}

const ending = '.arazzo.yaml';

/** Path of the document below the site's root. It refers to `../openapi.yaml`, which is there too. */
export function workflowFile({ name }: WorkflowDocument): string {
  return `${workflowsPath}${name}${ending}`;
}

/** The documents that `@chat-sns/spec` publishes: whole flows by name, then those of single calls. */
export async function readWorkflows(): Promise<WorkflowDocument[]> {
  const spec = dirname(fileURLToPath(import.meta.resolve('@chat-sns/spec/openapi.json')));
  const files = (await readdir(join(spec, 'workflows'))).filter((file) => file.endsWith(ending)).sort();
  const documents = files.map(async (file) =>
    parseWorkflows(file.slice(0, -ending.length), await readFile(join(spec, 'workflows', file), 'utf8')),
  );
  return Promise.all(documents);
}

type Written<Value> = Value | { reference: string };

export function parseWorkflows(name: string, text: string): WorkflowDocument {
  const document = parse(text) as Pick<WorkflowDocument, 'info'> & {
    workflows: (Omit<Workflow, 'parameters'> & {
      inputs: Schema;
      parameters: Written<QueryParameter>[];
    })[];
  };
  const follow = (parameter: Written<QueryParameter>): QueryParameter =>
    'reference' in parameter
      ? resolveRef<QueryParameter>(document, {
          $ref: `#/${parameter.reference.slice(1).replaceAll('.', '/')}`,
        })
      : parameter;
  const workflows = document.workflows.map((workflow) => ({
    ...workflow,
    inputs: resolveRef(document, workflow.inputs),
    parameters: workflow.parameters.map(follow),
  }));
  return { name, text, info: document.info, workflows };
}
