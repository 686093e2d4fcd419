import { countText } from './dom.ts';

const form = document.querySelector<HTMLFormElement>('#filter');
if (form) enhance(form);

function enhance(form: HTMLFormElement): void {
  const selector = form.dataset.entries ?? '';
  const entries = [...document.querySelectorAll<HTMLElement>(selector)].map((entry) => ({
    entry,
    text: (entry.textContent ?? '').toLowerCase(),
  }));
  const groups = [...document.querySelectorAll<HTMLElement>('section.group')];
  const choices = [...form.querySelectorAll('select')];
  const output = form.querySelector('output');

  function apply(): void {
    const words = String(new FormData(form).get('q')).toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { entry, text } of entries) {
      const matches =
        words.every((word) => text.includes(word)) &&
        choices.every(({ name, value }) => value === '' || entry.dataset[name]?.split(' ').includes(value));
      entry.hidden = !matches;
      if (matches) shown += 1;
    }
    for (const group of groups) group.hidden = group.querySelector(`${selector}:not([hidden])`) === null;
    if (output) output.textContent = countText(output, shown);
  }

  /** A link to an entry must lead to it, whatever the filter hides. */
  function showTarget(): void {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest('[hidden]')) return;
    form.reset();
    apply();
    target.scrollIntoView();
  }

  const search = new URLSearchParams(location.search).get('q');
  const input = form.elements.namedItem('q');
  if (search !== null && input instanceof HTMLInputElement) input.value = search;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('hashchange', showTarget);
  form.hidden = false;
  apply();
  showTarget();
}
