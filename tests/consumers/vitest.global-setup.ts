import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runCommand } from './test/support/run-command.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The packed client, as it would be published. */
    tarball: string;
  }
}

/** Packs the client once, and removes everything that the tests leave in their folder. */
export default async function setUp(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-consumers-'));
  const client = new URL('../../packages/client/', import.meta.url).pathname;
  await runCommand('pnpm', ['pack', '--pack-destination', folder], client);
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  if (!name) throw new Error('pnpm pack made no tarball');
  project.provide('tarball', join(folder, name));
  return () => rmSync(folder, { recursive: true, force: true });
}
