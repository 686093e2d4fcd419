import { autocompletion, type CompletionContext } from '@codemirror/autocomplete';
import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { json, jsonLanguage } from '@codemirror/lang-json';
import { bracketMatching } from '@codemirror/language';
import { diagnosticCount, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Fault, FieldData } from '../data.ts';
import { completeBody } from './complete-body.ts';
import { look } from './look.ts';
import { type Mark, markFaults } from './mark-faults.ts';

export interface JsonEditor {
  /** Starts with a text, as if nothing had been there before. */
  open(text: string): void;
  /** Puts another text in the place of the present one, which can be undone. */
  replace(text: string): void;
  read(): string;
  /** Shows the faults in the text, and returns a line of words for each. */
  mark(faults: readonly Fault[]): string[];
  /** Moves focus and cursor to the first fault. */
  goToFault(): void;
}

export interface JsonEditorOptions {
  /** Element to fill. The editor lives in its shadow, because its styles are made there without a style element. */
  host: HTMLElement;
  label: string;
  description: string;
  words: { repeated: string; markedLine: string };
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
    // No binding for Tab: it moves on to the next control.
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
      marks = markFaults(state.doc.toString(), faults, words.repeated);
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
