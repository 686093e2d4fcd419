/** What the build puts into the page for the script. Shared with the build, so nothing here touches the page. */
export interface ExplorerData {
  operations: Record<string, OperationData>;
  codes: CodeTable;
  /** Address of the service by region, for copies only. */
  hosts: Record<string, string>;
  demo: DemoApp;
  words: Words;
}

export interface OperationData {
  path: string;
  fields: FieldData[];
}

export interface FieldData {
  name: string;
  kind: 'text' | 'lines' | 'choice';
  required: boolean;
  maxBytes?: number;
  /** Values of a choice. */
  values?: string[];
}

/** Something in a body that the contract does not allow. */
export interface Fault {
  /**
   * The field, and within a list the index of the value. Empty for the body as a whole; absent for a text that is
   * not JSON, which is wrong where it stops being JSON.
   */
  path?: readonly string[];
  /** Whether the field's name is wrong, whatever its value. */
  isName?: boolean;
  text: string;
}

export type CodeTable = Record<string, CodeData>;

export interface CodeData {
  title: string;
  meaning: string;
  action: string;
  retry: string;
  /** Whether the code says that nothing is left to delete. */
  isDone?: true;
  href: string;
}

/** The default app of the mock and the sandbox, and values that exist there. */
export interface DemoApp {
  sdkAppId: number;
  identifier: string;
  secretKey: string;
  values: Record<string, string[]>;
}

export type Words = typeof import('../../strings/en-tools.ts').explorer.script;

/** Where the mock and the sandbox listen by default. */
export const addresses = { mock: 'http://127.0.0.1:4010', sandbox: 'http://127.0.0.1:4020' };

/** Puts values into a text: `{n}` becomes the value of `n`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}
