import { type ChatClient, ChatError, createChatClient, type Result } from '@chat-sns/client';
import type { OperationData } from './data.ts';
import type { CompleteValues } from './form.ts';

/** One request as it went over the wire. */
export interface Exchange {
  url: string;
  body: string;
  ms: number;
  status?: number;
  response?: string;
}

export interface Sent {
  exchanges: Exchange[];
  /** What the client returned. Absent when the call skipped the client's checks. */
  result?: Result<unknown, ChatError>;
}

type Method = (request: object) => Promise<Result<unknown, ChatError>>;

/** Sends the contents of the form with the client itself, and keeps what went over the wire. */
export async function send(values: CompleteValues, { path }: OperationData): Promise<Sent> {
  const exchanges: Exchange[] = [];
  try {
    const chat = createChatClient({
      baseUrl: values.address,
      sdkAppId: values.sdkAppId,
      identifier: values.identifier,
      ...(values.secretKey === undefined ? { userSig: values.userSig } : { secretKey: values.secretKey }),
      retry: false,
      fetch: record(exchanges),
    });
    if (values.unchecked) return { exchanges, ...(await sendUnchecked(chat, path, values.body)) };
    const methods = chat.safe as unknown as Record<string, Method>;
    const result = await methods[values.operation]?.(values.body);
    return { exchanges, ...(result && { result }) };
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    return { exchanges, result: { ok: false, error } };
  }
}

/** Skips the checks of the client. Only a failed connection is a result; every response is shown as it came. */
async function sendUnchecked(chat: ChatClient, path: string, body: object): Promise<Pick<Sent, 'result'>> {
  const post = chat.raw.POST as unknown as (path: string, init: object) => Promise<unknown>;
  try {
    await post(path, { body });
    return {};
  } catch (error) {
    if (error instanceof ChatError) return { result: { ok: false, error } };
    // A response that is not JSON is shown as it came.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function record(exchanges: Exchange[]) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const exchange: Exchange = { url, body: String(init.body ?? ''), ms: 0 };
    exchanges.push(exchange);
    const started = performance.now();
    try {
      const response = await fetch(url, init);
      exchange.status = response.status;
      exchange.response = await response.clone().text();
      return response;
    } finally {
      exchange.ms = Math.round(performance.now() - started);
    }
  };
}
