import { type OperationId, operations, type RequestOf } from '@chat-sns/spec';
import { signUserSig } from '../../src/gateway/usersig.ts';
import { entryOf, type Title } from '../../src/refusal.ts';
import { demoKey } from '../../src/settings.ts';

export const sdkAppId = 1400000000;
export const admin = 'administrator';
export const startTime = 1_700_000_000_000;

/** A clock that moves only when a test advances it. */
export function createClock() {
  let time = startTime;
  return {
    now: () => time,
    advance(milliseconds: number) {
      time += milliseconds;
    },
  };
}

export function userSigOf(overrides: Partial<Parameters<typeof signUserSig>[1]> = {}, key = demoKey): string {
  const fields = {
    identifier: admin,
    sdkAppId,
    time: startTime / 1000 - 60,
    expire: 86_400 * 365 * 50,
    ...overrides,
  };
  return signUserSig(key, fields);
}

const usersig = userSigOf();

/** URL of a valid call; an override of undefined leaves the parameter out. */
export function urlOf(
  operation: OperationId,
  overrides: Record<string, string | undefined> = {},
  base = 'http://sandbox',
): string {
  const url = new URL(operations[operation].path, base);
  const query = {
    sdkappid: String(sdkAppId),
    identifier: admin,
    usersig,
    random: '1',
    contenttype: 'json',
    ...overrides,
  };
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}

/** The envelope with the fields that operations add to it. */
export interface Envelope {
  ActionStatus: 'OK' | 'FAIL';
  ErrorCode: number;
  ErrorInfo: string;
  ErrorDisplay: string;
  ResultItem?: { To_Account: string; ResultCode: number; ResultInfo: string }[];
  Fail_Account?: string[];
  CurrentSequence?: number;
}

interface Callable {
  readonly fetch: typeof globalThis.fetch;
}

/** Makes a call. @throws when the response is not HTTP 200, which every response of the service is. */
export async function call<Id extends OperationId>(
  sandbox: Callable,
  operation: Id,
  body: RequestOf<Id> | Record<string, unknown>,
  overrides: Record<string, string | undefined> = {},
): Promise<Envelope> {
  return send(sandbox, urlOf(operation, overrides), { body: JSON.stringify(body) });
}

export async function send(sandbox: Callable, url: string, init: RequestInit): Promise<Envelope> {
  const response = await sandbox.fetch(url, { method: 'POST', ...init });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** ResultCodes in the order of the items. */
export const codesOf = (envelope: Envelope) => envelope.ResultItem?.map(({ ResultCode }) => ResultCode);

/** Code of a title of the catalogue. */
export const codeOf = (title: Title) => entryOf(title).code;
