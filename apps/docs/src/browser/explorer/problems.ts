import { validators } from 'virtual:request-validators';
import { type FieldData, fill, type OperationData, type Words } from './data.ts';

interface Fault {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is wrong with the fields of a body, by field: the contract's own validator in words. */
export function findProblems(
  operation: string,
  { fields }: OperationData,
  body: Record<string, unknown>,
  words: Words['problems'],
): Map<string, string> {
  const validate = validators[operation];
  if (!validate) throw new Error(`No validator for ${operation}`);
  validate(body);
  const problems = new Map<string, string>();
  for (const error of validate.errors ?? []) {
    const [, inPath, index] = error.instancePath.split('/');
    const field = inPath ?? String(error.params.missingProperty);
    const problem = describe(error, words);
    if (problems.has(field)) continue;
    problems.set(
      field,
      index === undefined ? problem : fill(words.line, { line: Number(index) + 1, problem }),
    );
  }
  for (const field of fields) {
    const problem = findTooManyBytes(field, body[field.name], words);
    if (problem !== undefined && !problems.has(field.name)) problems.set(field.name, problem);
  }
  return problems;
}

function describe({ keyword, params }: Fault, words: Words['problems']): string {
  const text = {
    required: words.required,
    minItems: words.tooFew,
    maxItems: words.tooMany,
    minLength: words.tooShort,
    maxLength: words.tooLong,
    pattern: words.pattern,
  }[keyword];
  return fill(text ?? words.other, { n: Number(params.limit) });
}

/** JSON Schema counts characters; the service counts bytes. */
function findTooManyBytes(
  { maxBytes }: FieldData,
  value: unknown,
  words: Words['problems'],
): string | undefined {
  if (maxBytes === undefined) return undefined;
  const names = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
  const index = names.findIndex((name) => new TextEncoder().encode(name).length > maxBytes);
  if (index === -1) return undefined;
  return fill(words.line, { line: index + 1, problem: fill(words.tooManyBytes, { n: maxBytes }) });
}
