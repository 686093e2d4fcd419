import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { binary, runCommand } from './test/support/run-command.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The packed client, as it would be published. */
    tarball: string;
    /** Every package that is published, packed, by its name without the scope. */
    tarballs: Record<string, string>;
    /** Folders of a fresh project outside the repository with the packed client, by what installed it. */
    projects: Record<Installer, string>;
  }
}

const names = ['spec', 'client', 'mock', 'sandbox', 'conformance', 'cli'];
const installers = {
  npm: ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'],
  bun: [binary('bun'), 'install'],
} as const;
export type Installer = keyof typeof installers;

/** Packs and installs once what the tests only read, and removes everything that they leave in their folder. */
export default async function setUp(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-consumers-'));
  const filters = names.flatMap((name) => ['--filter', `@chat-sns/${name}`]);
  await runCommand('pnpm', [...filters, 'pack', '--pack-destination', folder], import.meta.dirname);
  const tarballs = Object.fromEntries(
    readdirSync(folder).map((file) => [file.replace(/^chat-sns-(\w+)-.*$/, '$1'), join(folder, file)]),
  );
  const { client = '' } = tarballs;
  project.provide('tarballs', tarballs);
  project.provide('tarball', client);
  const projects = { npm: join(folder, 'project-npm'), bun: join(folder, 'project-bun') };
  const manifest = { name: 'consumer', private: true, type: 'module' };
  const dependencies = { '@chat-sns/client': `file:${client}` };
  for (const [installer, path] of Object.entries(projects)) {
    cpSync(fileURLToPath(new URL('project', import.meta.url)), path, { recursive: true });
    writeFileSync(join(path, 'package.json'), JSON.stringify({ ...manifest, dependencies }));
    const [command, ...args] = installers[installer as Installer];
    await runCommand(command, args, path);
  }
  project.provide('projects', projects);
  return () => rmSync(folder, { recursive: true, force: true });
}
