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
  const listed = records.map(({ hosts = {} }) => Object.keys(hosts).toSorted().join());
  const marked = [...rows.entries()]
    .filter(([head]) => head !== 'Page' && head !== 'The contract')
    .map(([, cells]) =>
      columns
        .filter((_, index) => cells[index] === '✓')
        .toSorted()
        .join(),
    );
  expect(marked.toSorted()).toEqual(listed.toSorted());
  expect([...rows.keys()].filter((head) => head.startsWith('REST API overview'))).toEqual([
    'REST API overview: English, 2024-02-07',
    'REST API overview: English, 2024-07-16',
    'REST API overview: English, undated',
  ]);
  const offered = columns.filter((_, index) => rows.get('The contract')?.[index] === '✓');
  expect(offered).toEqual(spec.document.servers.map(({ description }) => description));
});

test('an edition has the name of its language and its year, and no name is there twice', () => {
  const names = (operation: string) => rowsBelow(`id="editions-${operation}"`).get('Fact') ?? [];
  expect(names('deleteFriends')).toEqual([
    'Chinese, 2017',
    'Chinese, 2019',
    'English, 2023',
    'Chinese, 2025',
    'Korean, undated',
  ]);
  for (const { operation } of spec.sources.records)
    if (operation) expect(new Set(names(operation)).size).toBe(names(operation).length);
});

test('a fact is shown where an edition states it, and marked where it was not read', () => {
  const rows = rowsBelow('id="editions-deleteAllFriends"');
  const stated = (fact: string) => rows.get(fact) ?? [];
  expect(stated('Fact').join('; ')).toBe(
    'Chinese, 2017; Chinese, 2019; Chinese, 2019, early; English, 2020; Chinese, 2024; English, 2025; Chinese, 2025',
  );
  const oneWay = 'optional, default Delete_Type_Single';
  expect(stated('Request DeleteType')).toEqual([
    ...['not stated', oneWay, 'not stated', oneWay],
    ...['not read', oneWay, oneWay],
  ]);
  expect(stated('Code 30006')).toEqual([
    ...['not stated', 'stated', 'not read', 'stated', 'not read', 'stated', 'stated'],
  ]);
  expect(stated('Response ErrorInfo')[1]).toBe('&quot;&quot; on success');
  // A page that was read as a whole lacks what its record lacks.
  const query = ['not stated', 'stated', 'not read', 'stated', 'not read', 'stated', 'stated'];
  expect(stated('Query usersig')).toEqual(query);
  expect(stated('Host adminapijpn.im.qcloud.com (Tokyo)')).toEqual([
    ...['not stated', 'not stated', 'not read', 'not stated', 'not read', 'stated', 'stated'],
  ]);
});

test('a code is marked in the editions that list it', () => {
  const rows = rowsBelow('id="editions-deleteFriends"');
  const columns = rows.get('Fact') ?? [];
  const marked = (code: string) =>
    columns.filter((_, index) => rows.get(`Code ${code}`)?.[index] === 'stated');
  expect(marked('31704')).toEqual(['Chinese, 2017', 'Chinese, 2019', 'English, 2023', 'Korean, undated']);
  expect(marked('31701')).toEqual(['Chinese, 2017']);
});
