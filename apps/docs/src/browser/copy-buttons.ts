import { copyText, element } from './dom.ts';

// The layout writes the words into this script's element, which a module cannot find by itself.
const words = document.querySelector<HTMLElement>('script[data-copied]')?.dataset ?? {};
const { copy = '', copyCode = '', copied = '', copyFailed = '' } = words;
/** Long enough to read the message, and short enough to be gone before the next copy. */
const shownMs = 4000;

// The tools have buttons of their own where a copy needs more than the text that is shown.
for (const code of document.querySelectorAll<HTMLElement>('pre > code:not([data-copy], .made)')) {
  if (code.parentElement) addButton(code.parentElement, code);
}

function addButton(block: HTMLElement, code: HTMLElement): void {
  const caption = block.closest('figure')?.querySelector('figcaption')?.textContent;
  const name = caption ? `${copyCode}: ${caption}` : copyCode;
  const button = element('button', { type: 'button', 'aria-label': name }, copy);
  const status = element('span', { role: 'status' });
  block.prepend(element('span', { class: 'copy' }, status, button));
  let timer = 0;
  button.addEventListener('click', async () => {
    clearTimeout(timer);
    await copyText(code.textContent ?? '', status, { copied, copyFailed });
    timer = window.setTimeout(() => status.replaceChildren(), shownMs);
  });
}
