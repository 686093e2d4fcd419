import { type ContractDocument, type OperationId, operations } from '@chat-sns/spec';
import { createInstance, getHttpOperationsFromSpec, ProblemJsonError } from '@stoplight/prism-http';
import { contract, responseExamples } from './contract.ts';
import type { HttpResponse, Query } from './http/request.ts';

/** One thing that Prism found wrong: where, by which keyword of the schema, and in words. */
export interface Violation {
  location: readonly string[];
  code: string;
  message: string;
}
/** Which response Prism takes from the document. Without both, the first example of HTTP 200. */
export interface Choice {
  code?: number;
  exampleKey?: string;
}
/** The response that Prism took from the document. */
export interface PrismResponse {
  status: number;
  mediaType: string;
  body: unknown;
}
type Verdict = { violations: Violation[] } | { response: PrismResponse };
export type Engine = (
  operation: OperationId,
  request: { query: Query; body: unknown; choice: Choice },
) => Promise<Verdict>;

let loaded: Promise<Engine> | undefined;

/** The engine of the mock. Loading takes most of a start and depends on no option, so it happens once per process. */
export function loadEngine(): Promise<Engine> {
  loaded ??= createEngine(documentForPrism());
  return loaded;
}

/** Loads a document into Prism. Responses are not validated on every call: the tests do that for all of them. */
async function createEngine(document: ContractDocument): Promise<Engine> {
  const httpOperations = await getHttpOperationsFromSpec(document);
  const config = {
    isProxy: false as const,
    validateRequest: true,
    validateResponse: false,
    checkSecurity: false,
    errors: false,
    upstreamProxy: undefined,
  };
  const prism = createInstance({ ...config, mock: { dynamic: false } }, { logger: silentLogger });

  return async (id, { query, body, choice }) => {
    const input = { method: 'post' as const, url: { path: operations[id].path, query }, headers: {}, body };
    const result = await prism.request(input, httpOperations, {
      ...config,
      mock: { dynamic: false, ...choice },
    })();
    if (result._tag === 'Left') return { violations: violationsOf(result.left) };
    const { statusCode: status, headers, body: value } = result.right.output;
    return { response: { status, mediaType: headers?.['Content-type'] as string, body: value } };
  };
}

function violationsOf(error: Error): Violation[] {
  const found = error instanceof ProblemJsonError ? error.additional?.validation : undefined;
  if (!Array.isArray(found)) throw error;
  return found.map(({ location, code, message }) => ({
    location: location ?? [],
    code: String(code),
    message,
  }));
}

/**
 * The contract as the mock gives it to Prism: with the examples made for single codes, which the published document
 * leaves out, for `Prefer`.
 */
function documentForPrism(): ContractDocument {
  const document = structuredClone(contract);
  for (const { post } of Object.values(document.paths)) {
    const content = post.responses['200'].content['application/json'];
    content.examples = { ...content.examples, ...responseExamples(post.operationId) };
  }
  return document;
}

/** Finds what is wrong with a response; without a path when the document does not have its HTTP status. */
export type ResponseValidator = (
  operation: OperationId,
  response: HttpResponse,
  body: unknown,
) => Promise<{ path?: readonly string[]; message: string }[]>;

/** Makes the validation of responses by a document. The body is given parsed. */
export async function createResponseValidator(document: ContractDocument): Promise<ResponseValidator> {
  const httpOperations = await getHttpOperationsFromSpec(document);
  const config = {
    isProxy: true as const,
    upstream: new URL('http://upstream.invalid'),
    upstreamProxy: undefined,
    validateRequest: false,
    validateResponse: true,
    checkSecurity: false,
    errors: false,
    mock: { dynamic: false },
  };
  const mediaTypeOf = (id: OperationId, status: number) => {
    const path = Object.values(document.paths).find(({ post }) => post.operationId === id);
    const described = path?.post.responses[status];
    return described && 'content' in described ? Object.keys(described.content as object)[0] : undefined;
  };
  return async (id, { status, headers }, body) => {
    // Prism asks its forwarder for the response, which is here already.
    // A missing or empty one, which Prism fails on, is taken for the one that the document has.
    const type = headers['content-type'] || mediaTypeOf(id, status);
    const forwarded = { statusCode: status, headers: type ? { 'content-type': String(type) } : {}, body };
    const forward = () => () => async () => ({ _tag: 'Right' as const, right: forwarded });
    const prism = createInstance(config, { logger: silentLogger, forward });
    const input = { method: 'post' as const, url: { path: operations[id].path } };
    const result = await prism.request(input, httpOperations, config)();
    if (result._tag === 'Left') throw result.left;
    return result.right.validations.output.map(({ path, message }) => ({ ...(path && { path }), message }));
  };
}

const ignore = () => {};

/** Prism's own logger writes whole queries, the usersig included. Nothing of that may reach a log. */
const silentLogger = {
  fatal: ignore,
  error: ignore,
  warn: ignore,
  info: ignore,
  debug: ignore,
  trace: ignore,
  success: ignore,
  child: () => silentLogger,
} as unknown as Parameters<typeof createInstance>[1]['logger'];
