import type { ContractDocument, OperationId } from '@chat-sns/spec';
import { createInstance, getHttpOperationsFromSpec, ProblemJsonError } from '@stoplight/prism-http';
import { contract, queryParameters, responseExamples } from './contract.ts';
import type { Query } from './http/request.ts';

/** One thing that Prism found wrong: where, which keyword of the schema, and in words. */
export interface Violation {
  location: readonly string[];
  code: string;
  message: string;
}
/** Which answer Prism takes from the document. Without both, the first example of the 200. */
export interface Choice {
  code?: number;
  exampleKey?: string;
}
/** The answer that Prism took from the document. */
export interface Answer {
  status: number;
  mediaType: string;
  body: unknown;
}
export type Verdict = { violations: Violation[] } | { answer: Answer };
export type Engine = (
  operation: OperationId,
  request: { query: Query; body: unknown; choice: Choice },
) => Promise<Verdict>;

type Components = Required<Parameters<typeof createInstance>[1]>;

let translated: Promise<Engine> | undefined;

/** The engine for the translating mock. Loading takes most of a start and depends on no option: once per process. */
export function loadEngine(): Promise<Engine> {
  translated ??= createEngine(translatedDocument());
  return translated;
}

/** Loads a document into Prism. The answer is not validated on every call: the tests prove it for all of them. */
async function createEngine(document: ContractDocument): Promise<Engine> {
  const operations = await getHttpOperationsFromSpec(document);
  const config = {
    isProxy: false as const,
    validateRequest: true,
    validateResponse: false,
    checkSecurity: false,
    errors: false,
    upstreamProxy: undefined,
  };
  // The path is known by now, so Prism is given the one operation and need not search.
  const route: Components['route'] = ({ resources: [operation] }) =>
    operation ? { _tag: 'Right', right: operation } : { _tag: 'Left', left: new Error('no operation') };
  const prism = createInstance({ ...config, mock: { dynamic: false } }, { logger: silentLogger, route });
  const byId = new Map(operations.map((operation) => [operation.iid, operation]));

  return async (id, { query, body, choice }) => {
    const operation = byId.get(id);
    if (!operation) throw new Error(`${id} is not in the document`);
    const input = {
      method: operation.method as 'post',
      url: { path: operation.path, query },
      headers: {},
      body,
    };
    const result = await prism.request(input, [operation], {
      ...config,
      mock: { dynamic: false, ...choice },
    })();
    if (result._tag === 'Left') return { violations: violationsOf(result.left) };
    const { statusCode: status, headers, body: value } = result.right.output;
    return { answer: { status, mediaType: headers?.['Content-type'] ?? 'application/json', body: value } };
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
 * The contract as the translating mock gives it to Prism. Prism answers a missing security parameter with 401 before
 * it looks at anything else and never checks its value; as plain query parameters they are validated like the rest.
 * The examples made for single codes, which the published document leaves out, are added for `Prefer`.
 */
function translatedDocument(): ContractDocument {
  const document = structuredClone(contract);
  for (const { post } of Object.values(document.paths)) {
    post.parameters = structuredClone([...queryParameters]);
    const content = post.responses['200'].content['application/json'];
    content.examples = { ...content.examples, ...responseExamples(post.operationId) };
  }
  return document;
}

const ignore = () => {};

/** Prism's own logger writes whole queries, the usersig among them. Nothing of it may reach a log. */
export const silentLogger = {
  fatal: ignore,
  error: ignore,
  warn: ignore,
  info: ignore,
  debug: ignore,
  trace: ignore,
  success: ignore,
  child: () => silentLogger,
} as unknown as Components['logger'];
