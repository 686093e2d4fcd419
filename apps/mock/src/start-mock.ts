import { type Call, createRecorder, type Log } from './calls.ts';
import { maskText } from './http/mask.ts';
import { createHttpServer, listen, type RunningServer } from './http/server.ts';
import { loadEngine } from './prism.ts';
import { respond, respondToFault } from './respond.ts';

export interface MockOptions {
  /** Port to listen on, 0 for a free one. Default 0. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1, which only this machine reaches. */
  host?: string;
  /** Called with one line for each request. Default: nothing is logged. */
  log?: Log;
  /** How many calls `calls()` remembers, the oldest dropped first; fewer when they have over 8 MiB. Default 10000. */
  keepCalls?: number;
  /** Whether a request without `random` is refused. Default false: official server SDKs of 2016 left it out. */
  requireRandom?: boolean;
}

/** A running mock. `await using` closes it. */
export interface Mock extends RunningServer {
  /** The calls received so far, oldest first. */
  calls(): Call[];
}

const limits = { maxBytes: 1024 * 1024, timeoutMs: 3000 };

/**
 * Starts a mock of the three operations.
 *
 * @throws Error when the port cannot be used; the message says why and what to do.
 * @example
 * await using mock = await startMock();
 * const query = 'sdkappid=1400000000&identifier=administrator&usersig=any&random=1&contenttype=json';
 * const response = await fetch(`${mock.url}/v4/sns/friend_delete?${query}`, {
 *   method: 'POST',
 *   body: JSON.stringify({ From_Account: 'id', To_Account: ['id1', 'mock-31704'] }),
 * });
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = '127.0.0.1', log, keepCalls = 10_000, requireRandom = false } = options;
  const engine = await loadEngine();
  const { calls, record } = createRecorder(keepCalls, log);
  const server = createHttpServer({
    handler: record((request) => respond(engine, request, { requireRandom })),
    limits,
    onFailure: (kind, error) => {
      log?.(`${kind}: ${maskText(error.message)}`);
      return respondToFault({ kind, message: `the mock failed: ${error.message}` }).response;
    },
  });
  return { ...(await listen(server, { port, host })), calls };
}
