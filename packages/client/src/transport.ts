import createClient, { type Client } from 'openapi-fetch';
import { readBody } from './bytes.ts';
import { type ConnectLimit, limitConnect } from './connect.ts';
import { type OperationId, operations, type paths } from './contract.ts';
import { responseError } from './envelope.ts';
import { ChatError, type Origin } from './errors.ts';
import { httpError, networkError, readRetryAfter } from './network.ts';
import type { Mask } from './secrets.ts';

/** The paths of the contract without the query: the client signs it and makes all of it. */
type PathsWithoutQuery = {
  [Path in keyof paths]: {
    post: Omit<paths[Path]['post'], 'parameters'> & { parameters: { query?: never } };
  };
};

/** The typed openapi-fetch client of the contract. A caller passes the body and no query: that is the client's. */
export type RawClient = Client<PathsWithoutQuery>;

/** A `fetch` that gets the URL as a string. The global one fits, and so does any stub. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The way to the network, and what hides the secrets in the failures that come back. */
export interface Network extends ConnectLimit {
  fetch: Fetch;
  mask: Mask;
}

/** One request as it goes out. */
interface OutgoingRequest {
  operation: OperationId;
  base: string;
  query: Record<string, string | number>;
  body: unknown;
  signal: AbortSignal;
  origin: Origin;
}

interface ResponseText {
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

type Post = (path: string, init: Record<string, unknown>) => Promise<unknown>;

export function createRawClient(baseUrl: string, fetch: (request: Request) => Promise<Response>): RawClient {
  return createClient<PathsWithoutQuery>({ baseUrl, fetch });
}

export function createTransport(network: Network): Transport {
  // A redirect is never followed: it would carry the UserSig, and with 307 the body, to another address.
  const client = createClient<paths>({ redirect: 'manual' });
  // The three operations differ only in their types, which the methods of the client keep.
  const post = client.POST as unknown as Post;

  return {
    async send({ operation, base, query, body, signal, origin }) {
      const result: ResponseText = { text: '', retryAfterMs: undefined };
      await post(operations[operation].path, {
        baseUrl: base,
        params: { query },
        body,
        signal,
        parseAs: 'stream',
        Request: PlainRequest,
        async fetch({ url, init }: PlainRequest) {
          const response = await openResponse(network, url, init, signal, origin);
          result.retryAfterMs = readRetryAfter(response.headers.get('retry-after'), network.clock.now());
          if (response.status !== 200) throw httpError(response, result.retryAfterMs, origin);
          result.text = await readResponse(network, response, signal, origin);
          return response;
        },
      });
      return result;
    },
  };
}

/** Fetches. Only this and reading the body can fail with a network error; whatever else throws is a bug. */
export function openResponse(
  network: Network,
  url: string,
  init: RequestInit,
  signal: AbortSignal,
  origin: Origin,
) {
  return nameFailure(network, origin, async () => {
    const response = await limitConnect(network, url, signal, async () => network.fetch(url, init));
    if (!response?.headers) throw new TypeError('fetch must resolve to a Response');
    return response;
  });
}

/** Reads a body to its end, up to the size limit. */
export function readResponse(network: Network, { body }: Response, signal: AbortSignal, origin: Origin) {
  const tooLargeError = (info: string) => responseError('BodyTooLarge', info, origin);
  return nameFailure(network, origin, () => readBody(body, tooLargeError, signal));
}

async function nameFailure<T>({ mask }: Network, origin: Origin, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof ChatError ? cause : networkError(cause, mask.error(cause), origin);
  }
}
