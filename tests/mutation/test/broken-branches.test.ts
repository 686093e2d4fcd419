import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { repository } from '@chat-sns/release/contract';
import { afterAll, expect, test } from 'vitest';
import { type BrokenBranch, brokenBranches } from './broken-branches.ts';

const spec = fileURLToPath(new URL('spec/', repository));
const root = mkdtempSync(join(tmpdir(), 'chat-sns-branches-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A copy of spec with the edits, in a directory of this name. Its tests find their tools where the original finds them. */
function checkOut(name: string, { edits }: BrokenBranch): void {
  const copy = join(root, name, 'spec');
  const kept = (path: string) => !/\/(node_modules|dist|reports|\.turbo)$/.test(path);
  cpSync(spec, copy, { recursive: true, filter: kept });
  cpSync(new URL('tsconfig.base.json', repository), join(root, name, 'tsconfig.base.json'));
  symlinkSync(join(spec, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, find, replace] of edits) {
    const before = readFileSync(join(copy, file), 'utf8');
    const after = before.replaceAll(typeof find === 'string' ? find : new RegExp(find, 'g'), replace);
    if (after === before) throw new Error(`The branch edits spec/${file}, and ${find} is not there any more`);
    writeFileSync(join(copy, file), after);
  }
}

/** Runs the test of every branch, in one process for all of them, and gives what it printed about each failure. */
async function runTests(): Promise<string[]> {
  const files = brokenBranches.map((branch, index) => {
    checkOut(`branch-${index}`, branch);
    return `branch-${index}/spec/test/${branch.test}.test.ts`;
  });
  const vitest = join(spec, 'node_modules/vitest/vitest.mjs');
  const options = ['--root', root, '--config', join(spec, 'vitest.config.ts'), '--no-color'];
  const command = [vitest, 'run', ...options, '--maxWorkers=1', '--no-isolate', ...files];
  const run = promisify(execFile)('node', command, { cwd: root, maxBuffer: 2 ** 26 });
  const { stdout, stderr } = await run.catch((error) => error);
  return `${stdout}${stderr}`.split(/^(?= FAIL )/m);
}

const failures = await runTests();

test.each(brokenBranches.map((branch, index) => [branch.name, index, branch] as const))(
  'a deliberately broken branch, %s, fails and says why, what to do and the command for it',
  (_, index, branch) => {
    const output = failures.filter((failure) => failure.startsWith(` FAIL  branch-${index}/`)).join('');
    expect(output, `spec/test/${branch.test}.test.ts passes`).not.toBe('');
    expect(output).toMatch(branch.cause);
    expect(output).toMatch(branch.fix);
    expect(output).toMatch(/npm run generate/);
  },
);
