import { expect, test } from 'vitest';
import { renderCrumbs, renderTree, renderTurn } from '../src/frame.ts';
import { html } from '../src/html.ts';
import { readLanguages } from '../src/languages.ts';
import type { PageSource } from '../src/page.ts';
import { growTree } from '../src/site-map.ts';
import { createView } from '../src/view.ts';

const [english] = await readLanguages();
const { spec } = english;
const page = (path: string, below: PageSource[] = []): PageSource => ({
  path,
  below,
  render: () => ({ title: path, description: '', body: html`` }),
});
const tree = growTree(
  [
    { name: 'start', hasIndex: true, pages: [page('', [page('all/')])] },
    { name: 'errors', hasIndex: true, pages: [page('errors/', [page('errors/1/'), page('errors/2/')])] },
    { name: 'tools', pages: [page('a/', [page('a/b/')]), page('c/')] },
  ],
  (path) => ({ title: `Page ${path}`, description: '' }),
);
const site = {
  spec,
  language: english,
  languages: [english],
  assets: new Map(),
  englishOnly: new Set<string>(),
  terms: new Set<string>(),
};

function frameOf(path: string) {
  const view = createView(site, path);
  const place = tree.places.get(path);
  if (place === undefined) throw new Error(`No page ${path}`);
  const words = (text: string | undefined) =>
    text
      ?.replace(/<[^>]+>|\n/g, '|')
      .split(/\|+/)
      .filter(Boolean);
  return {
    marked: renderTree(view, tree, path).text.match(/<a [^>]*aria-current[^>]*>[^<]*/g),
    crumbs: words(renderCrumbs(view, place)?.text),
    turn: words(renderTurn(view, place)?.text),
  };
}

test('a page below another has no line of its own, and marks that of the other', () => {
  expect(renderTree(createView(site, ''), tree, '').text).not.toContain('errors/1/');
  expect(frameOf('errors/1/').marked).toEqual(['<a href="../../errors/" aria-current="true">Page errors/']);
  expect(frameOf('a/b/').marked).toEqual(['<a href="../../a/" aria-current="true">Page a/']);
  expect(frameOf('all/').marked).toBeNull();
});

test('the way to a page below another leads over the section and the other, each once', () => {
  expect(frameOf('errors/2/').crumbs).toEqual(['chat-sns', 'Error codes', 'Page errors/2/']);
  expect(frameOf('a/b/').crumbs).toEqual(['chat-sns', 'Tools', 'Page a/', 'Page a/b/']);
  expect(frameOf('').crumbs).toBeUndefined();
});

test('a page below another is read among its siblings, and one without any has nowhere to turn', () => {
  expect(frameOf('errors/2/').turn).toEqual(['Previous', ' Page errors/1/']);
  expect(frameOf('a/b/').turn).toBeUndefined();
});
