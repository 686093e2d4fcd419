import { ChatResponseError, type Origin, type ResponseRemains, type ResponseTitle } from './errors.ts';
import type { Mask } from './secrets.ts';

/** A response in the service's envelope. Fields that the contract does not know stay in `body`. */
export interface Envelope {
  /** `undefined` when the response says neither: it has the code of success, but no ActionStatus. */
  status: 'OK' | 'FAIL' | undefined;
  code: number;
  info: string;
  body: Record<string, unknown>;
}

/** Reads the body of a response, secrets masked. The only place that decides between OK and FAIL. */
export function readEnvelope(text: string, mask: Mask, origin: Origin): Envelope {
  // After parsing, because JSON can spell any character as an escape: a server or proxy may echo the URL.
  const body = mask.json(parseObject(text, origin)) as Record<string, unknown>;
  const { ActionStatus: status, ErrorCode: code, ErrorInfo: info } = body;
  if (!Number.isInteger(code))
    throw responseError('NotEnvelope', 'the response has no integer ErrorCode', origin, { raw: body });
  return {
    // A code with a missing or contradicting status is still a refusal; OK without a code is not one.
    status: code !== 0 || status === 'FAIL' ? 'FAIL' : status === 'OK' ? 'OK' : undefined,
    code: code as number,
    info: typeof info === 'string' ? info : '',
    body,
  };
}

function parseObject(text: string, origin: Origin): Record<string, unknown> {
  const start = text.trimStart()[0];
  if (start === undefined) throw unansweredError('EmptyBody', 'the response is empty', origin);
  if (start === '<')
    throw responseError('HtmlBody', 'the response is an HTML page, most likely from a proxy', origin);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own error quotes the body, so it is not kept as a cause.
    if (start !== '{') throw responseError('NotJson', 'the response is not JSON', origin);
    throw unansweredError('BrokenJson', 'the response is malformed or truncated JSON', origin);
  }
  if (isRecord(value)) return value;
  throw responseError('NotEnvelope', 'the response is not a JSON object', origin);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const responseError = (
  title: ResponseTitle,
  info: string,
  origin: Origin,
  remains: ResponseRemains = {},
) => new ChatResponseError({ ...origin, ...remains, title, info, retry: 'never' });

const unansweredError = (title: ResponseTitle, info: string, origin: Origin) =>
  new ChatResponseError({ ...origin, title, info, retry: 'unanswered' });
