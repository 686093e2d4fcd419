/** An element of the built page. @throws when it is missing, so that a changed page fails loudly. */
export function find<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}

/** What the build wrote into the page for its script. */
export function readData<T>(id: string): T {
  return JSON.parse(find(`#${id}`).textContent ?? '') as T;
}

/** The message of an output about a number, in the words that the build wrote into it. */
export function countText(output: HTMLElement, count: number): string {
  const { one = '', many = '', none = '' } = output.dataset;
  if (count === 0) return none;
  return (count === 1 ? one : many).replace('{n}', String(count));
}

/** An element with attributes and children; a string is a child as it is. */
export function element(
  tag: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Copies a text and says so in the status, which screen readers read aloud. */
export async function copyText(
  text: string,
  status: HTMLElement,
  words: { copied: string; copyFailed: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = words.copied;
  } catch {
    status.textContent = words.copyFailed;
  }
}

/** Empties the fields with a secret when the page is left, because a browser may keep the page for the way back. */
export function forgetOnLeave(form: HTMLFormElement, forgot: () => void = () => {}): void {
  addEventListener('pagehide', () => {
    for (const control of form.querySelectorAll<HTMLInputElement>('[name="secretKey"], [name="userSig"]')) {
      control.value = '';
    }
    forgot();
  });
}

/** What the browser keeps for this host. A browser that keeps nothing has no value, and nothing fails. */
export const storage = {
  isOpen(): boolean {
    try {
      return localStorage !== null;
    } catch {
      return false;
    }
  },

  get(key: string): string | undefined {
    return this.isOpen() ? (localStorage.getItem(key) ?? undefined) : undefined;
  },

  set(key: string, value: string | undefined): void {
    if (!this.isOpen()) return;
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  },
};

/** Redoc keeps the reader's choice of colours under this name, and shows it as a class of the root element. */
const modeKey = 'redoc.colorMode';

/** The reader's choice of colours, which all pages and Redoc share. `system` is the lack of one. */
export const colourMode = {
  read(): 'light' | 'dark' | 'system' {
    const mode = storage.get(modeKey);
    return mode === 'light' || mode === 'dark' ? mode : 'system';
  },

  write(mode: 'light' | 'dark' | 'system'): void {
    storage.set(modeKey, mode === 'system' ? undefined : mode);
    this.apply();
  },

  apply(): void {
    const mode = this.read();
    for (const one of ['light', 'dark']) document.documentElement.classList.toggle(one, one === mode);
  },
};
