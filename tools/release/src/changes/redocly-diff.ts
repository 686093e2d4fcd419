import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runRedocly } from '@chat-sns/build/redocly';
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
    const files = ['released.json', 'today.json', '--config', 'redocly.yaml'];
    const output = runRedocly(['diff', ...files, '--format', 'json', '--fail-on', 'none'], folder);
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
