import type { CatalogueEntry } from '@chat-sns/spec';
import type { Change, Impact } from './change.ts';
import { type Difference, inWords, structuralDifferences } from './structure.ts';

/** What a change of each part of an entry means; a part that is not named is evidence and means nothing. */
const meanings: Record<string, Impact> = {
  title: 'breaking',
  retry: 'breaking',
  'carriedOut value': 'breaking',
  'carriedOut status': 'correction',
  status: 'correction',
  levelStatus: 'correction',
  info: 'correction',
  family: 'text',
  meaning: 'text',
  action: 'text',
  explains: 'text',
  changed: 'text',
};

/** What a handler of errors relies on, code by code. */
export function catalogueChanges(from: CatalogueEntry[], to: CatalogueEntry[]): Change[] {
  const [removed, added] = [missingIn(to, from), missingIn(from, to)];
  const renumbered = removed.flatMap((entry) => {
    const now = added.find(({ title }) => title === entry.title);
    return now ? [{ entry, now }] : [];
  });
  const moved = new Set(renumbered.flatMap(({ entry, now }) => [entry.code, now.code]));
  const change = ({ code, title }: CatalogueEntry, impact: Impact, what: string): Change => ({
    key: `error code ${code}`,
    impact,
    words: `error code ${code} (${title}) was ${what}`,
  });
  // Clients are told to expect unknown codes, so a new one adds; one that goes away has handlers and a constant.
  return [
    ...renumbered.map(({ entry, now }) => change(entry, 'breaking', `renumbered to ${now.code}`)),
    ...removed.filter(({ code }) => !moved.has(code)).map((entry) => change(entry, 'breaking', 'removed')),
    ...added.filter(({ code }) => !moved.has(code)).map((entry) => change(entry, 'addition', 'added')),
    ...structuralDifferences(from, to).flatMap(partChange),
  ];
}

const missingIn = (list: CatalogueEntry[], from: CatalogueEntry[]) =>
  from.filter(({ code }) => !list.some((one) => one.code === code));

function partChange(difference: Difference): Change[] {
  const [code, part = '', ...rest] = difference.place;
  const place = [`error code ${code}`, [part, ...rest].join(' ')];
  const key = place.join(': ');
  if (part === 'levels' || part === 'operations') {
    const isLost = difference.to === undefined;
    const words = `${place[0]}: ${part} ${isLost ? 'lost' : 'gained'} ${rest.join(' ')}`;
    return [{ key, impact: isLost ? 'breaking' : 'addition', words }];
  }
  const impact = meanings[part] ?? meanings[[part, ...rest].join(' ')];
  if (!impact) return [];
  return [
    { key, impact, words: impact === 'text' ? `${key} was reworded` : inWords({ ...difference, place }) },
  ];
}
