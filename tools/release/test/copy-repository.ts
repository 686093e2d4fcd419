import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../src/contract.ts';

const original = fileURLToPath(repository);

/** A copy of the working tree in a git repository of its own, with the tools of the original. */
export function copyRepository() {
  const root = mkdtempSync(join(tmpdir(), 'chat-sns-release-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: original,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter(Boolean)) cpSync(join(original, file), join(root, file));
  symlinkSync(join(original, 'node_modules'), join(root, 'node_modules'));
  // Links to other packages lead to those of the copy, because they are relative.
  for (const room of ['spec', 'tools/build', 'tools/release']) {
    cpSync(join(original, room, 'node_modules'), join(root, room, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  git('init', '--quiet');
  git('config', 'user.name', 'A tester');
  git('config', 'user.email', 'tester@example.com');
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  return {
    root,
    read,
    write,
    edit: (path: string, change: (text: string) => string) => write(path, change(read(path))),
    status: () =>
      git('status', '--short')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.slice(3)),
    commit() {
      git('add', '--all');
      git('commit', '--quiet', '--no-verify', '--message', 'A state');
    },
    /** Runs a script of a room and gives its exit code and all that it printed. */
    run(room: string, ...args: string[]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: join(root, room),
        encoding: 'utf8',
      });
      return { status, printed: stdout + stderr };
    },
  };
}
