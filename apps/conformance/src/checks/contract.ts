import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OperationId } from '@chat-sns/spec';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

interface Contract {
  paths: Record<string, { post: { operationId: OperationId; responses: Record<string, ContractResponse> } }>;
  components: unknown;
}
interface ContractResponse {
  content: { 'application/json': { schema: { $ref: string } } };
}

/** What an answer breaks in the contract: its shape, and codes that the contract does not list there. */
export interface Violations {
  readonly shape: readonly string[];
  readonly codes: readonly string[];
}

const file = fileURLToPath(import.meta.resolve('@chat-sns/spec/openapi.json'));
const contract: Contract = JSON.parse(readFileSync(file, 'utf8'));
// The document is OpenAPI: keywords and formats that JSON Schema does not know are meant for other readers.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'contract', components: contract.components });

const responseSchemas = new Map(
  Object.values(contract.paths).map(({ post }) => [
    post.operationId,
    post.responses['200']?.content['application/json'].schema.$ref ?? '',
  ]),
);

/** Compares an answer with the side of the union that its ActionStatus names. */
export function violationsOf(operation: OperationId, answer: object): Violations {
  const union = lookUp(responseSchemas.get(operation) ?? '');
  const status = 'ActionStatus' in answer ? String(answer.ActionStatus) : '';
  const side = (union as { discriminator: { mapping: Record<string, string> } }).discriminator.mapping[
    status
  ];
  if (side === undefined) return { shape: ['ActionStatus is neither OK nor FAIL'], codes: [] };
  const validate = ajv.getSchema(`contract${side}`);
  if (!validate) throw new Error(`${side} is not in the contract`);
  if (validate(answer)) return { shape: [], codes: [] };
  const errors = validate.errors ?? [];
  return {
    shape: errors.filter((error) => !isUnlistedCode(error)).map(describe),
    codes: errors
      .filter(isUnlistedCode)
      .map((error) => `${error.instancePath.slice(1)} ${valueAt(answer, error)}`),
  };
}

const isUnlistedCode = ({ keyword, instancePath }: ErrorObject) =>
  keyword === 'enum' && /\/(ErrorCode|ResultCode)$/.test(instancePath);

const describe = ({ instancePath, message }: ErrorObject) =>
  `${instancePath.slice(1) || 'the answer'} ${message}`;

const valueAt = (answer: object, { instancePath }: ErrorObject) =>
  JSON.stringify(follow(answer, instancePath.slice(1).split('/')));

const lookUp = (ref: string) => follow({ ...contract }, ref.slice(2).split('/'));

function follow(value: unknown, keys: string[]): unknown {
  return keys.reduce<unknown>(
    (current, key) =>
      typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined,
    value,
  );
}
