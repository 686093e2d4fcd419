import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { applyEdits } from '../src/reference/edit.ts';
import { wordEdits } from '../src/reference/name-words.ts';
import { markupEdits, scriptRepairs } from '../src/reference/repair-redoc.ts';
import { standaloneScript } from '../src/reference/run-redocly.ts';
import { redocWords } from '../src/strings/en-redoc.ts';

const script = applyEdits(await readFile(standaloneScript, 'utf8'), [...wordEdits, ...scriptRepairs]);
/** Redoc composes these keys when it draws. */
const composed = ['place.', 'nested.'];

test('the edited script of Redoc uses every word', () => {
  const unused = Object.keys(redocWords).filter(
    (key) =>
      !script.includes(`\`${key}\``) &&
      !script.includes(`word("${key}")`) &&
      !composed.some((start) => key.startsWith(start)),
  );
  expect(unused).toEqual([]);
});

test('a text that is missing or ambiguous stops the build', () => {
  expect(applyEdits('a b', [['a', 'c']])).toBe('c b');
  expect(applyEdits('a a', [[/a/g, 'a']])).toBe('a a');
  expect(() => applyEdits('a b', [['d', 'c']])).toThrow('no longer writes d');
  expect(() => applyEdits('a b', [[/d/, 'c']])).toThrow('no longer writes /d/');
  expect(() => applyEdits('a b a', [['a', 'c']])).toThrow('now writes in 2 places: a');
});

test('markup in a label stays text', () => {
  const page =
    '<div class="x menu-content"><p data-testid="search-trigger"></p><b data-component-name="Sidebar/SidebarActions"><span class="y"><span></span></span></b><i aria-label="light"></i><i aria-label="Hide sidebar"></i><i aria-label="Open navigation menu"></i><i aria-label="Copy"></i><p>Loading...</p><p>API docs by</p><p>Overview</p><p>License</p><p>Servers</p></div>';
  const edited = applyEdits(
    page,
    markupEdits({ ...redocWords, 'menu.label': '<"&', 'info.title': '<Übersicht>' }),
  );
  expect(edited).toContain('menu-content" role="navigation" aria-label="&lt;&quot;&amp;">');
  expect(edited).toContain('>&lt;Übersicht&gt;<');
});
