import type { Strings } from '../../strings/en.ts';
import { readData } from '../dom.ts';

type Attributes = Readonly<Record<string, string | null>>;
/** Parts of Redoc's page with the attributes that they lack; `null` takes one away. */
type Rule = readonly [parts: string, attributes: Attributes | ((part: Element) => Attributes)];

const labels = readData<Strings['redoc']['labels']>('redoc-labels');
const asButton = { role: 'button', tabindex: '0' };
const asState = (isExpanded: boolean) => ({ 'aria-expanded': String(isExpanded) });

export const searchDialog = '[data-testid="search-dialog"]';
const searchTrigger = '[data-testid="search-trigger"]';
const columns = '[data-component-name="Sidebar/SidebarActions"] span > span';
/** Parts that react to a pointer only. */
export const pointerOnly = `${searchTrigger}, ${columns}`;

const rules: readonly Rule[] = [
  // The menu becomes a landmark, so that the whole page is in landmarks.
  ['#redoc div:has(~ main)', { role: 'navigation', 'aria-label': labels.menu }],
  [searchTrigger, asButton],
  [columns, { ...asButton, 'aria-label': labels.columns }],
  // Redoc names it after the current mode.
  ['[data-testid="color-mode-switcher"]', { 'aria-label': labels.colourMode }],
  // Each call has its own address and is drawn without the title of the first page. Its headings skip a level.
  ['[data-component-name="Typography/H2"]', { 'aria-level': '1' }],
  ['[data-component-name="Typography/H4"]', { 'aria-level': '2' }],
  ['main h5', { 'aria-level': '3' }],
  // The label hides the name of the example that is chosen.
  ['main [data-testid="dropdown"] > button', { 'aria-label': null }],
  // Its only content is − while it is open.
  [
    '[data-schema-nested-open] > button',
    ({ parentElement }) => {
      const isOpen = parentElement?.getAttribute('data-schema-nested-open') === 'true';
      return { ...asState(isOpen), 'aria-label': isOpen ? labels.details : null };
    },
  ],
  // Redoc calls it "collapse" in both states.
  [
    '[data-testid="source-code"] button[aria-label]',
    (part) => ({ ...asState(part.classList.contains('expanded')), 'aria-label': labels.details }),
  ],
  // A dialog without the role of one, with a second header of the page and a button without a name.
  [searchDialog, { role: 'dialog', 'aria-modal': 'true', 'aria-label': labels.search }],
  [`${searchDialog} header`, { role: 'none' }],
  [`${searchDialog} header button`, { 'aria-label': labels.clear }],
];

/** Attributes whose change by Redoc can change what a rule gives. */
export const watched = ['aria-label', 'class', 'data-schema-nested-open'];

/** Gives the parts that are drawn now the attributes that they lack. */
export function nameParts(): void {
  for (const [parts, attributes] of rules)
    for (const part of document.querySelectorAll(parts)) {
      const given = typeof attributes === 'function' ? attributes(part) : attributes;
      for (const [name, value] of Object.entries(given)) setAttribute(part, name, value);
    }
}

const language = new Intl.Locale(document.documentElement.lang);
const isLatin = language.maximize().script === 'Latn';

/** Marks Redoc's English words in a page whose language has letters of its own. */
export function markEnglish(): void {
  if (isLatin) return;
  for (const part of document.body.querySelectorAll<HTMLElement>(':not(code, pre, script, style, pre *)')) {
    const texts = [...part.childNodes].filter((node) => node instanceof Text).map(({ data }) => data);
    const names = ['aria-label', 'placeholder', 'title', 'alt'].map((name) => part.getAttribute(name));
    const letters = [...texts, ...names].join('').match(/\p{L}/gu) ?? [];
    if (letters.length === 0 || !['', 'en'].includes(part.lang)) continue;
    setAttribute(part, 'lang', letters.every((letter) => /\p{Script=Latin}/u.test(letter)) ? 'en' : null);
  }
}

/** Leaves an attribute that is right as it is, because each change is reported to the observer. */
function setAttribute(part: Element, name: string, value: string | null): void {
  if (part.getAttribute(name) === value) return;
  if (value === null) part.removeAttribute(name);
  else part.setAttribute(name, value);
}
