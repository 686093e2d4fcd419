import MiniSearch from 'minisearch';
import { type Entry, kinds, type SearchIndex } from './entry.ts';

/** Scripts that put no space between words: every two characters next to each other are a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** A name as written, and its parts: `To_Account` is also `to` and `account`, `deleteFriends` also `delete` and `friends`. */
export function splitWords(text: string): string[] {
  const pairs = [...text.matchAll(unspaced)].flatMap(([run]) =>
    run.length === 1
      ? [run]
      : Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)),
  );
  const names = text.replace(unspaced, ' ').match(/[\p{L}\p{N}_]+/gu) ?? [];
  const parts = names.flatMap((name) => [name, ...name.split(/_|(?<=[a-z])(?=[A-Z])/)]);
  return [...new Set([...parts, ...pairs].filter(Boolean))];
}

/** Words of a question that say nothing about what is looked for. */
const fillers = new Set(
  'a an and are can do does for how i in is it me mean my of on or the to what when where which why with'.split(
    ' ',
  ),
);

/** A word as it is compared: the plural of an English word is its singular. */
function reduceWord(word: string): string | false {
  const plain = word.normalize('NFKC').toLowerCase();
  if (fillers.has(plain)) return false;
  return /^[a-z]{4,}$/.test(plain) ? plain.replace(/ies$/, 'y').replace(/(?<!s)s$/, '') : plain;
}

/** How two ways to write one name are compared: a path with its method is the path, an address is its host. */
function normalise(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^post\s+/, '')
    .replace(/^https?:\/\/([^/]+).*$/s, '$1')
    .replace(/^\/|\/$/g, '')
    .replace(/\s+/g, ' ');
}

/** Weights by kind, in the order of `kinds`. */
const weights = [1.4, 2.4, 1.3, 1.1, 1.4, 1];

/**
 * A search in an index, best first. What has the query as its name comes before everything else, and what begins with it
 * next; among those the kind decides, then the order of the site. Of fields with the same name, all but the first come last.
 */
export function createSearch({ pages, entries }: SearchIndex): (query: string) => Entry[] {
  const names = entries.map(([kind, , , title, , ...keys]) => {
    // A code is named by its number and by its title.
    const parts = kinds[kind] === 'code' ? title.split(' ') : [];
    return [title, ...parts, ...keys].map(normalise);
  });
  const first = new Map(
    entries.map(([kind, , , title], id) => [`${kind} ${title}`, id] as const).toReversed(),
  );
  const repeated = new Set(
    entries.flatMap(([kind, , , title], id) =>
      kinds[kind] === 'field' && first.get(`${kind} ${title}`) !== id ? [id] : [],
    ),
  );
  const engine = new MiniSearch<{ id: number; title: string; keys: string; note: string; page: string }>({
    fields: ['title', 'keys', 'note', 'page'],
    tokenize: splitWords,
    processTerm: reduceWord,
    searchOptions: {
      boost: { title: 4, keys: 3, page: 0.5 },
      boostDocument: (id: number) => weights[entries[id]?.[0] ?? 0] ?? 1,
      prefix: true,
      // A number or a name with underscores is copied, not misspelt. Two letters of a short word make another word.
      fuzzy: (term) => /^[a-z]{5,}$/.test(term) && (term.length < 7 ? 1 : 0.25),
      weights: { fuzzy: 0.2, prefix: 0.5 },
    },
  });
  engine.addAll(
    entries.map(([, page, , title, note, ...keys], id) => ({
      id,
      title,
      note,
      keys: keys.join(' '),
      page: pages[page]?.[1] ?? '',
    })),
  );
  return (query) => {
    const wanted = normalise(query);
    if (wanted === '') return [];
    const strict = engine.search(query, { combineWith: 'AND' });
    const found = strict.length > 0 ? strict : engine.search(query);
    const scores = new Map(found.map(({ id, score }) => [id as number, score]));
    // A code is meant wherever in a question it stands.
    const words = wanted.split(/[^\p{L}\p{N}]+/u);
    const isCode = (id: number) => kinds[entries[id]?.[0] ?? 0] === 'code';
    const rankOf = (id: number) => {
      if (names[id]?.includes(wanted) || (isCode(id) && words.includes(names[id]?.[1] ?? ''))) return 0;
      return names[id]?.some((name) => name.startsWith(wanted)) ? 1 : 2;
    };
    const hits = entries
      .map((entry, id) => ({ entry, rank: rankOf(id), score: scores.get(id) ?? 0, again: repeated.has(id) }))
      .filter(({ rank, score }) => rank < 2 || score > 0);
    return hits
      .toSorted(
        (one, other) =>
          Number(one.again) - Number(other.again) ||
          one.rank - other.rank ||
          (one.rank === 0 ? one.entry[0] - other.entry[0] : other.score - one.score),
      )
      .map(({ entry }) => entry);
  };
}
