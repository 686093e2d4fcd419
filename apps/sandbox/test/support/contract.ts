import type { OperationId } from '@chat-sns/spec';
import document from '@chat-sns/spec/openapi.json' with { type: 'json' };
import { Ajv2020 } from 'ajv/dist/2020.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
// Responses of the service can have any code, those of the sandbox only codes that the contract lists.
const schemas: Record<string, object> = document.components.schemas;
const closed = Object.entries(schemas).map(([name, schema]) => [name, schemas[`${name}Known`] ?? schema]);
ajv.addSchema({ components: { schemas: Object.fromEntries(closed) } }, 'contract');
const validators = new Map<string, ReturnType<typeof ajv.compile>>();

/** @throws when the contract does not allow the response. */
export function checkResponse(operation: OperationId, response: unknown): void {
  const name = `${operation[0]?.toUpperCase()}${operation.slice(1)}Result`;
  const validate = validators.get(name) ?? ajv.compile({ $ref: `contract#/components/schemas/${name}` });
  validators.set(name, validate);
  if (!validate(response))
    throw new Error(
      `the contract does not allow this response of ${operation}: ${ajv.errorsText(validate.errors)}`,
    );
}
