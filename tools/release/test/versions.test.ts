import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packages, publishable, repository, versionedDocuments } from '../src/packages.ts';

const read = (path: string) => readFileSync(new URL(path, repository), 'utf8');
const [spec] = publishable.filter(({ name }) => name === '@chat-sns/spec');

test('what is published has one version, and nothing else is versioned', () => {
  const { fixed } = JSON.parse(read('.changeset/config.json'));
  expect(fixed.map((group: string[]) => group.toSorted())).toEqual([
    publishable.map(({ name }) => name).toSorted(),
  ]);
  expect(new Set(publishable.map(({ version }) => version))).toEqual(new Set([spec?.version]));
  const others = packages.filter((one) => one.private);
  expect(new Set(others.map(({ version }) => version))).toEqual(new Set(['0.0.0']));
});

test.each([...versionedDocuments, 'tools/release/released/openapi.yaml'])(
  'info.version of %s is the version of the packages',
  (file) => {
    expect(parse(read(file)).info.version).toBe(spec?.version);
  },
);

test('the record names the version of its contract', () => {
  expect(JSON.parse(read('tools/release/released/record.json')).version).toBe(spec?.version);
});
