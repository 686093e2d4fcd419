import { element } from '../find.ts';
import type { DemoApp } from './data.ts';
import type { Values } from './form-values.ts';

/** Shows the controls of the chosen target, way to sign in and operation, and hides the others. */
export function showChoices(form: HTMLFormElement, values: Values): void {
  const chosen: Record<string, string> = {
    target: values.target,
    sign: values.secretKey === undefined ? 'usersig' : 'key',
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
