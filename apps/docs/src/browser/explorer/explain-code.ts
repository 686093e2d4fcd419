import { element } from '../find.ts';
import { type CodeTable, fill } from './data.ts';

/** A code with its meaning, what to do, and a link to the catalogue; only the number when the catalogue lacks it. */
export function explainCode(
  code: number,
  codes: CodeTable,
  words: { action: string; inCatalogue: string },
): HTMLElement {
  const known = codes[code];
  if (!known) return element('p', { class: 'explained' }, Number.isNaN(code) ? '' : String(code));
  return element(
    'div',
    { class: 'explained' },
    element('p', {}, element('strong', {}, `${code} ${known.title}`), ` · ${known.retry}`),
    element('p', {}, known.meaning),
    element('p', {}, element('strong', {}, words.action), ` ${known.action}`),
    element('p', {}, element('a', { href: known.href }, fill(words.inCatalogue, { code }))),
  );
}
