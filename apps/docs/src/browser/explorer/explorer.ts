import { find, forgetOnLeave, readData } from '../dom.ts';
import { watchGraph } from '../state/watch-graph.ts';
import { parseBody } from './body.ts';
import { watchBody } from './body-view.ts';
import { createCopies } from './copies.ts';
import type { ExplorerData, Fault, OperationData } from './data.ts';
import {
  type CompleteValues,
  checkCall,
  fillInDemo,
  lineOfValue,
  readValues,
  showChoices,
  showProblems,
  type Values,
} from './form.ts';
import { faultsByField, findFaults } from './problems.ts';
import { send } from './send.ts';
import { showResult } from './show-result.ts';

const data = readData<ExplorerData>('explorer-data');
const { words } = data;
const form = find<HTMLFormElement>('#explorer');
const status = find('.status', form);
const graph = watchGraph(words.state);
const body = watchBody(form, data, () => update());
const writeCopies = createCopies(data);

function operationOf({ operation }: Values): OperationData {
  const found = data.operations[operation];
  if (!found) throw new Error(`No operation ${operation}`);
  return found;
}

function faultsOf(values: Values): Fault[] {
  if (values.body) return findFaults(values.operation, operationOf(values), values.body, words.problems);
  const parsed = parseBody(values.json ?? '', words.problems);
  return 'fault' in parsed ? [parsed.fault] : [];
}

/** Shows each problem at its place, and returns all of them. */
function show(values: Values, touched?: string) {
  const call = checkCall(values, words.problems);
  const faults = faultsOf(values);
  const control = (field: string) => `${values.operation}-${field}`;
  const lineOf = (field: string, index: number) =>
    lineOfValue(find<HTMLTextAreaElement>(`#${control(field)}`, form).value, index);
  const fields =
    values.json === undefined ? faultsByField(faults, lineOf, words.problems) : new Map<string, string>();
  const named = [...fields].map(([field, problem]): [string, string] => [control(field), problem]);
  showProblems(form, new Map([...call, ...named]), touched);
  body.tell(faults);
  return { call, faults };
}

const mayHaveGraph = ({ target }: Values) => target === 'sandbox' || target === 'own';

/** What a drawing and the summary of a result belong to. */
let subject = '';

/** Updates the page after every input. Faults of a field show once the field was touched. */
function update(touched?: string): void {
  body.follow();
  const values = body.read();
  showChoices(form, values, data.demo);
  show(values, touched);
  find<HTMLButtonElement>('[type="submit"]', form).disabled = values.target === 'live';
  find('#graph').hidden = !mayHaveGraph(values);
  const current = JSON.stringify([values.target, values.address, values.operation]);
  if (current !== subject) {
    graph.clear();
    status.textContent = '';
  }
  subject = current;
  if (!isSecureContext && values.secretKey !== undefined) status.textContent = words.insecure;
  void writeCopies(values);
}

/** Whether the call can be sent. If not, moves the focus to the first reason. */
function mayGo(values: Values): values is CompleteValues {
  const { call, faults } = show(values, 'all');
  const isFree = values.body !== undefined && (faults.length === 0 || values.unchecked);
  if (call.size === 0 && isFree) return true;
  status.textContent = values.body === undefined ? words.onlyObjects : '';
  const invalid = form.querySelectorAll<HTMLElement>('[aria-invalid="true"]');
  const first = [...invalid].find(
    (control) => call.size === 0 || call.has((control as HTMLInputElement).name),
  );
  if (first) first.focus();
  else body.goToFault();
  return false;
}

let isSending = false;

async function submit(): Promise<void> {
  const values = body.read();
  if (values.target === 'live' || isSending) return;
  graph.clear();
  if (!mayGo(values)) {
    find('#result').hidden = true;
    return;
  }
  isSending = true;
  status.textContent = words.sending;
  const call = async () => {
    try {
      const sent = await send(values, operationOf(values));
      status.textContent = showResult(sent, values, data);
      return sent.exchanges.length > 0;
    } finally {
      // The next call need not wait for the graph: it drops this read.
      isSending = false;
    }
  };
  if (mayHaveGraph(values)) {
    await graph.compare(values.address, String(values.body.From_Account ?? ''), call);
  } else await call();
  find('#result').scrollIntoView({ block: 'nearest' });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit().catch((error: unknown) => {
    status.textContent = String(error);
    find('#result').hidden = true;
  });
});
form.addEventListener('input', ({ target }) => {
  // The editor reports what is typed into its shadow root itself.
  if (!(target instanceof HTMLElement) || target.shadowRoot) return;
  const { name, value } = target as HTMLInputElement;
  if (name === 'view' && value === 'json') void body.toJson();
  if (name === 'view' && value === 'form') body.toForm();
  update(name);
});
form.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('button');
  if (button?.name === 'demo') {
    body.edit(() => fillInDemo(form, data.demo));
    update('demo');
  }
  const values = body.read();
  // A call that is being sent reads the graph itself.
  const name = button?.name;
  if ((name === 'graph' || name === 'reset') && !isSending) {
    const read = name === 'graph' ? graph.show : graph.reset;
    void read(values.address, String(values.body?.From_Account ?? ''));
  }
});

/** The page starts with a call that works. What a browser restores of another app or another caller stays. */
function startWithDemo(): void {
  const { sdkAppId, identifier, secretKey } = readValues(form, data.operations);
  const isDemo = sdkAppId === data.demo.sdkAppId && identifier === data.demo.identifier;
  if (isDemo && secretKey === '') body.edit(() => fillInDemo(form, data.demo));
}

forgetOnLeave(form, update);
addEventListener('pageshow', ({ persisted }) => {
  // The browser kept the page for the way back.
  if (!persisted) return;
  startWithDemo();
  graph.clear();
  update();
});

const wanted = new URLSearchParams(location.search).get('operation');
if (wanted !== null && Object.hasOwn(data.operations, wanted)) {
  find<HTMLSelectElement>('[name="operation"]', form).value = wanted;
}
form.hidden = false;
startWithDemo();
update();
// A browser that reloads may remember the choice.
if (new FormData(form).get('view') === 'json') void body.toJson();
