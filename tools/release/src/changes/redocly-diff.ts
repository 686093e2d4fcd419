import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ContractDocument } from '@chat-sns/spec';
import type { Change } from './compare.ts';

interface Report {
  changes: { path: string; verdicts: { ruleId: string; impact: string; message: string }[] }[];
}

/** What `redocly diff` with its recommended rules calls breaking. A second judge that shares no code with ours. */
export function redoclyDiff(before: ContractDocument, after: ContractDocument): Change[] {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-diff-'));
  try {
    writeFileSync(join(folder, 'redocly.yaml'), 'extends:\n  - diff-recommended\n');
    writeFileSync(join(folder, 'released.json'), JSON.stringify(before));
    writeFileSync(join(folder, 'today.json'), JSON.stringify(after));
    const cli = dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json'));
    const output = execFileSync(
      process.execPath,
      [
        ...[join(cli, 'bin/cli.js'), 'diff', 'released.json', 'today.json'],
        ...['--config', 'redocly.yaml', '--format', 'json', '--fail-on', 'none'],
      ],
      {
        cwd: folder,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 64 * 2 ** 20,
        encoding: 'utf8',
      },
    );
    return breaking(JSON.parse(output));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function breaking({ changes }: Report): Change[] {
  return changes.flatMap(({ path, verdicts }) =>
    verdicts
      .filter(({ impact, ruleId }) => impact === 'major' && !isNewErrorCode(ruleId, path))
      .map(({ ruleId, message }) => ({
        key: `redocly ${ruleId} ${path}`,
        impact: 'breaking' as const,
        words: `${message} (redocly diff, ${ruleId})`,
      })),
  );
}

// Clients are told that a code can be one they do not know, so a new one adds and does not break.
const isNewErrorCode = (rule: string, path: string) =>
  rule === 'enum-values-added' && /properties\/(ErrorCode|ResultCode)(\/\$ref)?$/.test(path);
