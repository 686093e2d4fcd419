import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { surfaceDifference, surfaces } from '../src/surface/record.ts';
import { surfaceOf } from '../src/surface/surface-of.ts';

const fix = 'If the change is intended, add its changeset, then run: npm run breaking -- --surface';

test('the packages that can be published are guarded, and are built before they are looked at', () => {
  expect(surfaces.map(({ name }) => name)).toContain('@chat-sns/client');
  expect(Object.keys(manifest.devDependencies)).toEqual(
    expect.arrayContaining(surfaces.map(({ name }) => name)),
  );
});

test.each(surfaces.map((one) => [one.name, one] as const))(
  'the public TypeScript surface of %s is the one recorded',
  (name, { folder, report }) => {
    const recorded = existsSync(report) ? readFileSync(report, 'utf8') : '';
    const difference = surfaceDifference(recorded, surfaceOf(folder));
    expect(difference, `${name} exports something else than recorded. ${fix}`).toEqual([]);
  },
);

const root = mkdtempSync(`${tmpdir()}/surface-`);
afterAll(() => rmSync(root, { recursive: true }));

function builtPackage(declarations: string): URL {
  const folder = pathToFileURL(`${mkdtempSync(`${root}/package-`)}/`);
  const manifest = { name: '@chat-sns/example', exports: { '.': { types: './index.d.ts' } } };
  writeFileSync(new URL('package.json', folder), JSON.stringify(manifest));
  writeFileSync(
    new URL('chunk-AbC123.d.ts', folder),
    'interface Options {\n  rate?: number;\n}\nexport { Options as t };\n',
  );
  writeFileSync(new URL('index.d.ts', folder), declarations);
  return folder;
}

const imports = 'import { t as Options } from "./chunk-AbC123.js";';
const sender =
  'declare class Sender extends Error {\n  constructor(name: string);\n  readonly at: number;\n  private left;\n}';
const before = `${imports}\n/** Old words. */\ndeclare function send(options: Options): void;\n${sender}\nexport { type Options, Sender, send };\n`;

test('a surface has one line per export, whatever file the bundler put it into, and no comments', () => {
  const surface = surfaceOf(builtPackage(before));
  expect(surface.split('\n')).toEqual([
    '@chat-sns/example',
    '  class Sender extends Error { constructor(name: string); readonly at: number }',
    '  function send(options: Options): void',
    '  interface Options { rate?: number }',
    '',
  ]);
  expect(surfaceOf(builtPackage(before.replace('Old words', 'New words')))).toBe(surface);
});

test.each([
  ['a parameter', before.replace('options: Options', 'options?: Options')],
  ['a parameter of a constructor', before.replace('name: string', 'name?: string')],
  ['a public member of a class', before.replace('readonly at', 'at')],
  ['an export', before.replace(', send };', ' };')],
])('a surface changes with %s', (_, after) => {
  expect(surfaceOf(builtPackage(after))).not.toBe(surfaceOf(builtPackage(before)));
});
