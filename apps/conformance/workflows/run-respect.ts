import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const manifest = fileURLToPath(import.meta.resolve('@redocly/cli/package.json'));
const redocly = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.redocly);

export interface RespectRun {
  /** Arazzo documents. */
  readonly files: readonly string[];
  readonly baseUrl: string;
  /** Inputs of the workflows, the usersig among them. */
  readonly input: object;
  readonly mask: (text: string) => string;
  readonly print: (line: string) => void;
}

/** The exit code of `redocly respect`, and its reports, masked. */
export interface RespectResult {
  readonly code: number;
  readonly json: string;
  readonly har: string;
}

/**
 * Runs Arazzo documents. Redocly masks inputs of the format `password` literally; but it writes the `*` of a usersig into
 * URLs as %2A, and then does not recognize it. So everything it prints and stores goes through a mask of our own, and
 * the input is in the environment, where other users of the machine cannot see it.
 */
export async function runRespect({ files, baseUrl, input, mask, print }: RespectRun): Promise<RespectResult> {
  const directory = mkdtempSync(join(tmpdir(), 'respect-'));
  try {
    const [json, har] = [join(directory, 'respect.json'), join(directory, 'respect.har')];
    const args = ['respect', ...files, '--server', `chat=${baseUrl}`, '--verbose', '-J', json, '-H', har];
    const child = spawn(process.execPath, [redocly, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        REDOCLY_TELEMETRY: 'off',
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(input),
      },
    });
    const ended = new Promise<number>((done) => child.once('close', (code) => done(code ?? 1)));
    await Promise.all(
      [child.stdout, child.stderr].map((stream) =>
        printLines(stream, (line) => {
          // Lines that say where Redocly stored its reports help nobody: the directory is removed below.
          if (!line.includes(directory)) print(mask(line));
        }),
      ),
    );
    return { code: await ended, json: readMasked(json, mask), har: readMasked(har, mask) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

// Line by line, because the mask would miss a secret that the pipe cuts in two.
async function printLines(stream: Readable, print: (line: string) => void): Promise<void> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) print(`${line}\n`);
  }
  if (rest) print(rest);
}

function readMasked(file: string, mask: (text: string) => string): string {
  try {
    return mask(readFileSync(file, 'utf8'));
  } catch {
    // Redocly stores nothing when it cannot run a document at all; what it printed says why.
    return '';
  }
}
