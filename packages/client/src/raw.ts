import { createQuery, getUserSig } from './attempt.ts';
import { runWithDeadline } from './deadline.ts';
import type { Settings } from './options.ts';
import type { Mask } from './secrets.ts';
import { createRawClient, openResponse, type RawClient, readResponse } from './transport.ts';

/**
 * The typed openapi-fetch client for those who need the plain HTTP response: signed, with time limit and size limit,
 * and nothing else. A failure resolves with HTTP 200, as the service sends it.
 */
export function createRaw(settings: Settings): RawClient {
  const { clock, credentials, hosts, network, random, timeoutMs } = settings;
  const { mask } = credentials;
  const origin = {};

  return createRawClient(hosts.primary, (request) =>
    runWithDeadline({ clock, timeoutMs, signal: request.signal, origin, mask }, async (signal) => {
      const url = new URL(request.url);
      const query = createQuery(settings, await getUserSig(settings, signal, origin), random());
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
      const { method, headers } = request;
      const init: RequestInit = {
        method,
        headers: Object.fromEntries(headers),
        body: await request.text(),
        redirect: 'manual',
        signal,
      };
      const response = await openResponse(network, url.href, init, signal, origin);
      return copyWithoutUrl(response, await readResponse(network, response, signal, origin), mask);
    }),
  );
}

/** Printing a response shows its URL, and with it the UserSig. The copy has no URL. */
function copyWithoutUrl(response: Response, text: string, mask: Mask): Response {
  const headers = Array.from(response.headers, ([name, value]): [string, string] => [name, mask.text(value)]);
  const kept = headers.filter(([name]) => name !== 'content-length' && name !== 'content-encoding');
  // A browser hides the status of a redirect as 0, with which no response can be created.
  const status = response.status || 302;
  return new Response(maskBody(text, mask) || null, { status, headers: kept });
}

/** JSON can spell any character as an escape, so a body with a backslash is masked after parsing. */
function maskBody(text: string, mask: Mask): string {
  if (!text.includes('\\')) return mask.text(text);
  try {
    return JSON.stringify(mask.json(JSON.parse(text)));
  } catch {
    return mask.text(text);
  }
}
