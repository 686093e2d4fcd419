import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { ContractDocument } from '../documents/openapi.ts';
import { bundle } from '../tools/bundle.ts';
import { codesOf, operationIds, readCatalogue } from '../tools/catalogue.ts';
import { allExamples } from '../tools/examples.ts';

const document: ContractDocument = JSON.parse(bundle());
const catalogue = readCatalogue();
const examples = allExamples(document, catalogue);
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'contract');

interface Failure {
  ErrorCode: number;
  ErrorInfo: string;
  ResultItem?: { ResultCode: number; ResultInfo: string }[];
}

const fix = (file: string) => `Fix spec/examples/${file}.yaml or the schema, then run: npm run generate`;

describe.each(operationIds)('%s', (operation) => {
  const { requests, responses } = examples[operation] ?? { requests: {}, responses: {} };
  const name = operation[0]?.toUpperCase() + operation.slice(1);

  test.each(Object.entries(requests))('request example %s matches its schema', (key, { value }) => {
    const validate = ajv.getSchema(`contract#/components/schemas/${name}Request`);
    validate?.(value);
    expect(validate?.errors, fix(`${operation}/${key}.request`)).toBeNull();
  });

  test.each(Object.entries(responses))('response example %s matches its schema', (key, example) => {
    const validate = ajv.getSchema(`contract#/components/schemas/${name}Result`);
    validate?.(example.value);
    const made = `Fix ${key} in spec/errors or the schema, then run: npm run generate`;
    const how = 'synthesised' in example ? made : fix(`${operation}/${key}.response`);
    expect(validate?.errors, how).toBeNull();
  });

  test('a text that nobody has seen at that level is empty', () => {
    const seen = (code: number, level: 'request' | 'item') => {
      const { info, levels } = catalogue.find((entry) => entry.code === code) ?? {};
      return levels?.[0] === level ? [info?.text ?? '', ''] : [''];
    };
    for (const [key, { value }] of Object.entries(responses)) {
      const { ErrorCode, ErrorInfo, ResultItem = [] } = value as unknown as Failure;
      if (ErrorCode !== 0) expect(seen(ErrorCode, 'request'), key).toContain(ErrorInfo);
      for (const item of ResultItem) expect(seen(item.ResultCode, 'item'), key).toContain(item.ResultInfo);
    }
  });

  test('every code of the operation has an example', () => {
    const levels = ['request', 'item'] as const;
    const codes = levels.flatMap((level) => codesOf(catalogue, operation, level).map((entry) => entry.code));
    for (const code of codes) expect(Object.keys(responses)).toContain(`error-${code}`);
  });

  test('the path file names every example file, and no name is a bare number', () => {
    const files = readdirSync(new URL(`../examples/${operation}`, import.meta.url));
    const written = Object.entries(responses).filter(([, example]) => !('synthesised' in example));
    const named = [
      ...Object.keys(requests).map((key) => `${key}.request.yaml`),
      ...written.map(([key]) => `${key}.response.yaml`),
    ];
    expect(named.sort()).toEqual(files.sort());
    expect(Object.keys(responses).filter((key) => /^\d+$/.test(key))).toEqual([]);
  });

  test('every request example has a response example of the same name', () => {
    for (const key of Object.keys(requests)) expect(Object.keys(responses)).toContain(key);
  });
});
