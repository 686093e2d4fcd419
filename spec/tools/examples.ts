import type { CatalogueEntry } from '../documents/catalogue.ts';
import type { OperationExamples, ResponseExample } from '../documents/examples.ts';
import type { ContractDocument, JsonExample, OperationId, Reference } from '../documents/openapi.ts';
import { codesOf, itemFields } from './catalogue.ts';

/**
 * The hand-written examples of every operation, and one response for each code that it can give:
 * `error-<code>` for every code, and also `item-<code>` where a code appears at both levels.
 */
export function allExamples(document: ContractDocument, catalogue: CatalogueEntry[]) {
  const examples: Partial<Record<OperationId, OperationExamples>> = {};
  for (const { post } of Object.values(document.paths)) {
    const id = post.operationId as OperationId;
    const responses = contentExamples(document, post.responses['200'].content['application/json'].examples);
    examples[id] = {
      requests: contentExamples(document, post.requestBody.content['application/json'].examples),
      responses: { ...withCodes(responses), ...synthesised(catalogue, id, responses) },
    };
  }
  return examples;
}

/**
 * Puts the hand-written examples where other tools look for them. Redocly names a component after its file and numbers
 * equal names (`one-way.request-2`): here the operation and the side are part of the name. And the first success and
 * failure stand whole at the schemas of both sides, because a sampler that makes them up field by field also sends the
 * fields that are expected to be absent. Changes the document and returns it.
 */
export function placeExamples(document: ContractDocument): ContractDocument {
  const { components, paths, webhooks } = document;
  const named: ContractDocument['components']['examples'] = {};
  const names = new Map<string, string>();
  for (const { post } of [...Object.values(paths), ...Object.values(webhooks)]) {
    const bodies = { request: post.requestBody, response: post.responses['200'] };
    for (const [side, { content }] of Object.entries(bodies)) {
      for (const [key, example] of Object.entries(content['application/json'].examples)) {
        if (!('$ref' in example)) continue;
        const name = names.get(example.$ref) ?? `${post.operationId}-${key}-${side}`;
        names.set(example.$ref, name);
        named[name] = resolve(document, example);
        example.$ref = `#/components/examples/${name}`;
      }
    }
  }
  components.examples = named;
  for (const { post } of Object.values(paths)) {
    const { schema, examples } = post.responses['200'].content['application/json'];
    const { discriminator } = components.schemas[nameOf(schema)] ?? {};
    for (const [status, side] of Object.entries(discriminator?.mapping ?? {})) {
      const values = Object.values(contentExamples(document, examples)).map(({ value }) => value);
      const target = components.schemas[nameOf({ $ref: side })];
      if (target) target.examples = values.filter(({ ActionStatus }) => ActionStatus === status).slice(0, 1);
    }
  }
  return document;
}

const nameOf = ({ $ref }: Reference) => $ref.split('/').at(-1) ?? '';

export function contentExamples(
  document: ContractDocument,
  examples: Record<string, JsonExample | Reference>,
) {
  return Object.fromEntries(
    Object.entries(examples).map(([name, example]) => [name, resolve(document, example)]),
  );
}

function resolve(document: ContractDocument, example: JsonExample | Reference): JsonExample {
  if (!('$ref' in example)) return example;
  const found = document.components.examples[example.$ref.replace('#/components/examples/', '')];
  if (!found) throw new Error(`spec/openapi.yaml has nothing at ${example.$ref}`);
  return found;
}

function withCodes(examples: Record<string, JsonExample>): Record<string, ResponseExample> {
  return Object.fromEntries(
    Object.entries(examples).map(([name, example]) => {
      const code = Number(example.value.ErrorCode);
      return [name, code === 0 ? example : { ...example, code, level: 'request' }];
    }),
  );
}

function synthesised(
  catalogue: CatalogueEntry[],
  operation: OperationId,
  written: Record<string, JsonExample>,
) {
  const made: Record<string, ResponseExample> = {};
  const request = codesOf(catalogue, operation, 'request');
  for (const entry of request) made[`error-${entry.code}`] = requestFailure(entry);
  const [success] = Object.values(written);
  const field = itemFields.get(operation);
  if (field && success) {
    for (const entry of codesOf(catalogue, operation, 'item')) {
      const level = request.includes(entry) ? 'item' : 'error';
      made[`${level}-${entry.code}`] = itemFailure(entry, field, success);
    }
  }
  for (const name of Object.keys(written)) delete made[name];
  return made;
}

function requestFailure({ code, title, info }: CatalogueEntry): ResponseExample {
  return {
    summary: title,
    code,
    level: 'request',
    synthesised: true,
    value: { ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: info?.text ?? '', ErrorDisplay: '' },
  };
}

/** The success, with one account of two that failed in the field of its items. */
function itemFailure(
  { code, title, info, levels }: CatalogueEntry,
  field: string,
  success: JsonExample,
): ResponseExample {
  const [item] = [success.value[field]].flat() as object[];
  // A string that was seen at the top level says nothing about the string for one account.
  const text = levels.includes('request') ? '' : (info?.text ?? '');
  return {
    summary: `${title}, for one account`,
    code,
    level: 'item',
    synthesised: true,
    value: {
      ...success.value,
      [field]: [
        { ...item, To_Account: 'id1' },
        { ...item, To_Account: 'id2', ResultCode: code, ResultInfo: text },
      ],
    },
  };
}
