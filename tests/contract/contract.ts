import { readFileSync } from 'node:fs';
import type { CatalogueEntry, ContractDocument, Examples, OperationId } from '@chat-sns/spec';
import errorsJson from '@chat-sns/spec/errors.json' with { type: 'json' };
import examplesJson from '@chat-sns/spec/examples.json' with { type: 'json' };
import documentJson from '@chat-sns/spec/openapi.json' with { type: 'json' };
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** The built contract, as every package sees it. */
export const document = documentJson as unknown as ContractDocument;
export const catalogue = errorsJson.errors as CatalogueEntry[];

export const examples = examplesJson as unknown as Examples;

export const repository = new URL('../../', import.meta.url);
export const readText = (path: string) => readFileSync(new URL(path, repository), 'utf8');

/** Operation ids in the order of the document, read from the document and not from code. */
export const operationIds = Object.values(document.paths).map(({ post }) => post.operationId);
export const pathOf = (operation: OperationId): string =>
  Object.entries(document.paths).find(([, { post }]) => post.operationId === operation)?.[0] ?? '';
export const schemaName = (operation: OperationId, part: 'Request' | 'Result') =>
  `${operation[0]?.toUpperCase()}${operation.slice(1)}${part}`;

const ajv = new Ajv2020({ strict: false, validateFormats: false });
// The service sends codes that the contract does not list; mock and sandbox send listed ones only.
const { schemas } = document.components;
const closed = Object.entries(schemas).map(([name, schema]) => [name, schemas[`${name}Known`] ?? schema]);
ajv.addSchema({ ...document, components: { schemas: Object.fromEntries(closed) } }, 'contract');

/** Validator of one schema of the document, with no codes but the listed ones. */
export function validatorOf(schema: string): ValidateFunction {
  const validate = ajv.getSchema(`contract#/components/schemas/${schema}`);
  if (!validate) throw new Error(`The contract has no schema ${schema}`);
  return validate;
}
