import { isObject, type JsonObject } from '@chat-sns/release/contract';
import type { ContractDocument } from '@chat-sns/spec';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** Checks values against schemas of one document, with the keyword for bytes that plain JSON Schema lacks. */
export interface Validators {
  /** Complaints of the schema about the value, none when it fits. */
  complaints(schema: JsonObject, value: unknown): string[];
}

const byDocument = new WeakMap<ContractDocument, Validators>();
/** Has the meta-schema of all documents, which takes longer to compile than their schemas. */
const meta = new Ajv2020({ logger: false });

/** The validators of a document, which must not change any more. */
export function validatorsOf(document: ContractDocument): Validators {
  const validators = byDocument.get(document) ?? createValidators(document);
  byDocument.set(document, validators);
  return validators;
}

function createValidators(document: ContractDocument): Validators {
  const ajv = new Ajv2020({
    ...{ strict: false, validateFormats: false, logger: false, allErrors: false },
    // By `meta` instead.
    ...{ meta: false, validateSchema: false },
  });
  ajv.addKeyword({
    keyword: 'x-max-bytes',
    type: 'string',
    validate: (limit: number, value: string) => Buffer.byteLength(value) <= limit,
  });
  meta.validateSchema(document, true);
  ajv.addSchema(document, 'contract');
  const compiled = new Map<string, ValidateFunction>();
  const compile = (key: string) => {
    const schema = JSON.parse(key);
    meta.validateSchema(schema, true);
    return ajv.compile(schema);
  };
  return {
    complaints(schema, value) {
      // A schema that stands inside the document points into it.
      const key = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
      const validate = compiled.get(key) ?? compile(key);
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
