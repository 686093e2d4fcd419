import { isEqual, readBody } from './bytes.ts';
import type { FriendDeletedEvent } from './contract.ts';
import { isRecord } from './envelope.ts';
import { ChatConfigError, ChatError } from './errors.ts';
import { checkSecret } from './secrets.ts';

/** A deleted direction: `To_Account` is no longer in the friend list of `From_Account`. */
export type FriendPair = FriendDeletedEvent['PairList'][number];

/** What a webhook request is checked against. */
export interface WebhookOptions {
  /** Only requests for this app are accepted. */
  sdkAppId: number;
  /** The webhook token of the Chat console, or `null` when authentication is off there. */
  token: string | null;
  /** Largest difference between the time of signing and now, in seconds. 60 by default. */
  toleranceSeconds?: number | undefined;
  /** Time of the check in seconds since 1970. Now by default. */
  now?: number | undefined;
}

/** A verified webhook request. */
export interface FriendsDeleted {
  /** The directions that were deleted. A two-way deletion has two for each friend. */
  pairs: FriendPair[];
  clientIp: string | undefined;
  /** Platform of the caller, `RESTAPI` for a deletion through the server API. */
  platform: string | undefined;
  /** The body as received. */
  event: FriendDeletedEvent;
}

/** A webhook request that cannot be trusted or read: `title` says why. */
export class ChatWebhookError extends ChatError {
  override readonly name = 'ChatWebhookError';

  constructor(title: string, info: string) {
    super({ title, info, retry: 'never' });
  }
}

const command = 'Sns.CallbackFriendDelete';

/**
 * Verifies and reads the webhook `Sns.CallbackFriendDelete`. The vendor's signature covers its token and the time, but
 * neither the query nor the body: keep the URL secret and serve it over HTTPS, because whoever sees one request can
 * send any body with the same signature until the time window ends.
 *
 * @throws {ChatWebhookError} when the request is not what the console is configured to send, is larger than 1 MiB, or was
 * read before.
 * @throws {ChatConfigError} when `sdkAppId` or `token` is missing or unusable, so that nothing can be checked.
 * @see https://www.tencentcloud.com/document/product/1047/34360
 *
 * @example
 * import { createFriendsDeletedRequest, parseFriendsDeleted } from '@chat-sns/client/webhook';
 *
 * const app = { sdkAppId: 1400000000, token: process.env.WEBHOOK_TOKEN ?? '' };
 * const pairs = [{ From_Account: 'id', To_Account: 'id1' }];
 * const request = await createFriendsDeletedRequest('https://example.com/hook', { ...app, pairs });
 * console.log(await parseFriendsDeleted(request, app));
 */
export async function parseFriendsDeleted(
  request: Request,
  options: WebhookOptions,
): Promise<FriendsDeleted> {
  const { sdkAppId, token } = checkApp(options);
  const query = readQuery(request);
  if (request.method !== 'POST') throw new ChatWebhookError('WrongMethod', 'the method must be POST');
  if (token !== null) await checkSignature(query, token, options);
  if (readSingleParameter(query, 'SdkAppid') !== String(sdkAppId)) {
    throw new ChatWebhookError('WrongApp', 'SdkAppid is not the expected sdkAppId');
  }
  if (readSingleParameter(query, 'CallbackCommand') !== command)
    throw new ChatWebhookError('WrongCommand', `CallbackCommand must be ${command}`);
  const event = readEvent(await readText(request));
  return {
    pairs: event.PairList,
    clientIp: query.get('ClientIP') ?? undefined,
    platform: query.get('OptPlatform') ?? undefined,
    event,
  };
}

/** What a request is checked against. A check that cannot be made fails, and not only for the sender. */
function checkApp<App extends Pick<WebhookOptions, 'sdkAppId' | 'token'>>(app: App): App {
  const { sdkAppId, token } = Object(app);
  if (!Number.isSafeInteger(sdkAppId))
    throw new ChatConfigError('InvalidSdkAppId', 'sdkAppId must be an integer');
  if (token !== null) checkSecret('InvalidToken', 'token, if not null,', token);
  return app;
}

function readQuery(request: Request): URLSearchParams {
  if (URL.canParse(request?.url)) return new URL(request.url).searchParams;
  throw new ChatWebhookError(
    'NotARequest',
    'parseFriendsDeleted requires a Request; the README links to receivers',
  );
}

async function readText({ body, bodyUsed }: Request): Promise<string> {
  if (bodyUsed || body?.locked)
    throw new ChatWebhookError('BodyUsed', 'the body was already read: pass the request unread');
  const tooLargeError = (info: string) => new ChatWebhookError('BodyTooLarge', info);
  try {
    return await readBody(body, tooLargeError);
  } catch (error) {
    throw error instanceof ChatWebhookError
      ? error
      : new ChatWebhookError('UnreadableBody', 'the body ended before it was complete');
  }
}

/** The value of a parameter that is in the URL exactly once. */
function readSingleParameter(query: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = query.getAll(name);
  return others.length === 0 ? value : undefined;
}

async function checkSignature(query: URLSearchParams, token: string, options: WebhookOptions): Promise<void> {
  const { toleranceSeconds = 60, now = Math.floor(Date.now() / 1000) } = options;
  if (!Number.isFinite(now) || !(toleranceSeconds >= 0))
    throw new ChatConfigError('InvalidTolerance', 'toleranceSeconds and now must be numbers');
  const sign = readSingleParameter(query, 'Sign');
  const requestTime = readSingleParameter(query, 'RequestTime');
  if (!sign || !requestTime || !/^\d{1,12}$/.test(requestTime)) {
    throw new ChatWebhookError('SignatureMissing', 'Sign and RequestTime must each be in the URL once');
  }
  const expected = await computeSign(token, requestTime);
  if (!isEqual(new TextEncoder().encode(sign), new TextEncoder().encode(expected))) {
    throw new ChatWebhookError('WrongSignature', 'Sign does not match the webhook token');
  }
  if (Math.abs(now - Number(requestTime)) > toleranceSeconds) {
    throw new ChatWebhookError(
      'StaleRequest',
      `RequestTime is more than ${toleranceSeconds} seconds away from now`,
    );
  }
}

async function computeSign(token: string, requestTime: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token + requestTime));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readEvent(text: string): FriendDeletedEvent {
  const event = parseJson(text);
  if (!isRecord(event) || event.CallbackCommand !== command || !isPairList(event.PairList)) {
    throw new ChatWebhookError('UnreadableBody', 'the body is not a list of deleted pairs');
  }
  return event as FriendDeletedEvent;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isPairList = (list: unknown): list is FriendPair[] => Array.isArray(list) && list.every(isPair);

const isPair = (pair: unknown) =>
  isRecord(pair) && typeof pair.From_Account === 'string' && typeof pair.To_Account === 'string';

/**
 * Creates the response to a webhook request: OK, or FAIL when the backend could not handle it. The service ignores
 * which one, because the deletion is done; it counts anything but HTTP 200 with JSON within two seconds as undelivered.
 *
 * @example
 * import { createWebhookResponse } from '@chat-sns/client/webhook';
 *
 * const response = createWebhookResponse();
 * console.log(response.status, await response.text());
 */
export function createWebhookResponse(failure?: string): Response {
  const failed = failure !== undefined;
  return Response.json({
    ActionStatus: failed ? 'FAIL' : 'OK',
    ErrorCode: failed ? 1 : 0,
    ErrorInfo: failure ?? '',
  });
}

/** Input of {@link createFriendsDeletedRequest}. */
export interface FriendsDeletedInput {
  sdkAppId: number;
  token: string | null;
  pairs: FriendPair[];
  /** Time of signing in seconds since 1970. Now by default. */
  now?: number | undefined;
  clientIp?: string | undefined;
  platform?: string | undefined;
}

/** Creates a signed webhook request as the service sends it, for tests of a receiver. */
export async function createFriendsDeletedRequest(url: string, input: FriendsDeletedInput): Promise<Request> {
  const { sdkAppId, token, pairs, now = Math.floor(Date.now() / 1000) } = checkApp(input);
  const target = new URL(url);
  const query = {
    SdkAppid: String(sdkAppId),
    CallbackCommand: command,
    contenttype: 'json',
    ClientIP: input.clientIp ?? '127.0.0.1',
    OptPlatform: input.platform ?? 'RESTAPI',
    ...(token === null ? {} : { Sign: await computeSign(token, String(now)), RequestTime: String(now) }),
  };
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  const body = JSON.stringify({ CallbackCommand: command, PairList: pairs });
  return new Request(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}
