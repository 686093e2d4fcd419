import { isObject, type JsonObject } from '@chat-sns/release/contract';
import type { ContractDocument } from '@chat-sns/spec';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** Checks values against schemas of one document, with the keyword for bytes that plain JSON Schema lacks. */
export interface Validators {
  /** Complaints of the schema about the value, none when it fits. */
  complaints(schema: JsonObject, value: unknown): string[];
}

export function createValidators(document: ContractDocument): Validators {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, allErrors: false });
  ajv.addKeyword({
    keyword: 'x-max-bytes',
    type: 'string',
    validate: (limit: number, value: string) => Buffer.byteLength(value) <= limit,
  });
  ajv.addSchema(document, 'contract');
  const compiled = new Map<string, ValidateFunction>();
  return {
    complaints(schema, value) {
      // A schema that stands inside the document points into it.
      const key = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
      const validate = compiled.get(key) ?? ajv.compile(JSON.parse(key));
      compiled.set(key, validate);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
    },
  };
}

/** Query values are text; a parameter of an integer type takes decimal digits. */
export function fromQuery(schema: JsonObject, text: string): unknown {
  return schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
}

export const jsonContent = (body: unknown): JsonObject | undefined => {
  const content = isObject(body) && isObject(body.content) ? body.content['application/json'] : undefined;
  return isObject(content) && isObject(content.schema) ? content.schema : undefined;
};
