import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { parseBody, printBody, toControls } from '../src/browser/explorer/body.ts';
import type { FieldData } from '../src/browser/explorer/data.ts';
import { completeBody } from '../src/browser/explorer/editor/complete-body.ts';
import { markFaults } from '../src/browser/explorer/editor/mark-faults.ts';
import { explorer } from '../src/strings/en-tools.ts';

const { problems, views } = explorer.script;
const fields: FieldData[] = [
  { name: 'From_Account', kind: 'text', required: true },
  { name: 'To_Account', kind: 'lines', required: true },
  { name: 'DeleteType', kind: 'choice', required: false, values: ['One', 'Both'] },
];

/** The completions at the bar in the text. */
function offersAt(marked: string): string[] {
  const state = EditorState.create({ doc: marked.replace('|', '') });
  const found = completeBody(new CompletionContext(state, marked.indexOf('|'), true), fields);
  return found?.options.map(({ label }) => JSON.parse(label) as string) ?? [];
}

test.each([
  ['{|', ['From_Account', 'To_Account', 'DeleteType']],
  ['{ "From_Account": "a", "|', ['To_Account', 'DeleteType']],
  ['{ "|", "To_Account": [] }', ['From_Account', 'DeleteType']],
  ['{ "DeleteType": |}', ['One', 'Both']],
  ['{ "DeleteType": "B|"}', ['One', 'Both']],
  ['{ "To_Account": [|', []],
  ['{ "To_Account": ["a", |', []],
  ['{ "Extra": { |', []],
  ['[{ |', []],
  ['|', []],
])('%s offers %j', (marked, offers) => {
  expect(offersAt(marked)).toEqual(offers);
});

/** The text with its fault in angle brackets. */
function mark(text: string, path?: string[], isName?: boolean): string {
  const marks = markFaults(text, [{ text: '', ...(path && { path }), ...(isName && { isName }) }], '');
  const found = marks.find(({ severity }) => severity === 'error');
  if (!found) throw new Error('No mark');
  return `${text.slice(0, found.from)}<${text.slice(found.from, found.to)}>${text.slice(found.to)}`;
}

test('text that is not JSON is marked where it stops being JSON', () => {
  expect(mark('{"a": b}')).toBe('{"a": <b>}');
  expect(mark('{"a": 1,\n}')).toBe('{"a": 1,\n<>}');
  expect(mark('{"a": [1')).toBe('{"a": [1<>');
  expect(mark('{}\n// c')).toBe('{}\n<//> c');
  expect(mark('')).toBe('<>');
});

test('a fault is marked at its value, a wrong name at the name, and a missing field at the beginning', () => {
  expect(mark('{"a": 1, "b": ["x", [2], "y"]}', ['b', '2'])).toBe('{"a": 1, "b": ["x", [2], <"y">]}');
  expect(mark('{"a": 1, "b": 2}', ['b'])).toBe('{"a": 1, "b": <2>}');
  expect(mark('{"a": 1, "b": 2}', ['b'], true)).toBe('{"a": 1, <"b">: 2}');
  expect(mark('{"a": 1, "a": 2}', ['a'])).toBe('{"a": 1, "a": <2>}');
  expect(mark(' {"a": 1}', ['b'])).toBe(' <{>"a": 1}');
  expect(mark('[1]', [])).toBe('<[1]>');
});

test('a duplicate name is a warning', () => {
  const marks = markFaults('{"a": 1, "a": 2}', [], 'again');
  expect(marks).toEqual([{ from: 9, to: 15, severity: 'warning', message: 'a: again' }]);
});

test('a body goes from the form to JSON and back unchanged', () => {
  const text = printBody({ To_Account: ['bob', 'carol'], DeleteType: 'Both' }, fields);
  expect(Object.keys(JSON.parse(text))).toEqual(['From_Account', 'To_Account', 'DeleteType']);
  const parsed = parseBody(text, problems);
  expect(toControls('body' in parsed ? parsed.body : undefined, fields, views)).toEqual({
    texts: new Map([
      ['From_Account', ''],
      ['To_Account', 'bob\ncarol'],
      ['DeleteType', 'Both'],
    ]),
  });
});

test.each([
  [{ Extra: 1 }, 'Extra'],
  [{ From_Account: null }, 'From_Account'],
  [{ From_Account: ' a' }, 'From_Account'],
  [{ To_Account: 'bob' }, 'To_Account'],
  [{ To_Account: ['bob', ''] }, 'To_Account'],
  [{ To_Account: ['bob\ncarol'] }, 'To_Account'],
  [{ DeleteType: 'Other' }, 'DeleteType'],
])('the form cannot show %j and says which field', (body, field) => {
  expect(toControls(body, fields, views)).toEqual({ reason: expect.stringContaining(field) });
});
