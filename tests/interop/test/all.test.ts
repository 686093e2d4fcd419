import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderPage } from '../page.ts';
import { reproduce, reproductions } from '../reproductions.ts';
import { tools } from '../tools.ts';
import { pageFile, resultsFile, testTools } from './test-tools.ts';

const rows = await testTools(tools);

test.each(Object.keys(reproductions))('%s', async (name) => {
  expect(await reproduce(name), 'The tool works now: read its entry in tools.ts again').toBe(true);
});

test('every failure of a tool has a reproduction', () => {
  const named = tools.flatMap(({ failures = {} }) =>
    Object.values(failures).flatMap(({ cause }) => (cause === 'document' ? [] : cause.reproduction)),
  );
  expect(Object.keys(reproductions)).toEqual(expect.arrayContaining(named));
});

test('every tool has a row, which is recorded', () => {
  expect(rows.map(({ id }) => id)).toEqual(tools.map(({ id }) => id));
  writeFileSync(resultsFile, `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(pageFile, renderPage(rows));
});
