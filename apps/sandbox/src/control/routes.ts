import type { Body, Call, Reply } from '../call.ts';
import type { CallLog } from '../observe/calls.ts';
import { type Fault, type FaultQueue, InvalidFault } from '../observe/faults.ts';
import type { Webhooks } from '../observe/webhook.ts';
import { InvalidState, type StateDocument } from '../state/state.ts';
import { createJsonReply } from './json.ts';

interface Controlled {
  readonly state: { read(): StateDocument; replace(state: StateDocument): void };
  readonly reset: () => void;
  readonly faults: FaultQueue;
  readonly calls: CallLog;
  readonly webhooks: Webhooks;
}

type Route = (body: unknown) => Reply;

class UnreadableBody extends Error {}

/** `/sandbox/*`, as control.openapi.yaml describes it. Each part checks the bodies that it takes. */
export function createControl({ state, reset, faults, calls, webhooks }: Controlled): (call: Call) => Reply {
  const done = (action: () => void) => {
    action();
    return createJsonReply(204);
  };
  const routes: Record<string, Record<string, Route>> = {
    '/sandbox/state': {
      GET: () => createJsonReply(200, state.read()),
      PUT: (body) => done(() => state.replace(body as StateDocument)),
    },
    '/sandbox/reset': { POST: () => done(reset) },
    '/sandbox/faults': {
      GET: () => createJsonReply(200, faults.list()),
      POST: (body) => done(() => faults.add(body as Fault)),
      DELETE: () => done(faults.clear),
    },
    '/sandbox/calls': { GET: () => createJsonReply(200, calls.list()), DELETE: () => done(calls.clear) },
    '/sandbox/webhooks': {
      GET: () => createJsonReply(200, webhooks.list()),
      DELETE: () => done(webhooks.clear),
    },
  };

  return ({ method, path, body }) => {
    const methods = routes[path];
    if (!methods)
      return createJsonReply(404, {
        error: `${path} does not exist. Use ${Object.keys(routes).join(', ')}.`,
      });
    const route = methods[method];
    if (!route)
      return {
        ...createJsonReply(405, {
          error: `${method} is not allowed. Use ${Object.keys(methods).join(' or ')}.`,
        }),
      };
    try {
      return route(
        method === 'PUT' || (path === '/sandbox/faults' && method === 'POST') ? readBody(body) : undefined,
      );
    } catch (error) {
      return replyToError(error);
    }
  };
}

function readBody({ text, problem }: Body): unknown {
  if (problem)
    throw new UnreadableBody(`The body is ${problem === 'too-large' ? 'too large' : 'not UTF-8'}.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableBody('The body is not JSON.');
  }
}

function replyToError(error: unknown): Reply {
  const isInvalidRequest =
    error instanceof InvalidState || error instanceof InvalidFault || error instanceof UnreadableBody;
  if (isInvalidRequest) return createJsonReply(400, { error: error.message });
  return createJsonReply(500, {
    error: `A bug in the sandbox: ${error instanceof Error ? error.stack : error}`,
  });
}
