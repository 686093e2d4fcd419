import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { html } from '../src/html.ts';
import { readLanguages } from '../src/languages.ts';
import type { PageSource } from '../src/page.ts';
import { growTree, listPages, mapSite, readMapInputs, type Section } from '../src/site-map.ts';

const [english] = await readLanguages();
const sections = mapSite(english.spec, await readMapInputs());
const content = (path: string) => ({ title: `Title of ${path}`, description: '' });

test('every file of a page is in the map, and every guide and call has its page', async () => {
  const used = readFileSync(new URL('../src/site-map.ts', import.meta.url), 'utf8');
  const files = readdirSync(new URL('../src/pages/', import.meta.url));
  expect(files.filter((file) => !used.includes(`./pages/${file}`))).toEqual([]);
  const { guides } = await readMapInputs();
  const paths = listPages(sections).map(({ path }) => path);
  for (const { name } of guides) expect(paths).toContain(`guides/${name}/`);
  expect(paths).toContain('operations/deleteFriends/');
  expect(paths).toContain('webhooks/friendDeleted/');
});

const page = (path: string, below?: PageSource[]): PageSource => ({
  path,
  ...(below && { below }),
  render: () => ({ title: path, description: '', body: html`` }),
});

test('two pages with one path stop the build', () => {
  const twice: Section[] = [
    { name: 'start', pages: [page('')] },
    { name: 'errors', pages: [page('errors/', [page('errors/1/'), page('errors/1/')])] },
  ];
  expect(() => listPages(twice)).toThrow('two pages with the path errors/1/');
});

test('the pages are read one after the other through all sections', () => {
  const { places } = growTree(sections, content);
  const listed = sections
    .flatMap(({ pages }) => pages.map(({ path }) => path))
    .filter((path) => path !== 'reference/');
  expect(places.get('reference/')?.next).toBeUndefined();
  expect(listed.map((path) => places.get(path)?.next?.path)).toEqual([...listed.slice(1), undefined]);
  expect(listed.map((path) => places.get(path)?.previous?.path)).toEqual([undefined, ...listed.slice(0, -1)]);
});

test('a page below another is read among its siblings and is not listed', () => {
  const { sections: grown, places } = growTree(
    [{ name: 'errors', pages: [page('errors/', [page('errors/1/'), page('errors/2/')]), page('b/')] }],
    content,
  );
  expect(grown[0]?.pages.map(({ path }) => path)).toEqual(['errors/', 'b/']);
  const { parent, previous, next, section } = places.get('errors/2/') ?? {};
  expect([section?.name, parent?.path, previous?.path, next]).toEqual([
    'errors',
    'errors/',
    'errors/1/',
    undefined,
  ]);
  expect(places.get('errors/')?.next?.path).toBe('b/');
});

test('a page that was not rendered stops the build', () => {
  expect(() => growTree([{ name: 'start', pages: [page('')] }], () => undefined)).toThrow('not rendered');
});
