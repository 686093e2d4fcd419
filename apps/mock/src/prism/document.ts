import { type ContractDocument, contract, type Parameter, responseExamples } from '../contract.ts';

/** Query parameters of every operation: those of the security schemes first, as the service checks them. */
export const queryParameters: readonly Parameter[] = [
  ...Object.values(contract.components.securitySchemes).map(
    (scheme): Parameter => ({ name: scheme.name, in: 'query', required: true, schema: scheme['x-schema'] }),
  ),
  ...Object.values(contract.components.parameters),
];

/**
 * The contract as the translating mock gives it to Prism. Prism answers a missing security parameter with 401 before
 * it looks at anything else and never checks its value; as plain query parameters they are validated like the rest.
 * The examples made for single codes, which the published document leaves out, are added for `Prefer`.
 */
export function translatedDocument(): ContractDocument {
  const document = structuredClone(contract);
  for (const { post } of Object.values(document.paths)) {
    post.parameters = structuredClone([...queryParameters]);
    const ok = post.responses['200'];
    if (!ok || !('content' in ok)) throw new Error(`${post.operationId} documents no answer with HTTP 200`);
    const content = ok.content['application/json'];
    if (content) content.examples = { ...content.examples, ...responseExamples(post.operationId) };
  }
  return document;
}
