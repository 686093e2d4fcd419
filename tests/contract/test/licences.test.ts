import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readText, repository } from '../contract.ts';

const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

test('everything that a published package brings along has a permissive licence', () => {
  const folders = ['spec', ...['packages', 'apps'].flatMap((parent) => listFolders(parent))];
  const published = folders
    .map((folder) => JSON.parse(readText(`${folder}/package.json`)) as { name: string; private?: true })
    .filter((manifest) => !manifest.private);
  const filters = published.flatMap(({ name }) => ['--filter', name]);
  const output = execFileSync('pnpm', ['licenses', 'list', '--prod', '--json', ...filters], {
    cwd: fileURLToPath(repository),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const byLicence = JSON.parse(output) as Record<string, { name: string }[]>;
  const others = Object.entries(byLicence).filter(([licence]) => !permissive.includes(licence));
  expect(others.flatMap(([licence, packages]) => packages.map(({ name }) => `${name}: ${licence}`))).toEqual(
    [],
  );
  expect(Object.values(byLicence).flat().length).toBeGreaterThan(100);
});

const listFolders = (parent: string) =>
  readdirSync(new URL(`${parent}/`, repository)).map((folder) => `${parent}/${folder}`);
