import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Directory of the Redocly CLI, which also ships the script of its reference page. */
export const redoclyDirectory = dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json'));

/**
 * Runs the Redocly CLI in a directory and returns what it prints on stdout. A `redocly.yaml` in or above the directory
 * takes effect, so use an empty one where that is unwanted.
 * @throws when the CLI fails, with what it prints on stderr in the message.
 */
export function runRedocly(args: readonly string[], cwd: string): string {
  return execFileSync(process.execPath, [join(redoclyDirectory, 'bin/cli.js'), ...args], {
    cwd,
    // The telemetry of a built page obeys this variable only: `build-docs` overwrites the option of the same name.
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 2 ** 20,
    encoding: 'utf8',
  });
}
