import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const original = fileURLToPath(new URL('../../../', import.meta.url));

/** A copy of the working tree in a git repository of its own, in which these packages have the tools of the original. */
export function copyRepository(packages: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'chat-sns-copy-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: original,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter(Boolean)) cpSync(join(original, file), join(root, file));
  symlinkSync(join(original, 'node_modules'), join(root, 'node_modules'));
  // Links to other packages lead to those of the copy, because they are relative.
  for (const name of packages) {
    cpSync(join(original, name, 'node_modules'), join(root, name, 'node_modules'), {
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
    /** Runs a script of a package and gives its exit code and all that it printed. */
    run(name: string, ...args: string[]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: join(root, name),
        encoding: 'utf8',
      });
      return { status, printed: stdout + stderr };
    },
  };
}
