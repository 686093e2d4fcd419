import type { SettingName } from '../src/settings.ts';

/** How sure a decision is, in the words of the contract. */
type Status = 'documented' | 'observed' | 'historical' | 'inferred';

/** One open question and what the sandbox does about it. */
export interface Decision {
  readonly question: string;
  readonly answer: string;
  readonly status: Status;
  /** Where the answer comes from, or what else it could be. */
  readonly basis: string;
  /** Setting that switches or tunes it. */
  readonly setting?: SettingName;
}
