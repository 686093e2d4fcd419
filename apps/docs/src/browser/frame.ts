import { enhanceCopy } from './copy-page.ts';
import { colourMode, find, storage } from './dom.ts';
import { enhanceSearch } from './search/slot.ts';

enhanceSearch();
enhanceCopy();

// A change of language keeps the place: the links take over the anchor and the search of the address.
for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a, a.original')) {
  const page = link.href;
  const follow = () => {
    link.href = page + location.search + location.hash;
  };
  // Before any use of the link: by pointer, by keyboard, from its menu.
  for (const event of ['pointerenter', 'pointerdown', 'focus', 'click'] as const) {
    link.addEventListener(event, follow);
  }
}

/** Redoc reads the mode when it starts, and shows that of the system by a class too. */
const isRedoc = document.querySelector('#redoc') !== null;
const modes = ['system', 'light', 'dark'] as const;
const buttons = document.querySelectorAll<HTMLButtonElement>('button.theme');

/** Names the buttons after the mode that is set now. Where nothing can be stored, they stay hidden. */
function showMode(): void {
  const mode = colourMode.read();
  for (const button of buttons) {
    const { label, [mode]: name } = button.dataset;
    button.ariaLabel = button.title = `${label}: ${name}`;
    button.dataset.mode = mode;
  }
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    const next = (modes.indexOf(colourMode.read()) + 1) % modes.length;
    colourMode.write(modes[next] ?? 'system');
    showMode();
    if (isRedoc) location.reload();
  });
  button.hidden = !storage.isOpen();
}
showMode();
// Another page may have changed it, also while this one waited in the cache for the way back.
for (const event of ['pageshow', 'storage']) {
  addEventListener(event, () => {
    if (!isRedoc) colourMode.apply();
    showMode();
  });
}

const menu = find<HTMLDetailsElement>('.menu');
menu.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  menu.open = false;
  find('summary', menu).focus();
});

// A long tree shows the line of the page.
const sidebar = document.querySelector<HTMLElement>('.sidebar');
const line = sidebar?.querySelector<HTMLElement>('[aria-current]');
if (sidebar && line && line.offsetTop > sidebar.clientHeight - 80) {
  sidebar.scrollTop = line.offsetTop - sidebar.clientHeight / 2;
}

/** Set when the reader does not want to be told about another language. */
const dismissedKey = 'chat-sns.languageOffer';
const offers = [...document.querySelectorAll<HTMLElement>('.offer')];
const tags = [document.documentElement.lang, ...offers.map(({ lang }) => lang)];
const preferred = navigator.languages
  .map((tag) => tag.split('-')[0] ?? tag)
  .find((tag) => tags.includes(tag));
for (const offer of offers) {
  offer.hidden = offer.lang !== preferred || storage.get(dismissedKey) !== undefined;
  find('button', offer).addEventListener('click', () => {
    offer.hidden = true;
    storage.set(dismissedKey, 'dismissed');
  });
}
