import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseChangelog, readChanges } from '../src/changes.ts';

const root = mkdtempSync(join(tmpdir(), 'chat-sns-changes-'));
afterAll(() => rmSync(root, { recursive: true }));

const log = `# @chat-sns/spec

## 0.2.0

### Minor Changes

- 1a2b3c4: Add a code.

## 0.1.0

### Minor Changes

- First release.
`;

test('a changelog is read version by version, newest first', () => {
  const { name, releases } = parseChangelog(log);
  expect(name).toBe('@chat-sns/spec');
  expect(releases).toEqual([
    { version: '0.2.0', notes: '**Minor Changes**\n\n- 1a2b3c4: Add a code.' },
    { version: '0.1.0', notes: '**Minor Changes**\n\n- First release.' },
  ]);
  expect(() => parseChangelog('no title')).toThrow('name of its package');
});

test('a dependency with its version does not become an e-mail address', () => {
  const { releases } = parseChangelog(
    '# @chat-sns/mock\n\n## 0.1.1\n\n- Updated dependencies [1a2b3c4]\n  - @chat-sns/spec@0.1.1\n',
  );
  expect(releases[0]?.notes).toBe('- Updated dependencies [1a2b3c4]\n  - `@chat-sns/spec@0.1.1`');
});

test('every package and every pending changeset is found', async () => {
  for (const folder of ['.changeset', 'spec', 'packages/client'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'spec/CHANGELOG.md'), log);
  writeFileSync(join(root, 'packages/client/CHANGELOG.md'), log.replace('spec', 'client'));
  writeFileSync(
    join(root, '.changeset/kind-cat.md'),
    '---\n"@chat-sns/mock": patch\n---\n\nAnswer faster.\n',
  );

  const { packages, pending } = await readChanges(root);
  expect(packages.map(({ name }) => name)).toEqual(['@chat-sns/client', '@chat-sns/spec']);
  expect(pending).toEqual([
    { id: 'kind-cat', summary: 'Answer faster.', bumps: [{ name: '@chat-sns/mock', type: 'patch' }] },
  ]);
});

test('a repository without changelogs and changesets has no changes', async () => {
  const empty = join(root, 'empty');
  mkdirSync(empty);
  expect(await readChanges(empty)).toEqual({ packages: [], pending: [] });
});
