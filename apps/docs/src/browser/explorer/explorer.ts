import { createUserSig } from '@chat-sns/client/usersig';
import { copyText } from '../copy-text.ts';
import { find, readData } from '../find.ts';
import { watchGraph } from '../state/watch-graph.ts';
import type { ExplorerData } from './data.ts';
import { fillInDemo, showChoices, showProblems } from './form-display.ts';
import { isLoopback, readValues, type Values } from './form-values.ts';
import { findProblems } from './problems.ts';
import { send } from './send.ts';
import { showAnswer } from './show-answer.ts';
import { toCurl, toTypeScript } from './snippets.ts';

const data = readData<ExplorerData>('explorer-data');
const { words } = data;
const form = find<HTMLFormElement>('#explorer');
const status = find('.status', form);
const graph = watchGraph(words.state);
const read = () => readValues(form, data.operations);
const operationOf = ({ operation }: Values) => {
  const found = data.operations[operation];
  if (!found) throw new Error(`No operation ${operation}`);
  return found;
};

function problemsOf(values: Values): Map<string, string> {
  const problems = findProblems(values.operation, operationOf(values), values.body, words.problems);
  const named = new Map([...problems].map(([field, problem]) => [`${values.operation}-${field}`, problem]));
  if (!Number.isSafeInteger(values.sdkAppId) || values.sdkAppId < 1) {
    named.set('sdkAppId', words.problems.sdkAppId);
  }
  if (values.identifier === '') named.set('identifier', words.problems.required);
  const secret = values.secretKey === undefined ? 'userSig' : 'secretKey';
  if (!values[secret]) named.set(secret, words.problems.required);
  if (values.target === 'own' && !isLoopback(values.address)) named.set('address', words.problems.address);
  return named;
}

async function signatureFor(values: Values): Promise<string | undefined> {
  if (!values.reveal) return undefined;
  const { secretKey, sdkAppId, identifier } = values;
  if (secretKey === undefined) return values.userSig;
  return createUserSig({ sdkAppId, identifier, secretKey, expiresIn: 86_400 }).catch(() => undefined);
}

let writes = 0;

async function writeSnippets(): Promise<void> {
  const turn = ++writes;
  const values = read();
  const { path } = operationOf(values);
  const base = values.target === 'live' ? (data.hosts[values.region] ?? '') : values.address;
  const userSig = await signatureFor(values);
  // Something else was typed while this one was being signed.
  if (turn !== writes) return;
  find('.copy-status').textContent = values.reveal && userSig === undefined ? words.noSignature : '';
  find('[data-copy="curl"]').textContent = toCurl({ ...values, base, path, userSig });
  find('[data-copy="typescript"]').textContent = toTypeScript({ ...values, base, path, userSig });
}

/** Follows what is typed. Faults of a field show once it was touched. */
function update(touched?: string): void {
  const values = read();
  showChoices(form, values);
  showProblems(form, problemsOf(values), touched);
  find<HTMLButtonElement>('[type="submit"]', form).disabled = values.target === 'live';
  find('#graph').hidden = values.target !== 'sandbox' && values.target !== 'own';
  if (!isSecureContext && values.secretKey !== undefined) status.textContent = words.insecure;
  void writeSnippets();
}

async function submit(): Promise<void> {
  const values = read();
  const problems = problemsOf(values);
  const blocking = [...problems.keys()].filter((name) => !(values.unchecked && name.includes('-')));
  if (values.target === 'live') return;
  if (blocking.length > 0) {
    showProblems(form, problems, 'all');
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    return;
  }
  status.textContent = words.sending;
  const hasGraph = values.target === 'sandbox' || values.target === 'own';
  const before = hasGraph ? await graph.read(values.address) : undefined;
  const sent = await send(values, operationOf(values));
  showAnswer(sent, values, data);
  status.textContent = '';
  if (before) await graph.compare(values.address, before, String(values.body.From_Account ?? ''));
  find('#answer').scrollIntoView({ block: 'nearest' });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit().catch((error: unknown) => {
    status.textContent = String(error);
  });
});
form.addEventListener('input', (event) => update((event.target as HTMLInputElement).name));
form.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('button');
  if (button?.name === 'demo') {
    fillInDemo(form, data.demo);
    update('demo');
  }
  if (button?.name === 'graph') void graph.show(read().address, String(read().body.From_Account ?? ''));
  if (button?.name === 'copy') {
    const text = find(`[data-copy="${button.value}"]`).textContent ?? '';
    void copyText(text, find('.copy-status'), words);
  }
});

const wanted = new URLSearchParams(location.search).get('operation');
if (wanted !== null && wanted in data.operations) {
  find<HTMLSelectElement>('[name="operation"]', form).value = wanted;
}
form.hidden = false;
update();
