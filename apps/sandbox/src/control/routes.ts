import type { Body, Decision, Head, Reply } from '../call.ts';
import type { CallLog } from '../observe/calls.ts';
import { type Fault, type FaultQueue, InvalidFault } from '../observe/faults.ts';
import type { Webhooks } from '../observe/webhook.ts';
import { describeFailure } from '../service/envelope.ts';
import { InvalidState, type StateDocument } from '../state/state.ts';
import { UnwritableStore } from '../state/store.ts';
import { createJsonReply } from './json.ts';

interface Controlled {
  readonly state: { read(): StateDocument; replace(state: StateDocument): void };
  readonly reset: () => void;
  readonly faults: FaultQueue;
  readonly calls: CallLog;
  readonly webhooks: Webhooks;
}

/** Bytes of the longest document that the control interface reads: a graph of about a million edges. */
const maxDocumentBytes = 128 * 1024 * 1024;

class UnreadableBody extends Error {}

/** `/sandbox/*`, as control.openapi.yaml describes it. Each part checks the bodies that it takes. */
export function createControl({
  state,
  reset,
  faults,
  calls,
  webhooks,
}: Controlled): (head: Head) => Decision {
  const show = (read: () => unknown) => () => attempt(() => createJsonReply(200, read()));
  const does = (action: () => void) => () =>
    attempt(() => {
      action();
      return createJsonReply(204);
    });
  const takes = (action: (document: unknown) => void) => () => ({
    limit: maxDocumentBytes,
    respond: (body: Body) => does(() => action(readBody(body)))(),
  });
  const routes: Record<string, Record<string, () => Decision>> = {
    '/sandbox/state': {
      GET: show(state.read),
      PUT: takes((document) => state.replace(document as StateDocument)),
    },
    '/sandbox/reset': { POST: does(reset) },
    '/sandbox/faults': {
      GET: show(faults.list),
      POST: takes((document) => faults.add(document as Fault)),
      DELETE: does(faults.clear),
    },
    '/sandbox/calls': { GET: show(calls.list), DELETE: does(calls.clear) },
    '/sandbox/webhooks': { GET: show(webhooks.list), DELETE: does(webhooks.clear) },
  };

  return ({ method, path }) => {
    const methods = routes[path];
    if (!methods)
      return createJsonReply(404, {
        error: `${path} does not exist. Use ${Object.keys(routes).join(', ')}.`,
      });
    const route = methods[method];
    if (!route)
      return createJsonReply(405, {
        error: `${method} is not allowed. Use ${Object.keys(methods).join(' or ')}.`,
      });
    return route();
  };
}

function attempt(work: () => Reply): Reply {
  try {
    return work();
  } catch (error) {
    return replyToError(error);
  }
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
  const what = error instanceof UnwritableStore ? '' : 'A bug in the sandbox: ';
  return createJsonReply(500, { error: what + describeFailure(error) });
}
