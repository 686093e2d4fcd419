import type { RunOptions } from '../src/index.ts';
import { app } from './wrong-server/gateway.ts';

/** Options of a run against a test server. */
export function targetOf(baseUrl: string, changes: Partial<RunOptions> = {}): RunOptions {
  return {
    baseUrl,
    sdkAppId: app.sdkAppId,
    identifier: app.admin,
    secretKey: app.secretKey,
    timeoutMs: 5000,
    adapter: 'none',
    only: [],
    skip: [],
    withoutLocks: false,
    prefix: 'c-test',
    live: false,
    pauseMs: 0,
    ...changes,
  };
}
