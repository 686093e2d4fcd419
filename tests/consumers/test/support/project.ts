import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { runCommand } from './run-command.ts';

const template = fileURLToPath(new URL('../../project', import.meta.url));
const install = {
  npm: ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'],
  bun: [binary('bun'), 'install'],
} as const;

/** The command of a runtime that this package depends on. */
export function binary(name: string): string {
  return fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
}

/** A fresh project outside the repository with the packed client installed; removed at the end of the test. */
export async function createProject(installer: keyof typeof install = 'npm') {
  const tarball = inject('tarball');
  const folder = mkdtempSync(join(dirname(tarball), 'project-'));
  cpSync(template, folder, { recursive: true });
  const manifest = {
    name: 'consumer',
    private: true,
    type: 'module',
    dependencies: { '@chat-sns/client': `file:${tarball}` },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const [command, ...args] = install[installer];
  await runCommand(command, args, folder);
  return { folder, [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }) };
}
