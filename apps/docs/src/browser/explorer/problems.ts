import { validators } from 'virtual:request-validators';
import { type Fault, type FieldData, fill, type OperationData, type Words } from './data.ts';

type ProblemWords = Words['problems'];

/** What is wrong with a body: the findings of the contract's validator in words, and what JSON Schema cannot express. */
export function findFaults(
  operation: string,
  { fields }: OperationData,
  body: Readonly<Record<string, unknown>>,
  words: ProblemWords,
): Fault[] {
  const validate = validators[operation];
  if (!validate) throw new Error(`No validator for ${operation}`);
  validate(body);
  const faults = (validate.errors ?? []).map((error) => ({
    path: pathOf(error),
    text: describe(error, words),
  }));
  const known = new Set(faults.map(({ path }) => path.join('/')));
  const tooLong = fields
    .flatMap((field) => findTooManyBytes(field, body[field.name], words))
    .filter(({ path }) => !known.has(path.join('/')));
  // The contract allows further fields, but the client does not send them, so a mistyped one would vanish.
  const unknown = Object.keys(body)
    .filter((name) => !fields.some((field) => field.name === name))
    .map((name) => ({ path: [name], isName: true, text: words.unknownField }));
  return [...faults, ...tooLong, ...unknown];
}

/** The first fault of each field, as the form shows it. `lineOf` gives the line of a value in a list. */
export function faultsByField(
  faults: readonly Fault[],
  lineOf: (field: string, index: number) => number,
  words: ProblemWords,
): Map<string, string> {
  const problems = new Map<string, string>();
  for (const { path: [field, index] = [], text } of faults) {
    if (field === undefined || problems.has(field)) continue;
    const line = index === undefined ? undefined : lineOf(field, Number(index));
    problems.set(field, line === undefined ? text : fill(words.line, { line, problem: text }));
  }
  return problems;
}

interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

function pathOf({ instancePath, keyword, params }: ValidationError): string[] {
  const path = instancePath.split('/').slice(1);
  if (keyword === 'required') return [...path, String(params.missingProperty)];
  // In a list that is too long, the first value beyond the limit.
  if (keyword === 'maxItems') return [...path, String(params.limit)];
  return path;
}

function describe({ keyword, params }: ValidationError, words: ProblemWords): string {
  if (keyword === 'type') return params.type === 'array' ? words.notArray : words.notString;
  const text = {
    required: words.required,
    minItems: words.tooFew,
    maxItems: words.tooMany,
    minLength: words.tooShort,
    maxLength: words.tooLong,
    pattern: words.pattern,
    enum: words.oneOf,
  }[keyword];
  const values = Array.isArray(params.allowedValues) ? params.allowedValues.join(', ') : '';
  return fill(text ?? words.other, { n: Number(params.limit), values });
}

/** JSON Schema counts characters; the service counts bytes. */
function findTooManyBytes({ name, kind, maxBytes }: FieldData, value: unknown, words: ProblemWords) {
  if (maxBytes === undefined) return [];
  const values = kind === 'lines' && Array.isArray(value) ? value : [value];
  return values.flatMap((text, index) => {
    if (typeof text !== 'string' || new TextEncoder().encode(text).length <= maxBytes) return [];
    const path = kind === 'lines' ? [name, String(index)] : [name];
    return [{ path, text: fill(words.tooManyBytes, { n: maxBytes }) }];
  });
}
