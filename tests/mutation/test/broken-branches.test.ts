import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { repository } from '@chat-sns/release/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { type BrokenBranch, brokenBranches } from './broken-branches.ts';

const spec = fileURLToPath(new URL('spec/', repository));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A copy of spec with the edits. Its tests find their tools where the original finds them. */
function checkOut(edits: BrokenBranch['edits']): string {
  const root = mkdtempSync(join(tmpdir(), 'chat-sns-branch-'));
  folders.push(root);
  const copy = join(root, 'spec');
  const kept = (path: string) => !/\/(node_modules|dist|reports|\.turbo)$/.test(path);
  cpSync(spec, copy, { recursive: true, filter: kept });
  cpSync(new URL('tsconfig.base.json', repository), join(root, 'tsconfig.base.json'));
  symlinkSync(join(spec, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, find, replace] of edits) {
    const before = readFileSync(join(copy, file), 'utf8');
    const after = before.replaceAll(typeof find === 'string' ? find : new RegExp(find, 'g'), replace);
    if (after === before) throw new Error(`The branch edits spec/${file}, and ${find} is not there any more`);
    writeFileSync(join(copy, file), after);
  }
  return copy;
}

async function runTests(copy: string, name: string): Promise<string> {
  const vitest = join(spec, 'node_modules/vitest/vitest.mjs');
  const command = [vitest, 'run', `test/${name}.test.ts`, '--no-color'];
  const run = await promisify(execFile)('node', command, { cwd: copy, maxBuffer: 2 ** 26 }).catch(
    (error) => error,
  );
  if (!run.code) throw new Error(`spec/test/${name}.test.ts is green`);
  return `${run.stdout}${run.stderr}`;
}

describe.concurrent('a deliberately broken branch goes red and says why, what to do and the command for it', () => {
  test.each(brokenBranches.map((branch) => [branch.name, branch] as const))('%s', async (_, branch) => {
    const output = await runTests(checkOut(branch.edits), branch.test);
    expect(output).toMatch(branch.cause);
    expect(output).toMatch(branch.fix);
    expect(output).toMatch(/npm run generate/);
  });
});
