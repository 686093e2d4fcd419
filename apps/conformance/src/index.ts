export { type AdapterName, adapterNames } from './adapters/adapter.ts';
export type { Target } from './calls/caller.ts';
export { CannotCheck } from './calls/send.ts';
export type { Verdict } from './checks/verdict.ts';
export type { Choice } from './run/choose.ts';
export type { ClaimResult, Outcome, RunResult, ScenarioResult } from './run/result.ts';
export { type RunOptions, runConformance } from './run/run-conformance.ts';
export { type Coverage, readCoverage } from './scenarios/coverage.ts';
export {
  type Claim,
  type ClaimStatus,
  type EveryResponseClaim,
  type Expectations,
  type Given,
  type GivenAccount,
  type ListsWithMembers,
  readEveryResponse,
  readScenarios,
  type Scenario,
  type SignatureFault,
  type Sourced,
  type Step,
} from './scenarios/scenario.ts';
