import { type Entry, kinds, type SearchIndex } from '../../search/entry.ts';
import { createSearch } from '../../search/rank.ts';
import { element } from '../dom.ts';

/** More would not be read. */
const mostShown = 20;

interface Search {
  index: SearchIndex;
  /** Address of the site's root. */
  root: URL;
  find(query: string): Entry[];
}

let dialog: Promise<HTMLDialogElement> | undefined;

/** Opens the search with the words and the index that the link names, and loads them at the first time. */
export async function openSearch(link: HTMLAnchorElement): Promise<void> {
  dialog ??= loadIndex(link).then((search) => createDialog(search, link.textContent ?? ''));
  const opened = await dialog.catch((cause) => {
    dialog = undefined;
    throw cause;
  });
  if (!opened.open) opened.showModal();
  opened.querySelector('input')?.select();
}

async function loadIndex(link: HTMLAnchorElement): Promise<Search> {
  const address = new URL(link.dataset.index ?? '', document.baseURI);
  const { default: index } = (await import(address.href)) as { default: SearchIndex };
  return { index, root: new URL('../', address), find: createSearch(index) };
}

function createDialog(search: Search, name: string): HTMLDialogElement {
  const { words } = search.index;
  const input = element('input', {
    type: 'text',
    role: 'combobox',
    id: 'search-input',
    'aria-label': words.label,
    placeholder: words.placeholder,
    'aria-controls': 'search-results',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'go',
  }) as HTMLInputElement;
  const close = element('button', { type: 'button' }, words.close);
  const status = element('p', { role: 'status' });
  const list = element('div', { role: 'listbox', id: 'search-results', 'aria-label': words.results });
  const made = element(
    'dialog',
    { class: 'search-dialog', 'aria-label': name },
    element('div', { class: 'search-field' }, input, close),
    list,
    status,
  ) as HTMLDialogElement;

  let options: HTMLElement[] = [];
  let current = -1;

  function choose(next: number): void {
    options[current]?.setAttribute('aria-selected', 'false');
    current = options.length === 0 ? -1 : (next + options.length) % options.length;
    const option = options[current];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function show(): void {
    const query = input.value.trim();
    const found = search.find(query);
    options = found.slice(0, mostShown).map((entry, index) => renderOption(search, entry, index));
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    current = -1;
    choose(0);
    const { none, one, many } = words;
    const count = found.length === 0 ? none : found.length === 1 ? one : many;
    status.textContent = query === '' ? words.hint : count.replace('{n}', String(found.length));
  }

  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const { key, ctrlKey, metaKey } = event;
    if (key === 'ArrowDown') choose(current + 1);
    else if (key === 'ArrowUp') choose(current - 1);
    else if (key === 'Enter')
      options[current]?.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey }),
      );
    else return;
    event.preventDefault();
  });
  close.addEventListener('click', () => made.close());
  made.addEventListener('click', (event) => {
    const isAway = event.target === made;
    // A link within the page leaves it open otherwise; with a key it opens beside it.
    const isFollowed = event.target instanceof Element && event.target.closest('[role="option"]') !== null;
    if (isAway || (isFollowed && !event.ctrlKey && !event.metaKey && !event.shiftKey)) made.close();
  });
  document.body.append(made);
  show();
  return made;
}

function renderOption({ index, root }: Search, entry: Entry, position: number): HTMLElement {
  const [kind, page, anchor, title, note] = entry;
  const [path = '', label = '', isEnglish] = index.pages[page] ?? [];
  const href = new URL(path + (anchor === '' ? '' : `#${anchor}`), root).href;
  const heading = index.entries.find(
    ([of, on, at]) => kinds[of] === 'heading' && on === page && at === anchor,
  );
  const place = [label, heading?.[3]].filter((name) => name && name !== title).join(' › ');
  const name = kinds[kind] ?? 'heading';
  return element(
    'a',
    {
      role: 'option',
      id: `search-result-${position}`,
      href,
      tabindex: '-1',
      'aria-selected': 'false',
      ...(isEnglish && { lang: 'en', hreflang: 'en' }),
    },
    element('span', { class: 'title' }, title),
    element('span', { class: 'kind', lang: document.documentElement.lang }, index.words.kinds[name]),
    element('span', { class: 'note' }, note || place),
  );
}
