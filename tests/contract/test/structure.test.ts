import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { examples, operationIds, pathOf, readText, repository } from '../contract.ts';

test('the document has operations, each with an id of its own', () => {
  expect(operationIds.length).toBeGreaterThan(0);
  expect(new Set(operationIds).size).toBe(operationIds.length);
});

test('no operation lacks a piece, not even one that can wait', () => {
  const printed = execFileSync(process.execPath, ['spec/next.ts'], { cwd: repository, encoding: 'utf8' });
  expect(printed.trim()).toBe('The contract and its evidence agree. Run: npm run generate && npm test');
});

describe.each(operationIds)('%s', (operation) => {
  test('has an example of success and one of failure', () => {
    const codes = Object.values(examples[operation].responses).map(({ value }) => value.ErrorCode);
    expect(codes).toContain(0);
    expect(codes.some((code) => code !== 0)).toBe(true);
  });

  test('has a section in the docs that names its path', () => {
    expect(readText(`apps/docs/dist/operations/${operation}/index.html`)).toContain(pathOf(operation));
  });
});
