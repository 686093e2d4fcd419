import type { Clock } from './clock.ts';

/** How long a connection may take, on which clock. */
export interface ConnectLimit {
  clock: Clock;
  connectTimeoutMs: number;
}

interface Channels {
  subscribe(name: string, listener: (message: { request: { path: string } }) => void): void;
}

/**
 * Requests by their path, whose `random` is unique, and whether undici holds them back until there is a connection. Only
 * undici, the fetch of Node, tells; elsewhere no request ever counts as held back, and the limit has no effect.
 */
const heldBack = new Map<string, boolean>();

const listenOnce = (() => {
  let isListening = false;
  return () => {
    if (isListening) return;
    isListening = true;
    const { process } = globalThis as { process?: { getBuiltinModule?(name: string): Channels } };
    const channels = process?.getBuiltinModule?.('node:diagnostics_channel');
    const mark =
      (isHeldBack: boolean) =>
      ({ request: { path } }: { request: { path: string } }) => {
        if (heldBack.has(path)) heldBack.set(path, isHeldBack);
      };
    channels?.subscribe('undici:request:create', mark(true));
    channels?.subscribe('undici:client:sendHeaders', mark(false));
  };
})();

/** Rejects when a request is still without a connection at the limit. Its signal must abort then: it was never sent. */
export function limitConnect<T>(
  { clock, connectTimeoutMs }: ConnectLimit,
  url: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  listenOnce();
  const path = url.slice(url.indexOf('/', url.indexOf('//') + 2));
  heldBack.set(path, false);
  return new Promise((resolve, reject) => {
    const cancel = clock.after(connectTimeoutMs, () => {
      if (!heldBack.get(path)) return;
      reject(
        Object.assign(new Error(`no connection within ${connectTimeoutMs} ms`), { code: 'ConnectTimeout' }),
      );
    });
    const stop = () => {
      cancel();
      heldBack.delete(path);
      signal.removeEventListener('abort', stop);
    };
    signal.addEventListener('abort', stop);
    work().then(resolve, reject).finally(stop);
  });
}
