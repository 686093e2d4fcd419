import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as standalone } from 'ajv/dist/standalone/index.js';
import { listOperations } from '../calls.ts';
import type { OpenApiDocument } from '../openapi.ts';

const virtualModule = 'virtual:request-validators';

/**
 * Serves `virtual:request-validators`: ajv's validators of the request bodies by operation. Compiled while the site
 * is built, because the page's policy forbids what compiling in the browser needs.
 */
export function compileValidators(document: OpenApiDocument) {
  return {
    name: 'request-validators',
    resolveId: (id: string) => (id === virtualModule ? `\0${virtualModule}` : undefined),
    load: (id: string) => (id === `\0${virtualModule}` ? validatorSource(document) : undefined),
  };
}

function validatorSource(document: OpenApiDocument): string {
  const ajv = new Ajv2020({
    code: { source: true, esm: true },
    allErrors: true,
    strict: false,
    validateFormats: false,
    // Without it the lengths need a module of ajv. UserIDs are ASCII, and names of lists are counted in bytes anyway.
    unicode: false,
    logger: false,
  });
  ajv.addSchema(document, 'contract');
  const schemas = listOperations(document).map(({ operation }) => {
    const reference = operation.requestBody.content['application/json']?.schema.$ref;
    if (reference === undefined) throw new Error(`The body of ${operation.operationId} is no named schema`);
    return [operation.operationId, `contract${reference}`];
  });
  const names = schemas.map(([name]) => name).join(', ');
  return `${standalone.default(ajv, Object.fromEntries(schemas))};export const validators = { ${names} };`;
}
