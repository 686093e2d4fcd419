import { getSignature } from './attempt.ts';
import { readBody } from './bytes.ts';
import { runWithDeadline } from './deadline.ts';
import { responseError } from './envelope.ts';
import type { Settings } from './options.ts';
import type { Redact } from './secrets.ts';
import { createRawClient, type RawClient } from './transport.ts';

/**
 * The typed openapi-fetch client for those who want the wire: signed, under the time limit and the body cap, and nothing
 * else. A failure resolves with HTTP 200 here, as it does at the service.
 */
export function createRaw(settings: Settings): RawClient {
  const { clock, credentials, hosts, identifier, sdkAppId, timeoutMs } = settings;

  return createRawClient(hosts.primary, (request) => {
    let { redact } = credentials;
    const deadline = { clock, timeoutMs, signal: request.signal, origin: {} };
    return runWithDeadline(
      deadline,
      () => redact,
      async (signal) => {
        const signature = await getSignature(settings, {});
        redact = signature.redact;
        const url = new URL(request.url);
        url.searchParams.set('sdkappid', String(sdkAppId));
        url.searchParams.set('identifier', identifier);
        url.searchParams.set('usersig', signature.userSig);
        const { method, headers } = request;
        const response = await settings.fetch(url.href, {
          method,
          headers: Object.fromEntries(headers),
          body: await request.text(),
          redirect: 'manual',
          signal,
        });
        const tooLargeError = (info: string) => responseError('BodyTooLarge', info, {});
        return copyWithoutUrl(response, await readBody(response.body, tooLargeError, signal), redact);
      },
    );
  });
}

/** A response shows its URL, and with it the UserSig, whenever it is printed. Its copy has none. */
function copyWithoutUrl(response: Response, text: string, redact: Redact): Response {
  const headers = Array.from(response.headers, ([name, value]): [string, string] => [name, redact(value)]);
  const kept = headers.filter(([name]) => name !== 'content-length' && name !== 'content-encoding');
  // A browser hides the status of a redirect as 0, which no response can be made with.
  const status = response.status || 302;
  return new Response(redact(text) || null, { status, headers: kept });
}
