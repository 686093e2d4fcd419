import type { DemoApp } from '../browser/explorer/data.ts';

/**
 * The app of a sandbox without configuration: the vendor's public demo key, and accounts of its initial state.
 * Repeated here because the site does not import the sandbox's code; the browser tests use it against a real sandbox.
 */
export const demoApp: DemoApp = {
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
  values: { From_Account: ['alice'], To_Account: ['bob'], GroupName: ['family'] },
};
