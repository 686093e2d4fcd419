/** Whether a claim is true of the server. `got` says in one line what was there instead. */
export type Verdict =
  | { readonly holds: true; readonly noted?: string }
  | { readonly holds: false; readonly expected: string; readonly got: string }
  | { readonly unchecked: string };

export const holds: Verdict = { holds: true };

export function expectThat(condition: boolean, expected: string, got: string): Verdict {
  return condition ? holds : { holds: false, expected, got };
}

export const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
