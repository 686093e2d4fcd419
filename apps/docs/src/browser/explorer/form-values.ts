import { addresses, type OperationData } from './data.ts';

export type Target = 'mock' | 'sandbox' | 'own' | 'live';

/** The contents of the form now. Read anew for each use; nothing keeps the key. */
export interface Values {
  target: Target;
  /** Address without a slash at its end. */
  address: string;
  region: string;
  sdkAppId: number;
  identifier: string;
  secretKey: string | undefined;
  userSig: string;
  operation: string;
  /** Absent while the text of the editor is not a JSON object. */
  body: Record<string, unknown> | undefined;
  /** The text of the editor while it is shown. */
  json?: string;
  unchecked: boolean;
  reveal: boolean;
}

/** Values with a body that can be sent. */
export type CompleteValues = Values & { body: Record<string, unknown> };

export function readValues(form: HTMLFormElement, operations: Record<string, OperationData>): Values {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const target = text('target') as Target;
  const operation = text('operation');
  return {
    target,
    address: target === 'own' || target === 'live' ? text('address').replace(/\/+$/, '') : addresses[target],
    region: text('region'),
    sdkAppId: Number(text('sdkAppId')),
    identifier: text('identifier'),
    secretKey: text('sign') === 'key' ? text('secretKey') : undefined,
    userSig: text('userSig'),
    operation,
    body: readBody(operation, operations[operation], text),
    unchecked: data.has('unchecked'),
    reveal: data.has('reveal'),
  };
}

/** An empty field is left out; a list without a line stays an empty list, which is a problem of its own. */
function readBody(operation: string, data: OperationData | undefined, text: (name: string) => string) {
  const entries = (data?.fields ?? []).map(({ name, kind }): [string, unknown] => {
    const value = text(`${operation}-${name}`);
    if (kind === 'lines') return [name, linesOf(value)];
    return [name, value === '' ? undefined : value];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The line, counted from 1, of the value with an index: blank lines count as lines but not as values. */
export function lineOfValue(text: string, index: number): number {
  const lines = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : at + 1));
  return lines[index] ?? index + 1;
}
