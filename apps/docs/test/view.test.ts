import { expect, test } from 'vitest';
import type { SpecInput } from '../src/spec-input.ts';
import { en } from '../src/strings/en.ts';
import { createView, type Site } from '../src/view.ts';

const spec: SpecInput = {
  document: {} as SpecInput['document'],
  errors: [],
  examples: {},
  sources: { records: [], choices: [], discoveries: [] },
  downloads: { 'openapi.yaml': '', 'openapi.json': '', 'errors.json': '' },
};

function siteIn(folder: string): Site {
  return { spec, language: { tag: 'en', folder, strings: en }, assets: new Map(), terms: new Set() };
}

test('links are relative, so that the site works below any path', () => {
  const view = createView(siteIn(''), 'operations/deleteFriends/');
  expect(view.to('errors/#31704')).toBe('../../errors/#31704');
  expect(view.to('')).toBe('../../');
  expect(view.file('assets/site.css')).toBe('../../assets/site.css');
  expect(createView(siteIn(''), '').to('')).toBe('./');
});

test('a link within the page is only its fragment', () => {
  expect(createView(siteIn(''), 'errors/').to('errors/#31704')).toBe('#31704');
});

test('a language in a folder keeps its pages there and shares the files', () => {
  const view = createView(siteIn('ko/'), 'errors/');
  expect(view.to('operations/')).toBe('../operations/');
  expect(view.file('openapi.yaml')).toBe('../../openapi.yaml');
});
