export { type AdapterName, adapterNames } from './adapters/adapter.ts';
export type { Target } from './calls/caller.ts';
export { Unreachable } from './calls/send.ts';
export type { Verdict } from './checks/verdict.ts';
export { readEveryAnswer, readScenarios } from './read-scenarios.ts';
export type { Choice } from './run/choose.ts';
export type { ClaimResult, Outcome, RunResult, ScenarioResult } from './run/result.ts';
export { type RunOptions, runConformance } from './run/run-conformance.ts';
export type {
  Claim,
  ClaimStatus,
  EveryAnswerClaim,
  Expectations,
  Given,
  GivenAccount,
  ListsWithMembers,
  Scenario,
  SignatureFault,
  Sourced,
  Step,
} from './scenarios/scenario.ts';
