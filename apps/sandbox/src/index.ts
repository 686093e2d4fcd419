export { createSandbox, type Sandbox, type SandboxOptions, type SandboxState } from './create-sandbox.ts';
export type { Listener } from './http/server.ts';
export type { CallLog, ReceivedCall } from './observe/calls.ts';
export {
  type CodeFault,
  type DelayFault,
  type Fault,
  type FaultQueue,
  InvalidFault,
  type TransportFault,
} from './observe/faults.ts';
export type { Delivery, Webhooks } from './observe/webhook.ts';
export { demoKey } from './settings.ts';
export { demoState } from './state/demo-state.ts';
export { type AccountState, type FriendState, InvalidState, type StateDocument } from './state/state.ts';
