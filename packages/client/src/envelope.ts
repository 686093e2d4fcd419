import { ChatResponseError, type Origin, type ResponseTitle } from './errors.ts';

/** An answer that has the service's envelope. Fields that the contract does not know stay in `body`. */
export interface Envelope {
  failed: boolean;
  code: number;
  info: string;
  body: Record<string, unknown>;
}

/** Reads the text of an answer. The one place that decides between OK and FAIL. */
export function readEnvelope(text: string, origin: Origin): Envelope {
  const body = parseObject(text, origin);
  const { ActionStatus: status, ErrorCode: code, ErrorInfo: info } = body;
  if (!Number.isInteger(code)) throw responseError('NotEnvelope', 'the answer has no ErrorCode', origin);
  // A code beside a missing or contradicting status is a refusal all the same; OK without a code is not.
  if (status !== 'OK' && status !== 'FAIL' && code === 0) {
    throw responseError('MissingActionStatus', 'the answer says neither OK nor FAIL', origin);
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
  if (start === undefined) throw responseError('EmptyBody', 'the answer is empty', origin, 'unanswered');
  if (start === '<')
    throw responseError('HtmlBody', 'the answer is a page of HTML, most likely from a proxy', origin);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (start !== '{') throw responseError('NotJson', 'the answer is no JSON', origin);
    throw responseError('BrokenJson', 'the answer is broken or cut off JSON', origin, 'unanswered');
  }
  if (isRecord(value)) return value;
  throw responseError('NotEnvelope', 'the answer is no JSON object', origin);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// The parser's own error quotes the text, so it is not kept as a cause.
export const responseError = (
  title: ResponseTitle,
  info: string,
  origin: Origin,
  retry: 'never' | 'unanswered' = 'never',
) => new ChatResponseError({ ...origin, title, info, retry });
