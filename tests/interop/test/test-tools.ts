import { fileURLToPath } from 'node:url';
import { startMock } from '@chat-sns/mock';
import { afterAll, expect, test } from 'vitest';
import { listProblems, type Row, runTool, type Tool } from '../harness/tool.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export const resultsFile = path('../_generated/results.json');
/** A guide of the docs. */
export const pageFile = path('../../../apps/docs/guides/_generated/use-with-other-tools.md');

/** One test for each tool, which puts its row into the list that is returned. */
export async function testTools(tools: Tool[]): Promise<Row[]> {
  const mock = await startMock();
  afterAll(() => mock.close());
  const rows: Row[] = [];
  test.each(tools)('$title', async (tool) => {
    const row = await runTool(tool, mock);
    rows.push(row);
    expect(listProblems(tool, row.results)).toEqual([]);
  });
  return rows;
}
