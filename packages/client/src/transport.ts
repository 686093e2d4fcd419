import createClient, { type Client } from 'openapi-fetch';
import { readBody } from './bytes.ts';
import type { Clock } from './clock.ts';
import { type OperationId, operations, type paths } from './contract.ts';
import { responseError } from './envelope.ts';
import type { Origin } from './errors.ts';
import { httpError, readRetryAfter } from './network.ts';

/** The typed openapi-fetch client of the contract. */
export type RawClient = Client<paths>;

/** A `fetch` that gets the URL as a string. The global one fits, and so does any stub. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One request as it goes out. */
export interface OutgoingRequest {
  operation: OperationId;
  base: string;
  query: Record<string, string | number>;
  body: unknown;
  signal: AbortSignal;
  origin: Origin;
}

export interface ResponseText {
  text: string;
  retryAfterMs: number | undefined;
}

export interface Transport {
  send(outgoing: OutgoingRequest): Promise<ResponseText>;
}

/** Replaces the global Request: url and init go to fetch unchanged, so nothing is parsed and copied twice. */
class PlainRequest {
  readonly url: string;
  readonly init: RequestInit;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
  }
}

type Post = (path: string, init: Record<string, unknown>) => Promise<{ data?: ReadableStream<Uint8Array> }>;

export function createRawClient(baseUrl: string, fetch: (request: Request) => Promise<Response>): RawClient {
  return createClient<paths>({ baseUrl, fetch });
}

export function createTransport(fetch: Fetch, clock: Clock): Transport {
  // A redirect is never followed: it would carry the UserSig, and with 307 the body, to another address.
  const client = createClient<paths>({ redirect: 'manual' });
  // The three operations differ only in their types, which the methods of the client keep.
  const post = client.POST as unknown as Post;

  return {
    async send({ operation, base, query, body, signal, origin }) {
      let retryAfterMs: number | undefined;
      const { data } = await post(operations[operation].path, {
        baseUrl: base,
        params: { query },
        body,
        signal,
        parseAs: 'stream',
        Request: PlainRequest,
        async fetch({ url, init }: PlainRequest) {
          const response = await fetch(url, init);
          retryAfterMs = readRetryAfter(response.headers.get('retry-after'), clock.now());
          if (response.status !== 200) throw httpError(response, retryAfterMs, origin);
          return response;
        },
      });
      const tooLargeError = (info: string) => responseError('BodyTooLarge', info, origin);
      return { text: await readBody(data, tooLargeError, signal), retryAfterMs };
    },
  };
}
