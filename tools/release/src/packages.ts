import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageFolder = new URL('../', import.meta.url);
export const repository = new URL('../../', packageFolder);

interface Package {
  /** Directory, seen from the root of the repository. */
  path: string;
  name: string;
  version: string;
  private?: boolean;
  bin?: Record<string, string>;
}

const find = (...patterns: string[]) =>
  globSync(patterns, { cwd: fileURLToPath(repository), exclude: ['**/node_modules'] }).sort();

/** Every package of the workspace. */
export const packages: Package[] = find('*/package.json', '*/*/package.json').map((file) => ({
  ...JSON.parse(readFileSync(new URL(file, repository), 'utf8')),
  path: dirname(file),
}));

/** Every package that is published. */
export const publishable = packages.filter((one) => !one.private);

/** The documents inside published packages whose `info.version` is that of the packages. */
export const versionedDocuments = find(
  'spec/openapi.yaml',
  'spec/workflows/*.arazzo.yaml',
  'apps/*/*.openapi.yaml',
);
