import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createSandbox } from '../../src/create-sandbox.ts';
import { call } from '../support/service.ts';

interface Described {
  responses: Record<string, { content?: { 'application/json': { schema: object } }; $ref?: string }>;
  requestBody?: { content: { 'application/json': { examples: Record<string, { value: unknown }> } } };
}
const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const document: { paths: Record<string, Record<string, Described>> } = parse(read('control.openapi.yaml'));
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({ path, method: method.toUpperCase(), described })),
);

const ajv = new Ajv2020({ strict: false, validateFormats: false, inlineRefs: false });
for (const file of ['state.schema.json', 'fault.schema.json']) {
  ajv.addSchema({ ...JSON.parse(read(file)), $id: `http://docs/${file}` });
}
ajv.addSchema(document, 'http://docs/control');
const pointer = (...parts: string[]) =>
  parts.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

async function createUsed() {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: 'delay', milliseconds: 1, account: 'dave' });
  await call(sandbox, 'deleteFriends', { From_Account: 'alice', To_Account: ['bob', 'erin'] });
  await sandbox.fetch('http://sandbox/v4/x', { method: 'PUT', body: 'x' });
  return sandbox;
}

test('the document says what the contract says of OpenAPI, and has no const: tools fail on others', () => {
  const contract = parse(readFileSync(new URL(import.meta.resolve('@chat-sns/spec/openapi.yaml')), 'utf8'));
  expect(document).toMatchObject({ openapi: contract.openapi, info: { license: contract.info.license } });
  for (const file of ['control.openapi.yaml', 'state.schema.json', 'fault.schema.json'])
    expect(read(file)).not.toMatch(/\bconst"?:/);
});

test('the document lists all paths and methods', async () => {
  const { fetch } = createSandbox();
  const paths = Object.keys(document.paths);
  const missing = await fetch('http://sandbox/sandbox/nothing');
  expect(missing.status).toBe(404);
  expect(await missing.json()).toEqual({
    error: `/sandbox/nothing does not exist. Use ${paths.join(', ')}.`,
  });
  for (const [path, methods] of Object.entries(document.paths)) {
    const allowed = Object.keys(methods)
      .map((method) => method.toUpperCase())
      .join(' or ');
    const response = await fetch(`http://sandbox${path}`, { method: 'PATCH' });
    expect(response.status).toBe(405);
    expect(await response.json()).toEqual({ error: `PATCH is not allowed. Use ${allowed}.` });
  }
});

test.each(operations)('$method $path responds as described', async ({ path, method, described }) => {
  const bodies = Object.values(
    described.requestBody?.content['application/json'].examples ?? { none: { value: undefined } },
  );
  for (const { value } of bodies) {
    const sandbox = await createUsed();
    const body = value === undefined ? {} : { body: JSON.stringify(value) };
    const response = await sandbox.fetch(`http://sandbox${path}`, { method, ...body });
    expect(Object.keys(described.responses)).toContain(String(response.status));
    expect(response.ok).toBe(true);
    if (response.status === 204) continue;
    const schema = `http://docs/control#/${pointer('paths', path, method.toLowerCase(), 'responses', '200', 'content', 'application/json', 'schema')}`;
    const validate = ajv.compile({ $ref: schema });
    const responseBody = await response.json();
    expect(validate(responseBody), JSON.stringify(validate.errors)).toBe(true);
    expect(JSON.stringify(responseBody).length).toBeGreaterThan(10);
  }
});
