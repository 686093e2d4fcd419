import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const specFolder = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the hand-written files into one document, as text in the format asked for. */
export function bundle(format: 'json' | 'yaml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-bundle-'));
  try {
    const output = join(folder, `openapi.${format}`);
    const cli = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
    const bin = join(dirname(cli), 'bin/cli.js');
    execFileSync(process.execPath, [bin, 'bundle', 'openapi.yaml', '--output', output], {
      cwd: specFolder,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
