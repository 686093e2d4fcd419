import { type FailOf, findError, type OperationId, type RequestOf } from './contract.ts';
import type { Signature } from './credentials.ts';
import { runWithDeadline } from './deadline.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { ChatApiError, ChatSignError, type ErrorDetails, type Origin } from './errors.ts';
import type { Operation } from './operations/operation.ts';
import type { Settings } from './options.ts';
import type { OutcomeOf } from './outcomes.ts';
import { cleanCause } from './secrets.ts';

/** One attempt of a call. */
export interface Attempt<Id extends OperationId> {
  number: number;
  base: string;
  body: RequestOf<Id>;
  signal: AbortSignal | undefined;
  timeoutMs: number;
}

/** Signs, sends and reads once. Throws a named error for everything but a response that says OK. */
export function runAttempt<Id extends OperationId, Request>(
  settings: Settings,
  operation: Operation<Id, Request>,
  { number, base, body, signal, timeoutMs }: Attempt<Id>,
): Promise<OutcomeOf<Id>> {
  const { clock, credentials, identifier, random, sdkAppId, transport } = settings;
  const origin = { operation: operation.id, attempt: number };
  let { redact } = credentials;

  return runWithDeadline(
    { clock, timeoutMs, signal, origin },
    () => redact,
    async (attemptSignal) => {
      const signature = await getSignature(settings, origin);
      redact = signature.redact;
      const { text, retryAfterMs } = await transport.send({
        operation: operation.id,
        base,
        query: {
          sdkappid: sdkAppId,
          identifier,
          usersig: signature.userSig,
          random: random(),
          contenttype: 'json',
        },
        body,
        signal: attemptSignal,
        origin,
      });
      // Before anything else reads it: a server or proxy can echo the URL in its response.
      const envelope = readEnvelope(redact(text), origin);
      if (!envelope.failed) return operation.read(envelope, body, origin);
      const refusal = refusalError(operation, envelope, body, {
        ...origin,
        retryAfterMs,
        docs: createDocsUrl(settings, envelope),
      });
      if (refusal.retry === 're-sign') credentials.discard(signature);
      throw refusal;
    },
  );
}

/** Gets the UserSig of an attempt. */
export async function getSignature({ credentials }: Settings, origin: Origin): Promise<Signature> {
  try {
    return await credentials.get();
  } catch (cause) {
    throw new ChatSignError({
      ...origin,
      title: 'NoUserSig',
      info: 'could not sign or obtain a UserSig; see cause',
      retry: 'never',
      cause: cleanCause(cause, credentials.redact),
    });
  }
}

const createDocsUrl = ({ docsUrl }: Settings, { code }: Envelope) =>
  docsUrl && new URL(`errors/#${code}`, docsUrl).href;

function refusalError<Id extends OperationId, Request>(
  { readFailed }: Operation<Id, Request>,
  envelope: Envelope,
  body: RequestOf<Id>,
  origin: Origin & Pick<ErrorDetails, 'retryAfterMs' | 'docs'>,
): ChatApiError<Id> {
  const { code, info } = envelope;
  const raw = envelope.body as unknown as FailOf<Id>;
  return new ChatApiError({
    ...origin,
    ...findError(code),
    code,
    info,
    raw,
    outcome: readFailed?.(envelope, body),
  });
}
