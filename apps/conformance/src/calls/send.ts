export interface Outgoing {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly body: string | undefined;
}

/** What came back: an HTTP response, or the reason why there is none. */
export type Received =
  | { readonly status: number; readonly text: string; readonly json: unknown }
  | { readonly noResponse: string };

/** No server responds, it is of another kind, or it refuses the credentials: no scenario makes sense. */
export class CannotCheck extends Error {}

const unreachable = new Set([
  'bad port',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Sends one request and waits for the whole response. Does not follow redirects: a signature and a deletion must not
 * reach another host.
 * @throws {CannotCheck}
 */
export async function send({ url, method, body }: Outgoing, timeoutMs: number): Promise<Received> {
  try {
    return await withTimeLimit(timeoutMs, async (signal) => {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        headers: { 'content-type': 'application/json' },
        ...(body !== undefined && { body }),
        signal,
      });
      const text = await readCapped(response);
      return { status: response.status, text, json: parseJson(text) };
    });
  } catch (error) {
    const code = codeOf(error);
    if (unreachable.has(code))
      throw new CannotCheck(
        `No server responds at ${url.origin} (${code}). Start the server, or check --base-url.`,
      );
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { noResponse: timedOut ? `no response within ${timeoutMs} ms` : `no response (${code})` };
  }
}

/**
 * Gives work a signal that aborts when its time is up, and never after it has ended: Node ends the process when a fetch
 * that it has rejected is aborted, as AbortSignal.timeout would.
 */
export async function withTimeLimit<Result>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), timeoutMs);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

// The messages of fetch can contain the URL with its usersig; the codes never do.
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  for (const candidate of [cause, error]) {
    if (candidate instanceof Error && 'code' in candidate && typeof candidate.code === 'string')
      return candidate.code;
  }
  // fetch never connects to the ports of some old services, such as 9 or 6000.
  if (cause instanceof Error && cause.message === 'bad port') return cause.message;
  return error instanceof Error ? error.name : 'unknown';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// The largest response of the contract, 1000 items, has about 60 KB.
const longest = 2 * 1024 * 1024;

/** Reads a body as text, and fails beyond 2 MiB, so that no response can exhaust the memory. */
export async function readCapped(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > longest) throw Object.assign(new Error('too long'), { code: 'BODY_OVER_2_MIB' });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
