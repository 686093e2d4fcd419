import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runCommand } from './test/support/run-command.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The packed client, as it would be published. */
    tarball: string;
    /** Every package that is published, packed, by its name without the scope. */
    tarballs: Record<string, string>;
  }
}

const directories = [
  'spec',
  'packages/client',
  ...['mock', 'sandbox', 'conformance', 'cli'].map((name) => `apps/${name}`),
];

/** Packs the packages once, and removes everything that the tests leave in their folder. */
export default async function setUp(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-consumers-'));
  for (const directory of directories) {
    const path = new URL(`../../${directory}/`, import.meta.url).pathname;
    await runCommand('pnpm', ['pack', '--pack-destination', folder], path);
  }
  const tarballs = Object.fromEntries(
    readdirSync(folder).map((file) => [file.replace(/^chat-sns-(\w+)-.*$/, '$1'), join(folder, file)]),
  );
  project.provide('tarballs', tarballs);
  project.provide('tarball', tarballs.client ?? '');
  return () => rmSync(folder, { recursive: true, force: true });
}
