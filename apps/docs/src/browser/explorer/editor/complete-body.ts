import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { FieldData } from '../data.ts';

/** Offers the names of the body's fields, and the values of a field that is a choice. */
export function completeBody(
  context: CompletionContext,
  fields: readonly FieldData[],
): CompletionResult | null {
  const typed = context.matchBefore(/"?\w*/);
  if (!typed || (typed.text === '' && !context.explicit)) return null;
  // A quote that already follows is part of what is replaced.
  const to = context.pos + (context.state.sliceDoc(context.pos, context.pos + 1) === '"' ? 1 : 0);
  const before = context.state.sliceDoc(0, typed.from);
  const options = isNextName(before)
    ? nameOptions(before + context.state.sliceDoc(to), fields)
    : valueOptions(before, fields);
  return options.length === 0 ? null : { from: typed.from, to, options };
}

function nameOptions(rest: string, fields: readonly FieldData[]): Completion[] {
  return fields
    .filter(({ name }) => !rest.includes(`"${name}"`))
    .map(({ name }) => ({ label: `"${name}"`, apply: `"${name}": `, type: 'property' }));
}

function valueOptions(before: string, fields: readonly FieldData[]): Completion[] {
  const [, name] = /"(\w+)"\s*:\s*$/.exec(before) ?? [];
  const values = fields.find((field) => field.name === name)?.values ?? [];
  return values.map((value) => ({ label: `"${value}"`, type: 'enum' }));
}

/** Whether a name of the body comes next: after its brace, or after a comma that is not inside an array or an object. */
function isNextName(before: string): boolean {
  const marks = before.replace(/"(?:\\.|[^"\\])*"/g, '');
  if (!/[{,]\s*$/.test(marks)) return false;
  const depth = [...marks].reduce(
    (sum, mark) => sum + ('{['.includes(mark) ? 1 : '}]'.includes(mark) ? -1 : 0),
    0,
  );
  return depth === 1 && marks.trimStart().startsWith('{');
}
