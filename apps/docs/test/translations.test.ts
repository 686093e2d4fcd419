import { expect, test } from 'vitest';
import { readLanguages } from '../src/languages.ts';
import { listEnglishOnly, mapSite, readMapInputs } from '../src/site-map.ts';
import {
  describeFaults,
  findFaults,
  type Lock,
  listTexts,
  readLock,
  type Texts,
  updateLock,
} from '../src/translations/check-translations.ts';

const [english, ...others] = await readLanguages();
const englishOnly = listEnglishOnly(mapSite(english.spec, await readMapInputs()));
const texts = listTexts(english, englishOnly);

test.each(others.map((language) => [language.tag, language] as const))(
  'every text of %s is translated from the current English',
  async (tag, language) => {
    const faults = findFaults(texts, listTexts(language, englishOnly), await readLock(tag));
    expect(faults, describeFaults(tag, faults)).toEqual([]);
  },
);

test('the walk covers the document, the catalogue, the choices and the words of the site', () => {
  const paths = [...texts.keys()];
  for (const path of [
    'document/paths//v4/sns/friend_delete/post/summary',
    'document/webhooks/friendDeleted/post/parameters/CallbackCommand/description',
    'document/paths//v4/sns/friend_delete/post/requestBody/content/application/json/examples/one-way/summary',
    'document/servers/seoul/description',
    'document/tags/Friends/name',
    'errors/31704/meaning',
    'choices/region-tokyo/reason',
    'strings/home/points/0',
    'strings/range/items/between',
  ])
    expect(paths).toContain(path);
  expect(paths.filter((path) => /ErrorCode\/x-enumDescriptions|schemas\/\w+\/title/.test(path))).toEqual([]);
});

const en: Texts = new Map([
  ['errors/1/meaning', 'One'],
  ['errors/2/meaning', 'Two'],
]);
const ko: Texts = new Map([
  ['errors/1/meaning', '하나'],
  ['errors/2/meaning', '둘'],
]);
const kinds = (english: Texts, translation: Texts, lock: Lock) =>
  findFaults(english, translation, lock).map(({ kind, path }) => `${kind} ${path}`);

test('a text without a translation is reported, whatever the lock says', () => {
  const lock = updateLock(en, ko, {}, []);
  expect(kinds(en, ko, lock)).toEqual([]);
  expect(kinds(en, new Map([...ko, ['errors/2/meaning', 'Two']]), lock)).toEqual([
    'untranslated errors/2/meaning',
  ]);
  expect(kinds(new Map([...en, ['errors/3/meaning', 'Three']]), ko, lock)).toEqual([
    'untranslated errors/3/meaning',
  ]);
});

test('a translation becomes stale when its English changes, until it is translated or kept', () => {
  const lock = updateLock(en, ko, {}, []);
  const changed: Texts = new Map([...en, ['errors/1/meaning', 'Uno']]);
  const stale = ['stale errors/1/meaning'];
  expect(kinds(changed, ko, lock)).toEqual(stale);
  expect(kinds(changed, ko, updateLock(changed, ko, lock, []))).toEqual(stale);

  const translated: Texts = new Map([...ko, ['errors/1/meaning', '하나!']]);
  expect(kinds(changed, translated, lock)).toEqual(['unrecorded errors/1/meaning']);
  expect(kinds(changed, translated, updateLock(changed, translated, lock, []))).toEqual([]);
  expect(kinds(changed, ko, updateLock(changed, ko, lock, ['errors/1/meaning']))).toEqual([]);
});

test('a text that English no longer has is reported and removed from the lock', () => {
  const lock = updateLock(en, ko, {}, []);
  const fewer: Texts = new Map([['errors/1/meaning', 'One']]);
  expect(kinds(fewer, ko, lock)).toEqual(['gone errors/2/meaning']);
  expect(kinds(fewer, ko, updateLock(fewer, ko, lock, []))).toEqual([]);
});
