import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue, document, operationIds, pathOf, repository } from './support/contract.ts';

const dist = new URL('apps/docs/dist/', repository);
const page = (path: string) => readFileSync(new URL(`${path}index.html`, dist), 'utf8');

test.each(catalogue.map(({ code, title }) => [code, title] as const))(
  'code %d (%s) has its anchor in the error catalogue',
  (code, title) => {
    const html = page('errors/');
    expect(html, 'Build the docs again: npm run build').toContain(`id="${code}"`);
    expect(html).toContain(title);
  },
);

describe.each(operationIds)('%s', (operation) => {
  test('is readable without JavaScript: path, fields and codes are in the page', () => {
    const html = page(`operations/${operation}/`);
    expect(html).toContain(pathOf(operation));
    const schema = document.components.schemas[`${operation[0]?.toUpperCase()}${operation.slice(1)}Request`];
    const fields = Object.keys(schema?.properties ?? {});
    expect(fields).toContain('From_Account');
    for (const field of fields) expect(html).toContain(field);
    const codes = catalogue.filter(({ operations }) => operations.includes(operation));
    for (const { code } of codes) expect(html).toContain(`#${code}"`);
  });
});

test('every server and its backup host is on a page', () => {
  const html = page('operations/');
  for (const server of document.servers) {
    expect(html).toContain(new URL(server.url).host);
    expect(html).toContain(new URL(server['x-backup-url']).host);
  }
});

test.each(['openapi.yaml', 'openapi.json', 'errors.json', 'claims.json'])(
  '%s can be downloaded and is the one that was built',
  (file) => {
    expect(existsSync(new URL(file, dist))).toBe(true);
    expect(readFileSync(new URL(file, dist), 'utf8')).toBe(
      readFileSync(new URL(`spec/dist/${file}`, repository), 'utf8'),
    );
  },
);
