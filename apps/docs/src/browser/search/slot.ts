import { element, find } from '../dom.ts';

const isMac = /^(Mac|iP)/.test(navigator.platform);

/** Turns the link to the list of everything into a button that opens the search, and gives it its keys. */
export function enhanceSearch(): void {
  const link = find<HTMLAnchorElement>('a.search');
  const keys = element('kbd', {}, isMac ? '⌘K' : 'Ctrl K');
  const button = element(
    'button',
    { type: 'button', class: 'search', 'aria-haspopup': 'dialog', 'aria-keyshortcuts': 'Control+K Meta+K /' },
    element('span', {}, link.textContent ?? ''),
    keys,
  );
  const open = async () => {
    try {
      const { openSearch } = await import('./dialog.ts');
      await openSearch(link);
    } catch {
      // Without its script, the link still leads to everything that the search would find.
      location.href = link.href;
    }
  };
  button.addEventListener('click', open);
  link.replaceWith(button);
  // Before the page's own listeners: Redoc takes the same keys for its smaller search.
  addEventListener(
    'keydown',
    (event) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      open();
    },
    { capture: true },
  );
}

function isShortcut(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || event.isComposing) return false;
  if (key.toLowerCase() === 'k' && !shiftKey) return isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return key === '/' && !ctrlKey && !metaKey && !isWriting(event);
}

/** Whether the key goes into a text, which may be inside a shadow root. */
function isWriting(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
