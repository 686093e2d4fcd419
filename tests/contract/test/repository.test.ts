import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readText, repository } from '../contract.ts';

const tracked = execFileSync('git', ['ls-files'], { cwd: repository, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);

test('the lockfile contains no download URL', () => {
  expect(readText('pnpm-lock.yaml').match(/https?:\/\/\S+/g) ?? []).toEqual([]);
});

test('no build output is committed', () => {
  expect(tracked.filter((file) => /(^|\/)(dist|node_modules|coverage|reports)\//.test(file))).toEqual([]);
});

test('no hand-written source is longer than 300 lines', () => {
  const sources = tracked.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !file.includes('_generated/'));
  const long = sources.filter((file) => readText(file).split('\n').length > 301);
  expect(long, 'Split the file: one concept each').toEqual([]);
});

test('every link of a Markdown file leads to a file that is there, and to a heading of it', () => {
  const withoutCode = (file: string) => readText(file).replace(/^```.*?^```$/gms, '');
  const anchorsOf = (file: string) =>
    [...withoutCode(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
  const files = tracked.filter((file) => file.endsWith('.md'));
  const broken = files.flatMap((file) =>
    [...withoutCode(file).matchAll(/\]\((?!\w+:)([^)\s#]*)(?:#([^)\s]*))?\)/g)]
      .filter(([, path = '', anchor]) => {
        const target = path === '' ? file : join(dirname(file), path);
        if (!existsSync(new URL(target, repository))) return true;
        return anchor !== undefined && !anchorsOf(target).includes(anchor);
      })
      .map(([link]) => `${file}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('the formatter leaves a changeset unchanged', () => {
  // Biome would read its front matter as a heading, and a changeset without front matter announces nothing.
  const changeset = '---\n"@chat-sns/spec": minor\n---\n\nA code was added.\n';
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-format-'));
  mkdirSync(join(folder, '.changeset'));
  copyFileSync(new URL('biome.json', repository), join(folder, 'biome.json'));
  const file = join(folder, '.changeset/brave-cats-sing.md');
  writeFileSync(file, changeset);
  const biome = createRequire(new URL('package.json', repository)).resolve('@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'format', '--write', '--vcs-enabled=false', '.'], {
    cwd: folder,
    stdio: 'pipe',
  });
  expect(readFileSync(file, 'utf8')).toBe(changeset);
  rmSync(folder, { recursive: true });
});
