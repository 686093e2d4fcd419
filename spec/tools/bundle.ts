import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runRedocly } from '@chat-sns/build/redocly';

const specFolder = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the hand-written files into one document in the given format. */
export function bundle(format: 'json' | 'yaml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-bundle-'));
  try {
    const output = join(folder, `openapi.${format}`);
    runRedocly(['bundle', 'openapi.yaml', '--output', output], specFolder);
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
