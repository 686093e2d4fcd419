import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redoclyDirectory, runRedocly } from '@chat-sns/build/redocly';
import type { ContractDocument } from '@chat-sns/spec';

/** The script that the page would load from a CDN. The CLI ships the same bytes. */
export const standaloneScript = join(redoclyDirectory, 'lib/chunks/redoc.standalone.js');

/** Renders the document with `redocly build-docs` and returns the page as the tool writes it. */
export async function renderReference(document: ContractDocument, title: string): Promise<string> {
  // An empty folder of its own, so that no redocly.yaml of a parent folder changes the page.
  const folder = await mkdtemp(join(tmpdir(), 'chat-sns-reference-'));
  try {
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(document));
    runRedocly(['build-docs', 'openapi.json', '-o', 'index.html', '--title', title], folder);
    return await readFile(join(folder, 'index.html'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
