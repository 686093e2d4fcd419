import { expect, test } from 'vitest';
import type { Language } from '../src/languages.ts';
import type { SpecInput } from '../src/spec-input.ts';
import { en } from '../src/strings/en.ts';
import { createView, type Site } from '../src/view.ts';

const spec: SpecInput = {
  document: {} as SpecInput['document'],
  errors: [],
  examples: {} as SpecInput['examples'],
  sources: { records: [], choices: [], discoveries: [] },
  claims: [],
  workflows: [],
  downloads: { 'openapi.yaml': '', 'openapi.json': '', 'errors.json': '', 'claims.json': '' },
};

const english: Language = { tag: 'en', folder: '', strings: en, spec };
const korean: Language = { tag: 'ko', folder: 'ko/', strings: en, spec };

function siteIn(language: Language): Site {
  return {
    spec,
    language,
    languages: [english, korean],
    englishOnly: new Set(['guides/']),
    assets: new Map(),
    terms: new Set(),
  };
}

test('links are relative, so that the site works below any path', () => {
  const view = createView(siteIn(english), 'operations/deleteFriends/');
  expect(view.to('errors/#31704')).toBe('../../errors/#31704');
  expect(view.to('')).toBe('../../');
  expect(view.file('assets/site.css')).toBe('../../assets/site.css');
  expect(createView(siteIn(english), '').to('')).toBe('./');
});

test('a link within the page consists of its fragment', () => {
  expect(createView(siteIn(english), 'errors/').to('errors/#31704')).toBe('#31704');
});

test('a language in a folder keeps its pages there and shares the files', () => {
  const view = createView(siteIn(korean), 'errors/');
  expect(view.to('operations/')).toBe('../operations/');
  expect(view.file('openapi.yaml')).toBe('../../openapi.yaml');
});

test('an English-only page is linked in English, and its language switch leads to the home page', () => {
  const view = createView(siteIn(korean), 'errors/');
  expect(view.to('guides/#first')).toBe('../../guides/#first');
  expect(view.isForeign('guides/#first')).toBe(true);
  expect(createView(siteIn(english), 'guides/').inLanguage('ko', 'guides/')).toBe('../ko/');
});

test('a link leads to the same page in another language', () => {
  const view = createView(siteIn(korean), 'errors/');
  expect(view.inLanguage('en', 'errors/')).toBe('../../errors/');
  expect(createView(siteIn(english), '').inLanguage('en', '')).toBe('./');
});
