import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { runCommand } from './support/run-command.ts';

const here = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
const current = here('typescript/bin/tsc');
const last5 = here('typescript5/bin/tsc');
const dom = { lib: ['es2023', 'dom', 'dom.iterable'], types: [] };
const node = { lib: ['es2023'], types: ['node'], typeRoots: [here('@types')] };

test.each([
  [
    'the current compiler, nodenext, types of Node',
    current,
    { module: 'nodenext', moduleResolution: 'nodenext', ...node },
  ],
  [
    'the last compiler 5, nodenext, types of Node',
    last5,
    { module: 'nodenext', moduleResolution: 'nodenext', ...node },
  ],
  [
    'the current compiler, bundler, types of the browser',
    current,
    { module: 'esnext', moduleResolution: 'bundler', ...dom },
  ],
])('the declarations compile in a fresh project with %s', async (_, compiler, options) => {
  const { npm: folder } = inject('projects');
  const strict = {
    target: 'es2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const config = { compilerOptions: { ...strict, ...options }, files: ['types.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  expect(await runCommand(process.execPath, [compiler, '-p', folder], folder)).toBe('');
});
