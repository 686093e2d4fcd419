import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Inputs {
  readonly $ref?: string;
  readonly required?: readonly string[];
}
interface Document {
  readonly workflows: readonly { readonly inputs: Inputs }[];
  readonly components?: { readonly inputs: Readonly<Record<string, Inputs>> };
}

/** Inputs that a document asks for and that are not there. Redocly would send null in their place. */
export function missingInputs(file: string, given: object): string[] {
  const { workflows, components }: Document = parse(readFileSync(file, 'utf8'));
  const shared = (reference: string) => components?.inputs[reference.split('/').at(-1) ?? ''];
  const wanted = workflows.flatMap(
    ({ inputs }) => (inputs.$ref === undefined ? inputs : shared(inputs.$ref))?.required ?? [],
  );
  return [...new Set(wanted)].filter((name) => !Object.hasOwn(given, name));
}
