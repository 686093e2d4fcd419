/** Served by build/compile-validators.ts. */
declare module 'virtual:validators' {
  interface ValidationError {
    readonly instancePath: string;
    readonly keyword: string;
    readonly message: string;
    readonly params: Readonly<Record<string, unknown>>;
  }
  interface Validator {
    (value: unknown): boolean;
    /** The errors of the last value that was invalid. */
    readonly errors: readonly [ValidationError, ...ValidationError[]];
  }
  export const stateDocument: Validator;
  export const fault: Validator;
}
