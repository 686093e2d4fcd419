import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { OpenApiDocument } from '../openapi.ts';

const run = promisify(execFile);
const cliDirectory = dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json'));

/** The script that the page would load from a CDN. The CLI ships the same bytes. */
export const standaloneScript = join(cliDirectory, 'lib/chunks/redoc.standalone.js');

export const redoclyScript = join(cliDirectory, 'bin/cli.js');

/** Renders the document with `redocly build-docs` and returns the page as the tool writes it. */
export async function runRedocly(document: OpenApiDocument, title: string): Promise<string> {
  // An empty folder of its own, so that no redocly.yaml of a parent folder changes the page.
  const folder = await mkdtemp(join(tmpdir(), 'chat-sns-reference-'));
  try {
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(document));
    await run(
      process.execPath,
      [redoclyScript, 'build-docs', 'openapi.json', '-o', 'index.html', '--title', title],
      // The only switch that the page's own telemetry obeys: the option of the same name is overwritten.
      { cwd: folder, env: { ...process.env, REDOCLY_TELEMETRY: 'off' } },
    );
    return await readFile(join(folder, 'index.html'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
