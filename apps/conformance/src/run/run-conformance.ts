import type { Adapter, AdapterName } from '../adapters/adapter.ts';
import { createSandboxAdapter } from '../adapters/sandbox.ts';
import { createVendorAdapter } from '../adapters/vendor.ts';
import { type Caller, createCaller, type Target } from '../calls/caller.ts';
import { refuseForeignAccounts } from '../calls/own-accounts.ts';
import { createSecrets } from '../calls/secrets.ts';
import { nameAccounts } from '../scenarios/accounts.ts';
import { readEveryResponse, readScenarios } from '../scenarios/scenario.ts';
import { type Choice, chooseScenarios } from './choose.ts';
import { probe } from './probe.ts';
import { type RunResult, type ScenarioResult, summarise } from './result.ts';
import { runScenario } from './run-scenario.ts';

export interface RunOptions extends Target, Choice {
  readonly adapter: AdapterName;
  /** The beginning of every UserID of the run. At most 12 characters. */
  readonly prefix: string;
  readonly live: boolean;
  /** Milliseconds between requests. */
  readonly pauseMs: number;
  /** Unix milliseconds. */
  readonly now?: () => number;
  /** A number from 0 up to, not including, 1. */
  readonly random?: () => number;
  /** Called with each result as it comes. */
  readonly onResult?: (
    result: ScenarioResult,
    count: { readonly done: number; readonly all: number },
  ) => void;
}

/**
 * Runs the published scenarios against a server, one request at a time.
 * @throws {CannotCheck} before the first scenario, when no server responds at the address or it refuses the credentials.
 */
export async function runConformance(options: RunOptions): Promise<RunResult> {
  const { now = Date.now, random = Math.random, pauseMs } = options;
  const secrets = createSecrets();
  const pause = async () => {
    if (pauseMs > 0) await new Promise((done) => setTimeout(done, pauseMs));
  };
  const guard = (body: unknown) => refuseForeignAccounts(body, options.prefix);
  const caller = createCaller(options, { secrets, now, random, pause, guard });
  const adapter = createAdapter(options.adapter, options, caller);
  const tools = { caller, adapter, everyResponse: readEveryResponse(), mask: secrets.mask, now };

  const chosen = chooseScenarios(readScenarios(), options);
  const scenarios: ScenarioResult[] = [];
  const first = chosen.find(({ leftOut }) => leftOut === undefined)?.scenario.steps[0];
  if (first) await probe(caller, first.call, options, secrets.mask);
  try {
    for (const { scenario, index, leftOut } of chosen) {
      const names = nameAccounts(scenario.given, options.prefix, index);
      const { id, title, group } = scenario;
      const result: ScenarioResult = leftOut
        ? { id, title, group, outcome: 'skipped', reason: leftOut, claims: [], milliseconds: 0 }
        : await runScenario(scenario, names, tools);
      scenarios.push(result);
      options.onResult?.(result, { done: scenarios.length, all: chosen.length });
    }
  } finally {
    await adapter.close();
  }
  const target = { baseUrl: options.baseUrl, adapter: adapter.name, live: options.live };
  return { target, scenarios, summary: summarise(scenarios) };
}

function createAdapter(name: AdapterName, target: Target, caller: Caller): Adapter {
  switch (name) {
    case 'sandbox':
      return createSandboxAdapter(target.baseUrl, target.identifier, target.timeoutMs);
    case 'vendor':
      return createVendorAdapter(caller);
    case 'none':
      return { name: 'none', close: async () => {} };
  }
}
