/** Served by src/explorer.ts. */
declare module 'virtual:request-validators' {
  interface ValidationError {
    readonly instancePath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
  }
  interface Validator {
    (value: unknown): boolean;
    errors?: readonly ValidationError[] | null;
  }
  /** By operationId. */
  export const validators: Readonly<Record<string, Validator>>;
}
