import { expect, test } from 'vitest';
import { readLanguages } from '../src/languages.ts';
import { renderComparison } from '../src/parts/comparison.ts';
import { createView, findTerms } from '../src/view.ts';

const [english] = await readLanguages();
const { spec } = english;
const site = {
  spec,
  language: english,
  languages: [english],
  assets: new Map(),
  englishOnly: new Set<string>(),
};
const view = createView({ ...site, terms: findTerms(spec.document) }, 'disagreements/');
const html = renderComparison(view).text;

/** Rows of the table below an anchor: texts of the cells, by the text of the first. */
function rowsBelow(anchor: string): Map<string, string[]> {
  const table = /<table[\s\S]*?<\/table>/.exec(html.slice(html.indexOf(anchor)))?.[0] ?? '';
  const rows = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/g, ''),
    ),
  );
  return new Map(rows.map(([head = '', ...cells]) => [head, cells]));
}

test('every page is marked at the regions of its record, and at no others', () => {
  const rows = rowsBelow('id="regions"');
  const columns = rows.get('Page') ?? [];
  const records = spec.sources.records.filter(({ hosts }) => hosts !== undefined);
  expect(rows.size).toBe(records.length + 2);
  for (const { id, hosts = {} } of records) {
    const marked = columns.filter((_, index) => rows.get(id)?.[index] === '✓');
    expect(marked.toSorted(), id).toEqual(Object.keys(hosts).toSorted());
  }
  const offered = columns.filter((_, index) => rows.get('The contract')?.[index] === '✓');
  expect(offered).toEqual(spec.document.servers.map(({ description }) => description));
});

test('the default of DeleteType is shown where an edition states it, and nowhere else', () => {
  const rows = rowsBelow('id="details"');
  for (const { id, operation, request } of spec.sources.records) {
    if (!operation || !request) continue;
    const { DeleteType } = request;
    expect(rows.get(id)?.[2], id).toBe(DeleteType ? (DeleteType.default ?? 'not stated') : '');
  }
});

test('a code is marked in the editions that list it', () => {
  const rows = rowsBelow('>deleteFriends<');
  const columns = rows.get('Code') ?? [];
  const marked = (code: string) => columns.filter((_, index) => rows.get(code)?.[index] === '✓');
  expect(marked('31704')).toEqual(['2017', '2019', 'intl-2023', 'trtc-ko']);
  expect(marked('31701')).toEqual(['2017']);
});
