import { find } from '../dom.ts';
import { markEnglish, nameParts, pointerOnly, searchDialog, watched } from './name-parts.ts';

/** What had the focus before the search opened, and what ends the search. */
let opener: HTMLElement | undefined;
let closeSearch: (() => void) | undefined;

function update(): void {
  nameParts();
  markEnglish();
  const dialog = document.querySelector<HTMLElement>(searchDialog);
  if (dialog) closeSearch ??= keepFocusIn(dialog);
  else if (closeSearch) {
    closeSearch();
    closeSearch = undefined;
  }
}

/** Makes the page behind a dialog inert. @returns what undoes that and gives the focus back. */
function keepFocusIn(dialog: HTMLElement): () => void {
  const others = [...document.body.children].filter((other) => !other.contains(dialog));
  for (const other of others) other.toggleAttribute('inert', true);
  return () => {
    for (const other of others) other.removeAttribute('inert');
    opener?.focus({ preventScroll: true });
  };
}

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && !target.closest(searchDialog)) opener = target;
});

update();
new MutationObserver(update).observe(document.body, {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: watched,
});

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof HTMLElement && target.matches(pointerOnly) && [' ', 'Enter'].includes(key))) return;
  event.preventDefault();
  target.click();
});

// Without this script the link leads to the list of pages. Redoc treats a fragment of the address as one of its pages.
const skip = find<HTMLAnchorElement>('.skip');
skip.hash = '#redoc';
skip.addEventListener('click', (event) => {
  event.preventDefault();
  const main = find('#redoc main');
  main.tabIndex = -1;
  main.focus();
});
