import { operations } from '@chat-sns/spec';
import { fill, type Names } from '../scenarios/accounts.ts';
import type { SignatureFault, Step } from '../scenarios/scenario.ts';
import type { Secrets } from './secrets.ts';
import { type Outgoing, type Received, send } from './send.ts';
import { signUserSig } from './usersig.ts';

/** The server, and the app and caller of the requests. */
export interface Target {
  readonly baseUrl: string;
  readonly sdkAppId: number;
  readonly identifier: string;
  readonly secretKey: string;
  readonly timeoutMs: number;
}

export interface CallerParts {
  readonly secrets: Secrets;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
  /** Awaited before every request. */
  readonly pause: () => Promise<void>;
  /** Checks every body that can name accounts; throws to stop the run before the body is sent. */
  readonly guard: (body: unknown) => void;
}

/** Sends the steps of scenarios, and the plain requests of adapters, signed as an admin. */
export interface Caller {
  readonly sendStep: (step: Step, names: Names) => Promise<Received>;
  readonly sendPlain: (path: string, body: unknown) => Promise<Received>;
}

const validSeconds = 86_400;

export function createCaller(target: Target, { secrets, now, random, pause, guard }: CallerParts): Caller {
  secrets.add(target.secretKey);

  function sign(fault: SignatureFault = {}): string {
    const signed = signUserSig(fault.wrongKey ? `not-${target.secretKey}` : target.secretKey, {
      sdkAppId: fault.sdkappid ?? target.sdkAppId,
      identifier: fault.identifier ?? target.identifier,
      time: Math.floor(now() / 1000) - (fault.ageSeconds ?? 0),
      expire: fault.validSeconds ?? validSeconds,
    });
    const usersig = fault.usersig ?? signed.slice(0, fault.keep);
    secrets.add(usersig);
    return usersig;
  }

  function address(path: string, query: Record<string, string | null>, fault?: SignatureFault): URL {
    const url = new URL(target.baseUrl);
    url.pathname = url.pathname.replace(/\/$/, '') + path;
    const parameters = {
      sdkappid: String(target.sdkAppId),
      identifier: target.identifier,
      usersig: sign(fault),
      random: String(Math.floor(random() * 2 ** 32)),
      contenttype: 'json',
      ...query,
    };
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== null) url.searchParams.set(name, value);
    }
    return url;
  }

  async function dispatch(outgoing: Outgoing): Promise<Received> {
    await pause();
    return send(outgoing, target.timeoutMs);
  }

  return {
    sendStep(step, names) {
      const query = fill(step.query ?? {}, names) as Record<string, string | null>;
      const fault = step.signature && (fill(step.signature, names) as SignatureFault);
      const url = address(step.path ?? operations[step.call].path, query, fault);
      if (step.method) return dispatch({ url, method: step.method, body: undefined });
      const filled = fill(step.body, names);
      guard(filled);
      return dispatch({ url, method: 'POST', body: step.rawBody ?? JSON.stringify(filled) });
    },
    sendPlain(path, body) {
      guard(body);
      return dispatch({ url: address(path, {}), method: 'POST', body: JSON.stringify(body) });
    },
  };
}
