import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ContractDocument, Operation, OperationId } from '@chat-sns/spec';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

/** How a response violates the contract: by its shape, and by codes that the contract does not list at their place. */
export interface Violations {
  readonly shape: readonly string[];
  readonly codes: readonly string[];
}

const file = fileURLToPath(import.meta.resolve('@chat-sns/spec/openapi.json'));
const contract: ContractDocument = JSON.parse(readFileSync(file, 'utf8'));
// The document is OpenAPI: other tools read the keywords and formats that JSON Schema does not have.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
// The contract allows codes that it does not list. Here they are found, to be reported as what they are.
const { schemas } = contract.components;
const closed = Object.entries(schemas).map(([name, schema]) => [name, schemas[`${name}Known`] ?? schema]);
ajv.addSchema({ $id: 'contract', components: { schemas: Object.fromEntries(closed) } });

// By operation and ActionStatus: the schema of the body.
const sides = new Map(Object.values(contract.paths).map(({ post }) => [post.operationId, sidesOf(post)]));

// A map, because a server may send any string as ActionStatus, "constructor" too.
function sidesOf({ responses }: Operation): ReadonlyMap<string, string> {
  const name = responses['200'].content['application/json'].schema.$ref.split('/').at(-1) ?? '';
  return new Map(Object.entries(schemas[name]?.discriminator?.mapping ?? {}));
}

/** Compares a response body with the side of the union that its ActionStatus names. */
export function violationsOf(operation: OperationId, body: object): Violations {
  const status = 'ActionStatus' in body ? String(body.ActionStatus) : '';
  const side = sides.get(operation)?.get(status);
  if (side === undefined) return { shape: ['ActionStatus is neither OK nor FAIL'], codes: [] };
  const validate = ajv.getSchema(`contract${side}`);
  if (!validate) throw new Error(`${side} is not in the contract`);
  if (validate(body)) return { shape: [], codes: [] };
  const errors = validate.errors ?? [];
  return {
    shape: errors.filter((error) => !isUnlistedCode(error)).map(describe),
    codes: errors
      .filter(isUnlistedCode)
      .map((error) => `${error.instancePath.slice(1)} ${valueAt(body, error)}`),
  };
}

const isUnlistedCode = ({ keyword, instancePath }: ErrorObject) =>
  keyword === 'enum' && /\/(ErrorCode|ResultCode)$/.test(instancePath);

const describe = ({ instancePath, message }: ErrorObject) =>
  `${instancePath.slice(1) || 'the response'} ${message}`;

const valueAt = (body: object, { instancePath }: ErrorObject) =>
  JSON.stringify(
    instancePath
      .slice(1)
      .split('/')
      .reduce<unknown>((value, key) => Reflect.get(Object(value), key), body),
  );
