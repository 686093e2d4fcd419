import { element, find } from '../dom.ts';
import { parseBody, printBody, toControls } from './body.ts';
import { type ExplorerData, type Fault, fill } from './data.ts';
import type { JsonEditor } from './editor/json-editor.ts';
import { readValues, type Values } from './form.ts';

/** How many faults are listed below the editor; the rest is marked in the text alone. */
const mostTold = 5;

/** The two views of a body: the fields of the form, and an editor of the same as JSON. One of them is shown. */
export function watchBody(form: HTMLFormElement, { operations, words }: ExplorerData, changed: () => void) {
  const status = find('.view-status', form);
  let loading: Promise<JsonEditor> | undefined;
  let editor: JsonEditor | undefined;
  /** The operation whose body is in the editor, while that is shown. */
  let shown: string | undefined;
  /** What was typed as JSON for operations that are not shown now and that the form cannot show. */
  const kept = new Map<string, string>();
  let lastTold = '';

  const fieldsOf = (operation: string) => operations[operation]?.fields ?? [];
  const wanted = () => new FormData(form).get('view');

  /** Loads the editor when it is first needed. */
  async function load(): Promise<JsonEditor> {
    const { createJsonEditor } = await import('./editor/json-editor.ts');
    return createJsonEditor({
      host: find('.editor', form),
      label: words.views.label,
      description: words.views.keys,
      words: words.views,
      fields: () => fieldsOf(shown ?? ''),
      changed: () => {
        // The reason why the form could not show the text may be gone.
        status.textContent = '';
        changed();
      },
    });
  }

  function show(operation: string | undefined, view: 'form' | 'json'): void {
    shown = operation;
    find('.bodies', form).hidden = view === 'json';
    find('.json', form).hidden = view === 'form';
    find<HTMLInputElement>(`[name="view"][value="${view}"]`, form).checked = true;
  }

  function openEditor({ operation, body = {} }: Values): void {
    show(operation, 'json');
    editor?.open(kept.get(operation) ?? printBody(body, fieldsOf(operation)));
    kept.delete(operation);
  }

  /** Writes a text into the fields of its operation. @returns why the form cannot show it. */
  function fillFields(operation: string, text: string): string | undefined {
    const parsed = parseBody(text, words.problems);
    const controls = toControls('body' in parsed ? parsed.body : undefined, fieldsOf(operation), words.views);
    if ('reason' in controls) return controls.reason;
    for (const [field, value] of controls.texts) {
      find<HTMLInputElement>(`#${operation}-${field}`, form).value = value;
    }
    return undefined;
  }

  function read(): Values {
    const values = readValues(form, operations);
    if (!editor || shown === undefined) return values;
    const json = editor.read();
    const parsed = parseBody(json, words.problems);
    return { ...values, json, body: 'body' in parsed ? parsed.body : undefined };
  }

  async function toJson(): Promise<void> {
    status.textContent = editor ? '' : words.views.loading;
    loading ??= load();
    editor = await loading.catch(() => undefined);
    status.textContent = editor ? '' : words.views.notLoaded;
    if (editor && wanted() === 'json' && shown === undefined) openEditor(readValues(form, operations));
    if (!editor) {
      loading = undefined;
      show(undefined, 'form');
    }
    changed();
  }

  function toForm(): void {
    const reason = editor && shown !== undefined ? fillFields(shown, editor.read()) : undefined;
    status.textContent = reason ?? '';
    show(reason === undefined ? undefined : shown, reason === undefined ? 'form' : 'json');
  }

  /** Switches to the chosen operation, and keeps what was typed for the previous one. */
  function follow(): void {
    const values = readValues(form, operations);
    if (shown === values.operation) return;
    if (editor && shown !== undefined) {
      const text = editor.read();
      if (fillFields(shown, text) !== undefined) kept.set(shown, text);
      openEditor(values);
    } else if (kept.has(values.operation)) openEditor(values);
  }

  /** Runs a function that writes into the fields, and updates the editor too when the fields can show its text. */
  function edit(write: () => void): void {
    const fits = editor && shown !== undefined && fillFields(shown, editor.read()) === undefined;
    write();
    if (fits) editor?.replace(printBody(readValues(form, operations).body ?? {}, fieldsOf(shown ?? '')));
  }

  function tell(faults: readonly Fault[]): void {
    if (!editor || shown === undefined) return;
    const lines = editor.mark(faults);
    const told = lines.slice(0, mostTold);
    if (lines.length > mostTold) told.push(fill(words.views.more, { n: lines.length - mostTold }));
    // Only when it changed, because a screen reader reads it aloud.
    if (told.join() === lastTold) return;
    lastTold = told.join();
    find('.editor-problems', form).replaceChildren(...told.map((line) => element('li', {}, line)));
  }

  return { read, toJson, toForm, follow, edit, tell, goToFault: () => editor?.goToFault() };
}
