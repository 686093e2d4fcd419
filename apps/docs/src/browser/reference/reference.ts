import type { RedocWords } from '../../strings/en-redoc.ts';
import { find, readData } from '../dom.ts';

const words = readData<RedocWords>('redoc-words');
const known: ReadonlyMap<string, string> = new Map(Object.entries(words));

/** What the edited script of Redoc calls, see reference/name-words.ts and reference/repair-redoc.ts. */
const redocSeams = {
  word: (key: keyof RedocWords): string => words[key],

  translate: (key: string, english: string): string => known.get(key) ?? english,

  /** The place of a search result, such as `response 200 fields`. */
  place(english: unknown): unknown {
    if (typeof english !== 'string') return english;
    const [code = ''] = /\d+/.exec(english) ?? [];
    return known.get(`place.${english.replace(code, code && '{code}')}`)?.replace('{code}', code) ?? english;
  },

  /** Makes an element with the role of a button react to the keys of one. */
  press(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.currentTarget.click();
  },

  /** The `ref` of a dialog: moves the focus into it, keeps it there, and returns it afterwards. */
  modal(dialog: HTMLElement): () => void {
    const opener = document.activeElement;
    const others = [...document.body.children].filter((other) => !other.contains(dialog));
    for (const other of others) other.toggleAttribute('inert', true);
    dialog.querySelector<HTMLElement>('input, button')?.focus();
    return () => {
      for (const other of others) other.removeAttribute('inert');
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  },
};
Object.assign(globalThis, { redocSeams });

// Without this script the link leads to the list of pages. Redoc treats a fragment of the address as one of its pages.
const skip = find<HTMLAnchorElement>('.skip');
skip.hash = '#redoc';
skip.addEventListener('click', (event) => {
  event.preventDefault();
  const main = find('#redoc main');
  main.tabIndex = -1;
  main.focus();
});
