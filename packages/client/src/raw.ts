import { getSignature } from './attempt.ts';
import { readBody } from './bytes.ts';
import { runWithDeadline } from './deadline.ts';
import { responseError } from './envelope.ts';
import type { Settings } from './options.ts';
import type { Redact } from './secrets.ts';
import { createRawClient, type RawClient } from './transport.ts';

/**
 * The typed openapi-fetch client for those who need the plain HTTP response: signed, with time limit and size limit,
 * and nothing else. A failure resolves with HTTP 200, as the service sends it.
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

/** Printing a response shows its URL, and with it the UserSig. The copy has no URL. */
function copyWithoutUrl(response: Response, text: string, redact: Redact): Response {
  const headers = Array.from(response.headers, ([name, value]): [string, string] => [name, redact(value)]);
  const kept = headers.filter(([name]) => name !== 'content-length' && name !== 'content-encoding');
  // A browser hides the status of a redirect as 0, with which no response can be created.
  const status = response.status || 302;
  return new Response(redact(text) || null, { status, headers: kept });
}
