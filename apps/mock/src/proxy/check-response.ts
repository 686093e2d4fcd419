import type { ContractDocument, Level, OperationId } from '@chat-sns/spec';
import { contract, itemsOf, resolveSchema } from '../contract.ts';
import { type HttpResponse, parseJson } from '../http/request.ts';
import { isListed } from '../instructions.ts';
import { createResponseValidator } from '../prism.ts';
import type { Check, ReportedViolation } from './report.ts';

/** What a response violates, and its codes that the contract does not list: the service sends such codes too. */
type ResponseReport = Pick<Check, 'unlisted'> & { violations: ReportedViolation[] };

type ResponseCheck = (operation: OperationId, response: HttpResponse) => Promise<ResponseReport>;

let loaded: Promise<ResponseCheck> | undefined;

/** The check of responses, made once per process. */
export function loadResponseCheck(): Promise<ResponseCheck> {
  loaded ??= createResponseCheck();
  return loaded;
}

/**
 * Makes a check of responses. It looks at `ActionStatus` first and validates against that half of the union alone:
 * against the whole union a single wrong field would be reported together with all that the other half requires.
 */
async function createResponseCheck(): Promise<ResponseCheck> {
  const validate = {
    OK: await createResponseValidator(documentOf('OK')),
    FAIL: await createResponseValidator(documentOf('FAIL')),
  };
  return async (operation, response) => {
    const read = readBody(response);
    if ('problem' in read) return refuse('body', read.problem);
    const status = response.status === 200 ? actionStatusOf(read.body) : 'OK';
    if (status !== 'OK' && status !== 'FAIL') return refuse('body.ActionStatus', 'must be "OK" or "FAIL"');
    const found = await validate[status](operation, response, read.body);
    const violations = found.map(({ path, message }) => ({
      side: 'response' as const,
      at: path?.join('.') ?? `HTTP ${response.status}`,
      message,
    }));
    return { violations, unlisted: unlistedIn(operation, read.body) };
  };
}

const refuse = (at: string, message: string): ResponseReport => ({
  violations: [{ side: 'response', at, message }],
  unlisted: [],
});

function unlistedIn(operation: OperationId, body: unknown): number[] {
  const { ErrorCode } = Object(body) as Record<string, unknown>;
  const inItems = itemsOf(operation, body)
    .map(({ ResultCode }) => ResultCode)
    .filter(isUnlisted(operation, 'item'));
  return [...new Set([...[ErrorCode].filter(isUnlisted(operation, 'request')), ...inItems])];
}

const isUnlisted =
  (operation: OperationId, level: Level) =>
  (code: unknown): code is number =>
    Number.isInteger(code) && !isListed(operation, level, code as number);

const actionStatusOf = (body: unknown) => (Object(body) as { ActionStatus?: unknown }).ActionStatus;

function readBody({ status, headers, body }: HttpResponse): { body: unknown } | { problem: string } {
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
  const { schemas } = document.components;
  // Any code of the open half fits, so the list of the known ones would only be reported beside it.
  for (const [name, schema] of Object.entries(schemas)) schemas[name] = schema.anyOf?.at(-1) ?? schema;
  for (const { post } of Object.values(document.paths)) {
    const content = post.responses['200'].content['application/json'];
    const { mapping } = resolveSchema(content.schema).discriminator as {
      mapping: Record<typeof status, string>;
    };
    content.schema = { $ref: mapping[status] };
  }
  return document;
}
