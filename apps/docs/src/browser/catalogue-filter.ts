const form = document.querySelector<HTMLFormElement>('#filter');
if (form) enhance(form);

function enhance(form: HTMLFormElement): void {
  const entries = [...document.querySelectorAll<HTMLElement>('article.code')].map((article) => ({
    article,
    text: (article.textContent ?? '').toLowerCase(),
  }));
  const groups = [...document.querySelectorAll<HTMLElement>('section.group')];
  const output = form.querySelector('output');

  function apply(): void {
    const wanted = new FormData(form);
    const words = String(wanted.get('q')).toLowerCase().split(/\s+/).filter(Boolean);
    const operation = String(wanted.get('operation'));
    const retry = String(wanted.get('retry'));
    let shown = 0;
    for (const { article, text } of entries) {
      const { operations = '', retry: itsRetry } = article.dataset;
      const matches =
        words.every((word) => text.includes(word)) &&
        (operation === '' || operations.split(' ').includes(operation)) &&
        (retry === '' || retry === itsRetry);
      article.hidden = !matches;
      if (matches) shown += 1;
    }
    for (const group of groups) group.hidden = group.querySelector('article.code:not([hidden])') === null;
    if (output) output.textContent = countText(output, shown);
  }

  /** A link to a code must lead to it, whatever the filter hides. */
  function showTarget(): void {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.hidden) return;
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

function countText(output: HTMLElement, shown: number): string {
  const { one = '', many = '', none = '' } = output.dataset;
  if (shown === 0) return none;
  return (shown === 1 ? one : many).replace('{n}', String(shown));
}
