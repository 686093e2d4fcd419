import { type CarriedOut, type FailOf, findError, type OperationId, type RequestOf } from './contract.ts';
import { runWithDeadline } from './deadline.ts';
import { type Envelope, readEnvelope, responseError } from './envelope.ts';
import { ChatApiError, ChatSignError, type ErrorDetails, type Origin } from './errors.ts';
import type { Operation } from './operations/operation.ts';
import type { Settings } from './options.ts';
import type { OutcomeDespiteFail, OutcomeOf } from './outcomes.ts';

/** One attempt of a call. */
export interface Attempt<Id extends OperationId> {
  number: number;
  /** `random` in the URL. */
  random: number;
  base: string;
  body: RequestOf<Id>;
  /** Whether an earlier attempt can have been carried out. */
  before: CarriedOut;
  signal: AbortSignal | undefined;
  timeoutMs: number;
}

/** Signs, sends and reads once. Throws a named error for everything but a response that says OK. */
export function runAttempt<Id extends OperationId, Request>(
  settings: Settings,
  operation: Operation<Id, Request>,
  { number, random, base, body, before, signal, timeoutMs }: Attempt<Id>,
): Promise<OutcomeOf<Id>> {
  const { clock, credentials, transport } = settings;
  const { mask } = credentials;
  const origin = { operation: operation.id, attempt: number, random, before };
  let isSent = false;

  const deadline = { clock, timeoutMs, signal, origin, mask, isSent: () => isSent };
  return runWithDeadline(deadline, async (attemptSignal) => {
    const userSig = await getUserSig(settings, attemptSignal, origin);
    isSent = true;
    const { text, retryAfterMs } = await transport.send({
      operation: operation.id,
      base,
      query: createQuery(settings, userSig, random),
      body,
      signal: attemptSignal,
      origin,
    });
    const envelope = readEnvelope(text, mask, origin);
    if (envelope.status === 'OK') return operation.read(envelope, body, origin);
    const outcome = operation.readFailed?.(envelope, body);
    if (!envelope.status) throw statusError(envelope, outcome, origin);
    const refusal = refusalError<Id>(envelope, outcome, {
      ...origin,
      retryAfterMs,
      docs: createDocsUrl(settings, envelope),
    });
    if (refusal.retry === 're-sign') credentials.discard(userSig);
    throw refusal;
  });
}

/** The whole query of a request. */
export function createQuery({ identifier, sdkAppId }: Settings, userSig: string, random: number) {
  return { sdkappid: sdkAppId, identifier, usersig: userSig, random, contenttype: 'json' };
}

/** Gets the UserSig of an attempt. */
export async function getUserSig(
  { credentials }: Settings,
  signal: AbortSignal,
  origin: Origin,
): Promise<string> {
  try {
    return await credentials.get(signal);
  } catch (cause) {
    throw new ChatSignError({
      ...origin,
      random: undefined,
      title: 'NoUserSig',
      info: 'could not sign or obtain a UserSig; see cause',
      retry: 'never',
      carriedOut: 'no',
      cause: credentials.mask.error(cause),
    });
  }
}

const createDocsUrl = ({ docsUrl }: Settings, { code }: Envelope) =>
  docsUrl && new URL(`errors/#${code}`, docsUrl).href;

const statusError = ({ body: raw }: Envelope, outcome: OutcomeDespiteFail<OperationId>, origin: Origin) =>
  responseError('MissingActionStatus', 'the ActionStatus of the response is neither OK nor FAIL', origin, {
    raw,
    outcome,
  });

function refusalError<Id extends OperationId>(
  { code, info, body }: Envelope,
  outcome: OutcomeDespiteFail<Id>,
  origin: Origin & Pick<ErrorDetails, 'retryAfterMs' | 'docs'>,
): ChatApiError<Id> {
  const raw = body as unknown as FailOf<Id>;
  return new ChatApiError({ ...origin, ...findError(code), code, info, raw, outcome });
}
