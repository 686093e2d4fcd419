import { copyText, element } from './dom.ts';

// The layout writes the words into this script's element, which a module cannot find by itself.
const words = document.querySelector<HTMLElement>('script[data-copied]')?.dataset ?? {};
const { copy = '', copyCode = '', copied = '', copyFailed = '' } = words;
/** Long enough to read the message, and short enough to be gone before the next copy. */
const shownMs = 4000;

addButtons();
// The explorer shows the command that starts a server when none listens.
const verdict = document.querySelector('[data-part="verdict"]');
if (verdict) new MutationObserver(addButtons).observe(verdict, { childList: true });
for (const path of document.querySelectorAll<HTMLElement>('.call-head .address code')) {
  path.after(createButton(path, `${copyCode}: ${path.textContent}`));
}

function addButtons(): void {
  for (const code of document.querySelectorAll<HTMLElement>('pre > code:first-child')) {
    const caption = code.closest('figure')?.querySelector('figcaption')?.textContent;
    code.before(createButton(code, caption ? `${copyCode}: ${caption}` : copyCode));
  }
}

function createButton(code: HTMLElement, name: string): HTMLElement {
  const button = element('button', { type: 'button', 'aria-label': name }, copy);
  const status = element('span', { role: 'status' });
  let timer = 0;
  button.addEventListener('click', async () => {
    clearTimeout(timer);
    await copyText(code.textContent ?? '', status, { copied, copyFailed });
    timer = window.setTimeout(() => status.replaceChildren(), shownMs);
  });
  return element('span', { class: 'copy' }, status, button);
}
