import type { ContractDocument, OperationId } from '@chat-sns/spec';
import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { contract, resolveSchema } from '../contract.ts';
import type { Reply } from '../http/request.ts';
import { parseJson } from '../http/request.ts';
import { silentLogger } from '../prism.ts';
import type { SideViolation } from './report.ts';

type ResponseCheck = (operation: OperationId, reply: Reply) => Promise<SideViolation[]>;

let loaded: Promise<ResponseCheck> | undefined;

/** The check of responses, made once per process. */
export function loadResponseCheck(): Promise<ResponseCheck> {
  loaded ??= createResponseCheck();
  return loaded;
}

/**
 * Makes a check of responses. It looks at `ActionStatus` first and validates against that half of the union alone:
 * against the whole union a single wrong field would be reported together with everything that the other half wants.
 */
async function createResponseCheck(): Promise<ResponseCheck> {
  const validations = {
    OK: await createValidation(documentOf('OK')),
    FAIL: await createValidation(documentOf('FAIL')),
  };
  return async (operation, reply) => {
    const { body, problem } = readBody(reply);
    if (problem) return [{ side: 'response', at: 'body', message: problem }];
    const status = reply.status === 200 ? actionStatusOf(body) : 'OK';
    if (status !== 'OK' && status !== 'FAIL')
      return [{ side: 'response', at: 'body.ActionStatus', message: 'must be "OK" or "FAIL"' }];
    return validations[status](operation, reply, body);
  };
}

const actionStatusOf = (body: unknown) => (Object(body) as { ActionStatus?: unknown }).ActionStatus;

function readBody({ status, headers, body }: Reply): { body?: unknown; problem?: string } {
  const encoding = headers['content-encoding'];
  if (encoding && encoding !== 'identity')
    return { problem: `is encoded as ${encoding} and was not checked` };
  if (status !== 200) return { body: body.toString() };
  const read = parseJson(Buffer.from(body));
  return 'problem' in read ? { problem: 'is not JSON in UTF-8' } : { body: read.json };
}

/** The contract with one half of the union in place of each response. */
function documentOf(status: 'OK' | 'FAIL'): ContractDocument {
  const document = structuredClone(contract);
  for (const { post } of Object.values(document.paths)) {
    const content = post.responses['200'].content['application/json'];
    const half = resolveSchema(content.schema).discriminator?.mapping[status];
    if (!half) throw new Error(`The answer of ${post.operationId} is no union split by ActionStatus`);
    content.schema = { $ref: half };
  }
  return document;
}

async function createValidation(document: ContractDocument) {
  const operations = await getHttpOperationsFromSpec(document);
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
  return async (id: OperationId, { status, headers }: Reply, body: unknown): Promise<SideViolation[]> => {
    const operation = operations.find(({ iid }) => iid === id);
    if (!operation) throw new Error(`${id} is not in the document`);
    // Prism asks its forwarder for the answer; the answer is here already.
    const answer = {
      statusCode: status,
      headers: { 'content-type': String(headers['content-type'] ?? '') },
      body,
    };
    const forward = () => () => async () => ({ _tag: 'Right' as const, right: answer });
    const prism = createInstance(config, { logger: silentLogger, forward });
    const input = { method: 'post' as const, url: { path: operation.path } };
    const result = await prism.request(input, [operation], config)();
    if (result._tag === 'Left') throw result.left;
    return result.right.validations.output.map(({ path, message }) => ({
      side: 'response' as const,
      at: path?.join('.') ?? `HTTP ${status}`,
      message,
    }));
  };
}
