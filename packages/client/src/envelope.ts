import { ChatResponseError, type Origin, type ResponseTitle } from './errors.ts';

/** A response in the service's envelope. Fields that the contract does not know stay in `body`. */
export interface Envelope {
  failed: boolean;
  code: number;
  info: string;
  body: Record<string, unknown>;
}

/** Reads the body of a response. The only place that decides between OK and FAIL. */
export function readEnvelope(text: string, origin: Origin): Envelope {
  const body = parseObject(text, origin);
  const { ActionStatus: status, ErrorCode: code, ErrorInfo: info } = body;
  if (!Number.isInteger(code))
    throw responseError('NotEnvelope', 'the response has no integer ErrorCode', origin);
  // A code with a missing or contradicting status is still a refusal; OK without a code is not one.
  if (status !== 'OK' && status !== 'FAIL' && code === 0) {
    throw responseError(
      'MissingActionStatus',
      'the ActionStatus of the response is neither OK nor FAIL',
      origin,
    );
  }
  return {
    failed: status !== 'OK' || code !== 0,
    code: code as number,
    info: typeof info === 'string' ? info : '',
    body,
  };
}

function parseObject(text: string, origin: Origin): Record<string, unknown> {
  const start = text.trimStart()[0];
  if (start === undefined) throw responseError('EmptyBody', 'the response is empty', origin, 'unanswered');
  if (start === '<')
    throw responseError('HtmlBody', 'the response is an HTML page, most likely from a proxy', origin);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (start !== '{') throw responseError('NotJson', 'the response is not JSON', origin);
    throw responseError('BrokenJson', 'the response is malformed or truncated JSON', origin, 'unanswered');
  }
  if (isRecord(value)) return value;
  throw responseError('NotEnvelope', 'the response is not a JSON object', origin);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// The parser's own error quotes the body, so it is not kept as a cause.
export const responseError = (
  title: ResponseTitle,
  info: string,
  origin: Origin,
  retry: 'never' | 'unanswered' = 'never',
) => new ChatResponseError({ ...origin, title, info, retry });
