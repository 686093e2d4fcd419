import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { readText, repository } from '../contract.ts';

/** Which workspace packages each directory may import. Everything else fails. */
const mayImport: Record<string, string[]> = {
  spec: [],
  'packages/client': ['spec', 'client'],
  'apps/mock': ['spec', 'mock'],
  'apps/sandbox': ['spec', 'sandbox'],
  'apps/cli': ['spec', 'client'],
  // Of sandbox and conformance the docs show documents and scenarios; the code of the sandbox they never run.
  'apps/docs': ['spec', 'client', 'sandbox', 'conformance', 'docs'],
  // Its browser tests run the pages against real servers.
  'apps/docs/test/browser': ['spec', 'client', 'mock', 'sandbox'],
  'apps/conformance': ['spec', 'conformance'],
  'tools/build': [],
  'tools/release': ['spec', 'release'],
  'tests/consumers': ['spec', 'client'],
  'tests/contract': ['spec', 'client', 'mock', 'sandbox', 'docs', 'conformance'],
  'tests/interop': ['spec', 'mock'],
  'tests/mutation': ['spec', 'client', 'mock', 'sandbox', 'docs', 'conformance', 'release'],
  examples: ['client', 'mock', 'sandbox'],
  bench: ['spec', 'client', 'mock', 'sandbox', 'docs'],
  scripts: ['spec', 'client', 'mock', 'sandbox', 'docs'],
};

/** Works on a document that never reached the disk, with the tools that the spec does not publish. */
const door = 'tests/mutation/spec-tools.ts';

/**
 * Runs before anything ships, or on a copy of the repository; it alone may import `@chat-sns/build`. The scripts of the
 * docs' pages are in src/browser.
 */
const buildScript =
  /^(spec\/tools|apps\/sandbox\/build|apps\/docs\/src(?!\/browser)|tools\/release\/(?:src|test)|tests\/contract\/recipes)\//;

const files = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mts', '*.mjs'],
  {
    cwd: repository,
    encoding: 'utf8',
  },
)
  .split('\n')
  // Samples and recipes are a consumer's code, shown as such.
  .filter((file) => file && !/_generated\/|^(?:apps|packages)\/\w+\/recipes\//.test(file));
/** The innermost directory of the table that contains the file. */
const directoryOf = (file: string) =>
  Object.keys(mayImport).findLast((directory) => file.startsWith(`${directory}/`));

function importsOf(file: string): string[] {
  const statements = readText(file).matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return [...statements].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const imports = files.flatMap((file) =>
  importsOf(file).map((target) => ({ file, target, directory: directoryOf(file) })),
);

test('the imports are found', () => {
  expect(imports.length).toBeGreaterThan(100);
  expect(imports).toContainEqual({
    file: 'spec/index.ts',
    target: './_generated/regions.ts',
    directory: 'spec',
  });
});

test('workspace packages are imported in the allowed direction', () => {
  const wrong = imports.filter(({ file, target, directory }) => {
    const name = target.match(/^@chat-sns\/([^/]+)/)?.[1];
    if (name === 'build') return !buildScript.test(file);
    return name && directory && !mayImport[directory]?.includes(name);
  });
  expect(wrong, 'See "Imports flow one way" in CONTRIBUTING.md').toEqual([]);
});

test('no relative import leaves its package', () => {
  const wrong = imports.filter(({ file, target, directory }) => {
    if (!target.startsWith('.') || !directory || file === door) return false;
    const root = directory.split('/').slice(0, 2).join('/');
    return !posix.join(posix.dirname(file), target).startsWith(`${root}/`);
  });
  expect(wrong, 'Import the package by its name instead').toEqual([]);
});

test('the shipped client imports no Node module, but for the journal in a file', () => {
  const shipped = imports.filter(
    ({ file }) => file.startsWith('packages/client/src/') && !file.endsWith('src/journal.ts'),
  );
  expect(shipped.length).toBeGreaterThan(0);
  expect(shipped.filter(({ target }) => target.startsWith('node:'))).toEqual([]);
});

/** Imported by what `npm start` runs: the build scripts of the demo's packages, and what they build. */
const demo = /^(spec|packages\/client|apps\/(?:mock|sandbox|conformance|docs)|tools\/build|scripts)\//;
const notInDemo =
  /(^|\/)(test|samples|recipes|readme|workflows)\/|(generate|generated|next|translations|copy-repository|vitest\.\w+)\.ts$/;

test('what `npm start` builds with are production dependencies, because it installs no others', () => {
  const dependenciesOf = (directory: string) =>
    Object.keys(JSON.parse(readText(posix.join(directory, 'package.json'))).dependencies ?? {});
  const used = imports.filter(
    ({ file, target }) => demo.test(file) && !notInDemo.test(file) && /^(?!node:|virtual:)[\w@]/.test(target),
  );
  expect(used.length).toBeGreaterThan(50);
  const missing = used.filter(({ target, directory = '' }) => {
    const [name] = target.match(/^(@[^/]+\/)?[^/]+/) ?? [];
    const own = directory.split('/').slice(0, 2).join('/');
    const has = [...dependenciesOf('.'), ...dependenciesOf(own), `@chat-sns/${own.split('/').at(-1)}`];
    return !has.includes(name ?? '');
  });
  expect(
    missing,
    'Move them from devDependencies to dependencies of the root, tools/build or apps/docs',
  ).toEqual([]);
});
