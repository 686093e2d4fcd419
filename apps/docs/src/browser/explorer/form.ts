import { element } from '../dom.ts';
import { addresses, type DemoApp, fill, type OperationData, type Words } from './data.ts';

export type Target = 'mock' | 'sandbox' | 'own' | 'live';

/** The contents of the form now. Read anew for each use; nothing keeps the key. */
export interface Values {
  target: Target;
  /** Address without a slash at its end. */
  address: string;
  region: string;
  sdkAppId: number;
  identifier: string;
  secretKey: string | undefined;
  userSig: string;
  operation: string;
  /** Absent while the text of the editor is not a JSON object. */
  body: Record<string, unknown> | undefined;
  /** The text of the editor while it is shown. */
  json?: string;
  unchecked: boolean;
  reveal: boolean;
}

/** Values with a body that can be sent. */
export type CompleteValues = Values & { body: Record<string, unknown> };

export function readValues(form: HTMLFormElement, operations: Record<string, OperationData>): Values {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const target = text('target') as Target;
  const operation = text('operation');
  return {
    target,
    address: target === 'own' || target === 'live' ? text('address').replace(/\/+$/, '') : addresses[target],
    region: text('region'),
    sdkAppId: Number(text('sdkAppId')),
    identifier: text('identifier'),
    secretKey: text('sign') === 'key' ? text('secretKey') : undefined,
    userSig: text('userSig'),
    operation,
    body: readBody(operation, operations[operation], text),
    unchecked: data.has('unchecked'),
    reveal: data.has('reveal'),
  };
}

/** An empty field is left out; a list without a line stays an empty list, which is a problem of its own. */
function readBody(operation: string, data: OperationData | undefined, text: (name: string) => string) {
  const entries = (data?.fields ?? []).map(({ name, kind }): [string, unknown] => {
    const value = text(`${operation}-${name}`);
    if (kind === 'lines') return [name, linesOf(value)];
    return [name, value === '' ? undefined : value];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The line, counted from 1, of the value with an index: blank lines count as lines but not as values. */
export function lineOfValue(text: string, index: number): number {
  const lines = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : at + 1));
  return lines[index] ?? index + 1;
}

/** What is wrong with everything except the body, by the name of the control. */
export function checkCall(values: Values, words: Words['problems']): Map<string, string> {
  const problems = new Map<string, string>();
  if (!Number.isSafeInteger(values.sdkAppId) || values.sdkAppId < 1) {
    problems.set('sdkAppId', words.sdkAppId);
  }
  if (values.identifier === '') problems.set('identifier', words.required);
  const secret = values.secretKey === undefined ? 'userSig' : 'secretKey';
  if (!values[secret]) problems.set(secret, words.required);
  const address = values.target === 'own' ? addressProblem(values.address, words) : undefined;
  if (address !== undefined) problems.set('address', address);
  return problems;
}

/**
 * Says why the page cannot connect to an address, and what to write instead.
 * @returns nothing when the page's policy allows the address.
 */
export function addressProblem(address: string, words: Words['problems']): string | undefined {
  const [, scheme] = /^([a-z]+):\/\//i.exec(address) ?? [];
  const text = scheme === undefined ? `http://${address}` : address;
  if (!URL.canParse(text)) return words.address;
  const { hostname, host, port, protocol, href, origin, pathname } = new URL(text);
  if (hostname === '[::1]') {
    return fill(words.addressIpv6, { instead: `http://localhost${port === '' ? '' : `:${port}`}` });
  }
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return words.address;
  if (scheme === undefined || protocol !== 'http:') {
    return fill(words.addressHttp, { instead: `http://${host}` });
  }
  return href === `${origin}${pathname}` ? undefined : words.addressExtra;
}

/** Whether a signature of the demo app signs the call. It is no secret, and the service itself does not accept it. */
export function isDemoCall(
  { target, secretKey }: Pick<Values, 'target' | 'secretKey'>,
  demo: DemoApp,
): boolean {
  return target !== 'live' && secretKey === demo.secretKey;
}

/** Shows the controls of the chosen target, way to sign in and operation, and hides the others. */
export function showChoices(form: HTMLFormElement, values: Values, demo: DemoApp): void {
  const chosen: Record<string, string> = {
    target: values.target,
    sign: values.secretKey === undefined ? 'usersig' : 'key',
    key: values.secretKey === demo.secretKey ? 'demo' : 'own',
    copies: isDemoCall(values, demo) ? 'demo' : 'own',
  };
  for (const part of form.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = chosen[part.dataset.when ?? ''] !== part.dataset.is;
  }
  for (const body of form.querySelectorAll<HTMLElement>('.body')) {
    body.hidden = body.dataset.operation !== values.operation;
  }
}

/**
 * Writes each problem below its field.
 * @param touched name of the field that was just changed, or `all`. Other fields show a problem only if they were touched before.
 */
export function showProblems(
  form: HTMLFormElement,
  problems: ReadonlyMap<string, string>,
  touched?: string,
): void {
  for (const control of form.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    if (control.name === '' || control.type === 'radio' || control.type === 'checkbox') continue;
    if (control.name === touched || touched === 'all') control.dataset.touched = '';
    const problem = control.dataset.touched === undefined ? '' : (problems.get(control.name) ?? '');
    control.setAttribute('aria-invalid', String(problem !== ''));
    problemOf(control).textContent = problem;
  }
}

function problemOf(control: HTMLInputElement): HTMLElement {
  const id = `${control.id || control.name}-problem`;
  const found = document.getElementById(id);
  if (found) return found;
  const made = element('p', { class: 'problem', id, 'aria-live': 'polite' });
  // After the label and not inside it, where it would become part of the control's name.
  (control.closest('label') ?? control).after(made);
  control.setAttribute('aria-describedby', `${id} ${control.getAttribute('aria-describedby') ?? ''}`.trim());
  return made;
}

/** Fills in the demo app and accounts that exist there. */
export function fillInDemo(form: HTMLFormElement, demo: DemoApp): void {
  const set = (name: string, value: string) => {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = value;
  };
  form.querySelector<HTMLInputElement>('[name="sign"][value="key"]')?.click();
  set('sdkAppId', String(demo.sdkAppId));
  set('identifier', demo.identifier);
  set('secretKey', demo.secretKey);
  for (const control of form.querySelectorAll<HTMLInputElement>('.body [name]')) {
    const [, field = ''] = control.name.split('-');
    const values = demo.values[field];
    if (values && control.value === '') set(control.name, values.join('\n'));
  }
}
