import type { Decision, Head } from './call.ts';
import { createGuard, isControlPath } from './control/guard.ts';
import { createControl } from './control/routes.ts';
import { maxBodyBytes } from './gateway/admit.ts';
import { createLimits } from './gateway/limits.ts';
import { createCallerCheck } from './gateway/verify-caller.ts';
import { createFetch } from './http/fetch.ts';
import { type Listener, listen, requireOwnKey } from './http/server.ts';
import { type CallLog, createCallLog } from './observe/calls.ts';
import { createFaultQueue, type FaultQueue } from './observe/faults.ts';
import { createWebhooks, type Webhooks } from './observe/webhook.ts';
import { createEngine } from './service/engine.ts';
import { createWrites } from './service/writes.ts';
import { type Settings, withDefaults } from './settings.ts';
import { demoState } from './state/demo-state.ts';
import type { Graph } from './state/graph.ts';
import { openSqliteStore } from './state/sqlite.ts';
import { readState, type StateDocument, writeState } from './state/state.ts';
import { createMemoryStore, type Store } from './state/store.ts';

/** The settings of the command line, and what only code can pass. Everything is optional. */
export interface SandboxOptions extends Partial<Omit<Settings, 'state' | 'secretKeyFile'>> {
  /** The state to start with and to reset to. Default: a small demo graph. */
  readonly state?: StateDocument;
  /** Clock in Unix milliseconds. Without it, limits and durations are measured on a monotonic clock. */
  readonly now?: () => number;
  /** Returns a number from 0 up to, but not including, 1. Used for the RequestId of webhooks. */
  readonly random?: () => number;
  /** Waits for delays and for locked accounts. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Sends the webhook. */
  readonly webhookFetch?: typeof globalThis.fetch;
}

export interface SandboxState {
  read(): StateDocument;
  /** Replaces the whole graph. @throws {InvalidState} without changing anything. */
  replace(state: StateDocument): void;
}

export interface Sandbox {
  /** Responds in-process, without a port, whatever host the URL names. Pass it to a client as its `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** Serves over HTTP; port 0 takes a free one. */
  listen(where?: { port?: number; host?: string }): Promise<Listener>;
  readonly state: SandboxState;
  /** Restores the initial state and clears faults, calls, webhooks and counters. */
  reset(): void;
  readonly faults: FaultQueue;
  readonly calls: CallLog;
  readonly webhooks: Webhooks;
  /** Stops listening, waits for pending webhooks and closes the data file. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Creates a sandbox that shares nothing with any other.
 * @example
 * await using sandbox = createSandbox({ state: { accounts: { ann: { friends: { ben: {} } }, ben: {} } } });
 * const response = await sandbox.fetch(url, { method: 'POST', body: '{"From_Account":"ann","To_Account":["ben"]}' });
 * @throws {InvalidState}
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = withDefaults(options);
  const now = options.now ?? Date.now;
  const elapsed = options.now ?? (() => performance.now());
  const sleep = options.sleep ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));
  const seed = options.state ?? demoState;

  const limits = createLimits(settings, elapsed);
  const faults = createFaultQueue();
  const calls = createCallLog();
  const webhooks = createWebhooks({
    url: settings.webhookUrl,
    token: settings.webhookToken,
    timeout: settings.webhookTimeout,
    sdkAppId: settings.sdkAppId,
    now,
    elapsed,
    random: options.random ?? Math.random,
    fetch: options.webhookFetch ?? globalThis.fetch,
  });
  const store = openStore(settings.data, readState(seed));
  const handleCall = createEngine({
    gateway: { ...settings, ...limits, verifyCaller: createCallerCheck({ ...settings, ...limits, now }) },
    rules: settings,
    store,
    faults,
    calls,
    notify: webhooks.notify,
    countDeletion: limits.countDeletion,
    waitForTurn: createWrites({ policy: settings.concurrentWrites, writeTime: settings.writeTime, sleep }),
    sleep,
    now,
  });

  const state: SandboxState = {
    read: () => writeState(store.graph),
    replace: (document) => store.replace(readState(document)),
  };
  function reset(): void {
    state.replace(seed);
    for (const part of [faults, calls, webhooks]) part.clear();
    limits.reset();
  }

  const control = createControl({ state, reset, faults, calls, webhooks });
  const decide = (head: Head): Decision =>
    isControlPath(head.path)
      ? control(head)
      : { limit: maxBodyBytes, respond: (body) => handleCall({ ...head, body }) };
  const guard = createGuard(settings);
  const listeners = new Set<Listener>();

  let closed: Promise<void> | undefined;
  const close = () => (closed ??= closeAll());
  async function closeAll(): Promise<void> {
    await Promise.all([...listeners].map((listener) => listener.close()));
    await webhooks.settled();
    store.close();
  }

  return {
    fetch: createFetch(decide),
    async listen({ port = settings.port, host = settings.host } = {}) {
      requireOwnKey(host, settings.secretKey);
      const listener = await listen({ decide, guard, ...settings, port, host });
      listeners.add(listener);
      return listener;
    },
    state,
    reset,
    faults,
    calls,
    webhooks,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function openStore(data: string | undefined, seed: Graph): Store {
  return data === undefined ? createMemoryStore(seed) : openSqliteStore(data, seed);
}
