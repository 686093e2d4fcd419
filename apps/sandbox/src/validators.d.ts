/** Served by build/compile-validators.ts. */
declare module 'virtual:validators' {
  interface ValidationError {
    readonly instancePath: string;
    readonly keyword: string;
    readonly message: string;
    readonly params: Readonly<Record<string, unknown>>;
    /** The value that violates the keyword, and the schema that has it. */
    readonly data: unknown;
    readonly parentSchema: {
      readonly properties?: object;
      readonly oneOf?: readonly { readonly $ref: string }[];
      readonly $defs?: Readonly<
        Record<string, { properties: Readonly<Record<string, { enum?: string[] }>> }>
      >;
    };
  }
  interface Validator {
    (value: unknown): boolean;
    /** The errors of the last value that was invalid. */
    readonly errors: readonly [ValidationError, ...ValidationError[]];
  }
  export const stateDocument: Validator;
  export const fault: Validator;
}
