import type { Log } from '../calls.ts';
import { readRequest, unreadFault, validate } from '../check-request.ts';
import { operationsByPath } from '../contract.ts';
import { codeOf } from '../faults/table.ts';
import type { HttpRequest } from '../http/request.ts';
import { createHttpServer, listen, type RunningServer } from '../http/server.ts';
import { type Engine, loadEngine } from '../prism.ts';
import { respondToFault } from '../respond.ts';
import { loadResponseCheck } from './check-response.ts';
import { createForward, parseUpstream } from './forward.ts';
import { type Check, linesOf, type ReportedViolation, violationsHeader } from './report.ts';
import { createSummary, type ProxySummary } from './summary.ts';

export interface ProxyOptions {
  /** http or https URL that every request is forwarded to. A path in it is put in front of the request's path. */
  upstream: string;
  /** Port to listen on, 0 for a free one. Default 0. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1, which only this machine reaches. */
  host?: string;
  /** Called with one line for each call, and one for each violation in it. Default: nothing is logged. */
  log?: Log;
  /** Whether calls without a violation are logged too. Default true. */
  logConforming?: boolean;
}

/** A running proxy. `await using` closes it. */
export interface Proxy extends RunningServer {
  /** Where calls go, without anything secret. */
  upstream: string;
  /** The calls forwarded so far and what was found in them, with every UserSig masked. */
  summary(): ProxySummary;
}

const unchecked = { violations: [], unlisted: [] };

/** A call of another endpoint may carry more than the three operations allow. */
const limits = { maxBytes: 10 * 1024 * 1024, timeoutMs: 10_000 };

/**
 * Starts a proxy that forwards every call unchanged and checks request and response against the contract. It blocks
 * nothing: what breaks the contract is logged and listed in the response header `chat-sns-violations`.
 *
 * @throws Error when the upstream URL is not valid or the port cannot be used.
 * @example
 * await using proxy = await startProxy({ upstream: 'https://adminapisgp.im.qcloud.com', log: console.log });
 */
export async function startProxy({
  upstream,
  port = 0,
  host = '127.0.0.1',
  log,
  logConforming = true,
}: ProxyOptions): Promise<Proxy> {
  const target = parseUpstream(upstream);
  const forward = createForward(target);
  const engine = await loadEngine();
  const checkResponse = await loadResponseCheck();
  const summary = createSummary();

  const server = createHttpServer({
    limits,
    onFailure: (kind, error) =>
      respondToFault({ kind, message: `the proxy failed: ${error.message}` }).response,
    handler: async (request) => {
      const start = performance.now();
      if ('failed' in request.body) return respondToFault(unreadFault(request.body)).response;
      const operation = operationsByPath.get(request.path);
      const inRequest = await attempt(() => checkRequest(engine, request), failed('request', 'check'));
      const { reached, response } = await forward(request, request.body.bytes);
      const { violations: inResponse, unlisted } =
        operation && reached
          ? await attempt(
              () => checkResponse(operation, response),
              (message) => ({ ...unchecked, violations: failed('response', 'check')(message) }),
            )
          : unchecked;
      const violations = [...inRequest, ...inResponse];
      const check: Check = { request, operation, response, violations, unlisted };
      summary.add(check, reached);
      const unlogged = await attempt(
        async () => {
          if (violations.length > 0 || logConforming)
            for (const line of linesOf(check, performance.now() - start)) log?.(line);
          return [];
        },
        failed('request', 'log'),
      );
      const reported = { ...check, violations: [...check.violations, ...unlogged] };
      return { ...response, headers: { ...response.headers, ...violationsHeader(reported) } };
    },
  });
  return {
    ...(await listen(server, { port, host })),
    upstream: target.href,
    summary: summary.read,
  };
}

/** Reports the failure of a step as `onFailure` says: it must never take the place of the upstream's response. */
async function attempt<Report>(
  step: () => Promise<Report>,
  onFailure: (message: string) => Report,
): Promise<Report> {
  try {
    return await step();
  } catch (error) {
    return onFailure(error instanceof Error ? error.message : String(error));
  }
}

const failed =
  (side: ReportedViolation['side'], at: 'check' | 'log') =>
  (message: string): ReportedViolation[] => [{ side, at, message: `failed: ${message}` }];

/** Checks a request. A path that the contract does not have is not a violation: such a call is not checked. */
async function checkRequest(engine: Engine, received: HttpRequest): Promise<ReportedViolation[]> {
  const request = readRequest(received);
  if ('fault' in request) {
    const { operation, fault } = request;
    if (!operation) return [];
    const at = fault.kind === 'wrong-method' ? 'method' : 'body';
    return [{ side: 'request', at, message: fault.message, code: codeOf(fault) }];
  }
  const validation = await validate(engine, request, {});
  if (validation.valid) return [];
  const code = codeOf(validation.fault);
  return validation.violations.map(({ location, message }) => ({
    side: 'request' as const,
    at: location.join('.'),
    message,
    code,
  }));
}
