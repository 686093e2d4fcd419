export type { CallLog, ReceivedCall } from './calls.ts';
export { createSandbox, type Sandbox, type SandboxOptions, type SandboxState } from './create-sandbox.ts';
export { demoState } from './demo-state.ts';
export {
  type CodeFault,
  type DelayFault,
  type Fault,
  type FaultQueue,
  InvalidFault,
  type TransportFault,
} from './faults.ts';
export type { Listener } from './http.ts';
export { demoKey } from './settings.ts';
export { type AccountState, type FriendState, InvalidState, type StateDocument } from './state.ts';
export type { Delivery, Webhooks } from './webhook.ts';
