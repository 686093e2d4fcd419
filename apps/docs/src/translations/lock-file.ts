import { readFile, writeFile } from 'node:fs/promises';
import type { Lock } from './check-translations.ts';

const fileOf = (tag: string) => new URL(`../strings/${tag}.lock.json`, import.meta.url);

/** The lock of a language; empty before the first run of the command that writes it. */
export async function readLock(tag: string): Promise<Lock> {
  try {
    const lines = JSON.parse(await readFile(fileOf(tag), 'utf8')) as Record<string, string>;
    const entries = Object.entries(lines).map(([path, hashes]) => [path, hashes.split(' ')]);
    return Object.fromEntries(entries) as Lock;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** One line for each text, so that two translators rarely edit the same line. */
export async function writeLock(tag: string, lock: Lock): Promise<void> {
  const lines = Object.entries(lock).map(([path, hashes]) => [path, hashes.join(' ')]);
  await writeFile(fileOf(tag), `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`);
}
