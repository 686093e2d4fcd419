import { createHash } from 'node:crypto';
import type { FriendDeletedEvent } from '@chat-sns/spec';
import type { FriendPair } from '../state/graph.ts';
import { createJournal } from './journal.ts';
import { maskText } from './mask.ts';

/** A webhook and the outcome of its delivery. */
export interface Delivery {
  /** Unix milliseconds. */
  readonly time: number;
  /** null without a webhook URL: then this is what would have been sent. */
  readonly url: string | null;
  readonly body: FriendDeletedEvent;
  readonly outcome: 'not-configured' | 'pending' | 'delivered' | 'failed';
  /** Why it failed. */
  readonly reason?: string;
  readonly milliseconds?: number;
}

export interface Webhooks {
  /** The newest deliveries, oldest first: at most 1000, fewer when they are large. */
  list(): readonly Delivery[];
  clear(): void;
  /** Resolves when no delivery is pending. */
  settled(): Promise<void>;
}

interface Options {
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly sdkAppId: number;
  readonly timeout: number;
  readonly now: () => number;
  readonly elapsed: () => number;
  readonly random: () => number;
  readonly fetch: typeof globalThis.fetch;
}

/** Sends each webhook once, without delaying the response; a failed delivery never affects the call. */
export function createWebhooks(options: Options) {
  const journal = createJournal<{ delivery: Delivery }>({
    entries: 1000,
    weight: 100_000,
    weigh: ({ delivery }) => delivery.body.PairList.length,
  });
  const pending = new Set<Promise<void>>();

  return {
    notify(pairs: readonly FriendPair[], clientIp: string) {
      if (pairs.length === 0) return;
      const body: FriendDeletedEvent = { CallbackCommand: 'Sns.CallbackFriendDelete', PairList: [...pairs] };
      const time = options.now();
      const started = options.elapsed();
      const url = options.url === undefined ? null : signedUrl(options.url, options, clientIp);
      const entry: { delivery: Delivery } = {
        delivery: { time, url, body, outcome: url ? 'pending' : 'not-configured' },
      };
      journal.add(entry);
      if (!url) return;
      const done = deliver(url, body, options).then((reason) => {
        const milliseconds = Math.round(options.elapsed() - started);
        const result =
          reason === undefined ? { outcome: 'delivered' as const } : { outcome: 'failed' as const, reason };
        entry.delivery = { ...entry.delivery, ...result, milliseconds };
        pending.delete(done);
      });
      pending.add(done);
    },
    list: () => journal.entries().map(({ delivery }) => maskDelivery(delivery)),
    clear: journal.clear,
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

/** The URL is the user's own and the reason can repeat it. */
function maskDelivery(delivery: Delivery): Delivery {
  const { url, reason } = delivery;
  return {
    ...delivery,
    url: url && maskText(url),
    ...(reason !== undefined && { reason: maskText(reason) }),
  };
}

function signedUrl(base: string, { token, sdkAppId, now, random }: Options, clientIp: string): string {
  const url = new URL(base);
  const query = {
    SdkAppid: String(sdkAppId),
    CallbackCommand: 'Sns.CallbackFriendDelete',
    contenttype: 'json',
    ClientIP: clientIp,
    OptPlatform: 'RESTAPI',
    RequestId: createUuid(random),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  if (token !== undefined) {
    const requestTime = String(Math.floor(now() / 1000));
    url.searchParams.set('Sign', signWebhook(token, requestTime));
    url.searchParams.set('RequestTime', requestTime);
  }
  return url.href;
}

// Version 4, from the random numbers that were passed in.
function createUuid(random: () => number): string {
  const digit = (values: number, offset = 0) => (Math.floor(random() * values) + offset).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
    place === 'x' ? digit(16) : digit(4, 8),
  );
}

/** SHA-256 of token and time in lower-case hex; neither the query nor the body is signed. */
export function signWebhook(token: string, requestTime: string): string {
  return createHash('sha256').update(`${token}${requestTime}`).digest('hex');
}

/** @returns the reason of a failure, as the vendor's overview defines failure; undefined on success. */
async function deliver(
  url: string,
  body: FriendDeletedEvent,
  { fetch, timeout }: Options,
): Promise<string | undefined> {
  // Not AbortSignal.timeout: Node ends the process when a fetch that it has rejected is aborted.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), timeout);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: controller.signal,
    });
    const text = await readText(response);
    if (response.status !== 200) return `HTTP status ${response.status}`;
    JSON.parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return 'the response is not JSON';
    if (error instanceof Error && error.name === 'TimeoutError') return `no response within ${timeout} ms`;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  } finally {
    clearTimeout(timer);
  }
}

const mostMiB = 1;

/** Reads a response up to a limit, so that a small compressed one cannot fill the memory. */
async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > mostMiB * 1024 ** 2) throw new Error(`the response is over ${mostMiB} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
