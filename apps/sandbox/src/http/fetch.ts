import { type Decision, decodeBody, type Head, tooLarge } from '../call.ts';

/** A `fetch` that reaches the sandbox without a socket. A broken connection looks as it does with the real `fetch`. */
export function createFetch(decide: (head: Head) => Decision): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const bytes = Buffer.from(await request.arrayBuffer());
    request.signal.throwIfAborted();
    const decision = decide({
      method: request.method,
      path: url.pathname,
      query: url.search.slice(1),
      clientIp: '127.0.0.1',
    });
    const work =
      'respond' in decision
        ? decision.respond(bytes.length > decision.limit ? tooLarge : decodeBody(bytes))
        : decision;
    const reply = await rejectOnAbort(request.signal, work);
    if (reply.arrives === 'never')
      throw new TypeError('fetch failed', { cause: new Error('other side closed') });
    const { status, type, headers } = reply;
    return new Response(
      status === 204 ? null : reply.arrives === 'whole' ? reply.body : streamHalf(reply.body),
      {
        status,
        headers: { ...headers, 'content-type': type },
      },
    );
  };
}

function streamHalf(body: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(bytes.subarray(0, bytes.length / 2));
        controller.error(new TypeError('terminated', { cause: new Error('other side closed') }));
      },
    },
    // Nothing is enqueued before it is read, or the error would overtake the half that did arrive.
    { highWaterMark: 0 },
  );
}

function rejectOnAbort<Result>(
  signal: AbortSignal,
  work: Result | Promise<Result>,
): Result | Promise<Result> {
  if (!(work instanceof Promise)) return work;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    work.then(resolve, reject);
  });
}
