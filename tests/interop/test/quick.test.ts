import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Row, versionOf } from '../harness/tool.ts';
import { renderPage } from '../page.ts';
import { tools } from '../tools.ts';
import { pageFile, resultsFile, testTools } from './test-tools.ts';

const rows = await testTools(tools.filter(({ quick }) => quick));
const recorded: Row[] = JSON.parse(readFileSync(resultsFile, 'utf8'));

test('the recorded results are those of this run, of every tool and at its installed version', () => {
  expect(recorded, 'Run `npm run interop`').toEqual(
    tools.map(({ id, packages }) => {
      const results = rows.find((row) => row.id === id)?.results ?? expect.anything();
      return { id, versions: packages.map(versionOf), results };
    }),
  );
});

test('the page of the docs shows the recorded results and the snippets', () => {
  expect(readFileSync(pageFile, 'utf8'), 'Run `npm run interop`').toBe(renderPage(recorded));
});
