import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { document, examples, operationIds, pathOf, readText, repository, schemaName } from '../contract.ts';

const exists = (path: string) => existsSync(new URL(path, repository));

test('the document has operations, each with an id of its own', () => {
  expect(operationIds.length).toBeGreaterThan(0);
  expect(new Set(operationIds).size).toBe(operationIds.length);
});

describe.each(operationIds)('%s', (operation) => {
  test('has its path file, schemas, examples and samples under its own name', () => {
    expect(readText(`spec/paths/${operation}.yaml`)).toContain(`operationId: ${operation}`);
    for (const part of ['Request', 'Result'] as const) {
      expect(Object.keys(document.components.schemas)).toContain(schemaName(operation, part));
      expect(exists(`spec/components/schemas/${schemaName(operation, part)}.yaml`)).toBe(true);
    }
    expect(readdirSync(new URL(`spec/examples/${operation}`, repository)).length).toBeGreaterThan(9);
    expect(exists(`spec/samples/${operation}.sh`) && exists(`spec/samples/${operation}.ts`)).toBe(true);
  });

  test('has an example of success and one of failure', () => {
    const codes = Object.values(examples[operation].responses).map(({ value }) => value.ErrorCode);
    expect(codes).toContain(0);
    expect(codes.some((code) => code !== 0)).toBe(true);
  });

  test('has a section in the docs that names its path', () => {
    expect(readText(`apps/docs/dist/operations/${operation}/index.html`)).toContain(pathOf(operation));
  });
});
