import { autocompletion, type CompletionContext } from '@codemirror/autocomplete';
import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { json, jsonLanguage } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { diagnosticCount, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Fault, FieldData } from '../data.ts';
import { completeBody } from './complete-body.ts';
import { type Mark, markFaults } from './mark-faults.ts';

export interface JsonEditor {
  /** Starts with a text and an empty history. */
  open(text: string): void;
  /** Replaces the text, which can be undone. */
  replace(text: string): void;
  read(): string;
  /** Marks the faults in the text, and returns a line about each. */
  mark(faults: readonly Fault[]): string[];
  /** Moves focus and cursor to the first fault. */
  goToFault(): void;
}

export interface JsonEditorOptions {
  /** Element to fill. The editor lives in its shadow, because it can add its styles there without a style element. */
  host: HTMLElement;
  label: string;
  description: string;
  words: { duplicate: string; markedLine: string };
  fields(): readonly FieldData[];
  changed(): void;
}

/** A CodeMirror for the body of a request. */
export function createJsonEditor({
  host,
  label,
  description,
  words,
  fields,
  changed,
}: JsonEditorOptions): JsonEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  let marks: Mark[] = [];
  const extensions = [
    lineNumbers(),
    history(),
    bracketMatching(),
    json(),
    jsonLanguage.data.of({ autocomplete: (context: CompletionContext) => completeBody(context, fields()) }),
    autocompletion({ icons: false }),
    // No binding for Tab, so that it moves to the next control.
    keymap.of([...historyKeymap, ...standardKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of(({ state }) => ({
      'aria-label': label,
      'aria-description': description,
      'aria-invalid': String(diagnosticCount(state) > 0),
    })),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) changed();
    }),
    look,
  ];
  const view = new EditorView({ root, parent: root, extensions });
  return {
    open: (text) => view.setState(EditorState.create({ doc: text, extensions })),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    read: () => view.state.doc.toString(),
    mark: (faults) => {
      const { state } = view;
      marks = markFaults(state.doc.toString(), faults, words.duplicate);
      view.dispatch(setDiagnostics(state, marks));
      return marks.map(({ from, message }) =>
        words.markedLine
          .replace('{line}', String(state.doc.lineAt(from).number))
          .replace('{problem}', () => message),
      );
    },
    goToFault: () => {
      view.dispatch({ selection: { anchor: marks[0]?.from ?? 0 }, scrollIntoView: true });
      view.focus();
    },
  };
}

/** The colours of the site, which reach into the editor as custom properties and know light from dark. */
const theme = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--field)',
    border: '1px solid var(--quiet)',
    borderRadius: '5px',
    fontSize: '0.9375rem',
  },
  '&.cm-focused': { outline: '3px solid var(--link)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', maxHeight: '26rem' },
  '.cm-content, .cm-gutter': { minHeight: '11rem' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--quiet)', backgroundColor: 'var(--raised)', borderColor: 'var(--line)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--good)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--bad)' },
  '.cm-lintRange, .cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad) 1.5px',
    textUnderlineOffset: '0.2em',
  },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--warn)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--bad)' },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--raised)', border: '1px solid var(--quiet)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--paper)',
    backgroundColor: 'var(--link)',
  },
});

const syntax = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--link)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
]);

export const look = [theme, syntaxHighlighting(syntax)];
