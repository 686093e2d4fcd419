import type { OperationId } from '@chat-sns/spec';
import type { Log } from '../calls.ts';
import { readRequest, unreadFault, validate } from '../check-request.ts';
import type { Received } from '../http/request.ts';
import { createFront, listen, type RunningServer } from '../http/server.ts';
import { type Engine, loadEngine } from '../prism.ts';
import { fail, failEnvelope } from '../respond.ts';
import { loadResponseCheck } from './check-response.ts';
import { createForward, parseUpstream } from './forward.ts';
import { type Check, linesOf, type SideViolation, violationsHeader } from './report.ts';

export interface ProxyOptions {
  /** http or https URL that every call is forwarded to. A path in it is put in front of the call's path. */
  upstream: string;
  /** Port to listen on, 0 for a free one. Default 0. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1, which only this machine reaches. */
  host?: string;
  /** Called with one line for each call, and one for each violation in it. Default: nothing is logged. */
  log?: Log;
}

/** A running proxy. `await using` closes it. */
export interface Proxy extends RunningServer {
  /** Where calls go, without anything secret. */
  upstream: string;
  /** How many calls were forwarded so far, and how many of them broke the contract. */
  summary(): { calls: number; violating: number };
}

/** A call of another endpoint may carry more than the three operations allow. */
const limits = { maxBytes: 10 * 1024 * 1024, timeoutMs: 10_000 };

/**
 * Starts a proxy that forwards every call unchanged and checks request and response against the contract. It blocks
 * nothing: what breaks the contract is logged and listed in the response header `chat-sns-violations`.
 *
 * @throws Error when the upstream is no usable URL or the port cannot be had.
 * @example
 * await using proxy = await startProxy({ upstream: 'https://adminapisgp.im.qcloud.com', log: console.log });
 */
export async function startProxy({
  upstream,
  port = 0,
  host = '127.0.0.1',
  log,
}: ProxyOptions): Promise<Proxy> {
  const target = parseUpstream(upstream);
  const forward = createForward(target);
  const engine = await loadEngine();
  const checkResponse = await loadResponseCheck();
  const summary = { calls: 0, violating: 0 };

  const server = createFront({
    limits,
    onFailure: (kind, error) => fail({ kind, text: `the proxy failed: ${error.message}` }).reply,
    handler: async (received) => {
      const start = performance.now();
      if ('failed' in received.body) return fail(unreadFault(received.body)).reply;
      const { operation, violations } = await checkRequest(engine, received);
      const answer = await forward(received, received.body.bytes);
      const inAnswer = operation && answer.reached ? await checkResponse(operation, answer.reply) : [];
      const check: Check = {
        received,
        operation,
        reply: answer.reply,
        violations: [...violations, ...inAnswer],
      };
      summary.calls += 1;
      if (check.violations.length > 0) summary.violating += 1;
      for (const line of linesOf(check, performance.now() - start)) log?.(line);
      return { ...answer.reply, headers: { ...answer.reply.headers, ...violationsHeader(check) } };
    },
  });
  return {
    ...(await listen(server, { port, host })),
    upstream: target.href,
    summary: () => ({ ...summary }),
  };
}

/** Checks a request. A path that the contract does not have is no violation: the call is only not checked. */
async function checkRequest(
  engine: Engine,
  received: Received,
): Promise<{ operation?: OperationId; violations: SideViolation[] }> {
  const request = readRequest(received);
  if ('fault' in request) {
    const { operation, fault } = request;
    if (!operation) return { violations: [] };
    const at = fault.kind === 'wrong-method' ? 'method' : 'body';
    const code = failEnvelope(fault).ErrorCode;
    return { operation, violations: [{ side: 'request', at, message: fault.text, code }] };
  }
  const { operation } = request;
  const validation = await validate(engine, request, {});
  if (validation.valid) return { operation, violations: [] };
  const code = failEnvelope(validation.fault).ErrorCode;
  const violations = validation.violations.map(({ location, message }) => ({
    side: 'request' as const,
    at: location.join('.'),
    message,
    code,
  }));
  return { operation, violations };
}
