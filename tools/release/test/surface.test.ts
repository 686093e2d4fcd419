import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { lineDifference } from '../src/surface/difference.ts';
import { surfaceOf } from '../src/surface/report.ts';
import { publishable } from '../src/surface/write-reports.ts';

const packages = publishable();
const mend = 'If the change is meant, write its changeset, then run: npm run breaking -- --surface';

test('the packages that can be published are guarded, and are built before they are looked at', () => {
  expect(packages.map(({ name }) => name)).toContain('@chat-sns/client');
  expect(Object.keys(manifest.devDependencies)).toEqual(
    expect.arrayContaining(packages.map(({ name }) => name)),
  );
});

test.each(packages.map((one) => [one.name, one] as const))(
  'the public TypeScript surface of %s is the one recorded',
  (name, { folder, report }) => {
    const recorded = existsSync(report) ? readFileSync(report, 'utf8') : '';
    const difference = lineDifference(recorded, surfaceOf(folder));
    expect(difference, `${name} exports something else than recorded. ${mend}`).toEqual([]);
  },
);

function builtPackage(declarations: string): URL {
  const folder = pathToFileURL(`${mkdtempSync(`${tmpdir()}/surface-`)}/`);
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
const before = `${imports}\n/** Old words. */\ndeclare function send(options: Options): void;\nexport { type Options, send };\n`;

test('a surface knows declarations that the bundler put into another file, and no comments', () => {
  const surface = surfaceOf(builtPackage(before));
  expect(surface).toContain('export { Options, send };');
  expect(surface).toContain('interface Options {\n  rate?: number;\n}');
  expect(surface).not.toMatch(/Old words|AbC123/);
  expect(surfaceOf(builtPackage(before.replace('Old words', 'New words')))).toBe(surface);
});

test.each([
  ['a parameter', before.replace('options: Options', 'options?: Options')],
  ['an export', before.replace(', send };', ' };')],
])('a surface changes with %s', (_, after) => {
  expect(surfaceOf(builtPackage(after))).not.toBe(surfaceOf(builtPackage(before)));
});
