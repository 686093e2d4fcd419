import type { ContractDocument, OperationId } from '@chat-sns/spec';
import { contract, resolveSchema } from '../contract.ts';
import { type HttpResponse, parseJson } from '../http/request.ts';
import { createResponseValidator } from '../prism.ts';
import type { ReportedViolation } from './report.ts';

type ResponseCheck = (operation: OperationId, response: HttpResponse) => Promise<ReportedViolation[]>;

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
    if ('problem' in read) return [{ side: 'response', at: 'body', message: read.problem }];
    const status = response.status === 200 ? actionStatusOf(read.body) : 'OK';
    if (status !== 'OK' && status !== 'FAIL')
      return [{ side: 'response', at: 'body.ActionStatus', message: 'must be "OK" or "FAIL"' }];
    const violations = await validate[status](operation, response, read.body);
    return violations.map(({ path, message }) => ({
      side: 'response',
      at: path?.join('.') ?? `HTTP ${response.status}`,
      message,
    }));
  };
}

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
  for (const { post } of Object.values(document.paths)) {
    const content = post.responses['200'].content['application/json'];
    const { mapping } = resolveSchema(content.schema).discriminator as {
      mapping: Record<typeof status, string>;
    };
    content.schema = { $ref: mapping[status] };
  }
  return document;
}
