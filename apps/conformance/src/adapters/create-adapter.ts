import type { Caller, Target } from '../calls/caller.ts';
import type { Adapter, AdapterName } from './adapter.ts';
import { createSandboxAdapter } from './sandbox.ts';
import { createVendorAdapter } from './vendor.ts';

export function createAdapter(name: AdapterName, target: Target, caller: Caller): Adapter {
  switch (name) {
    case 'sandbox':
      return createSandboxAdapter(target.baseUrl, target.identifier, target.timeoutMs);
    case 'vendor':
      return createVendorAdapter(caller);
    case 'none':
      return { name: 'none', close: async () => {} };
  }
}
