import { fileURLToPath } from 'node:url';
import { readChangesets } from '@changesets/read';
import { describe, expect, test } from 'vitest';
import { neededBump } from '../src/changes/bump.ts';
import { changelog } from '../src/changes/changelog.ts';
import { readRecord } from '../src/changes/record.ts';
import { type Changeset, judgeRelease } from '../src/changes/verdict.ts';
import { type Contract, cloneContract, readContract, readReleased, repository } from '../src/contract.ts';
import { breakingFacts } from './seeded/breaking-facts.ts';
import { breakingShapes } from './seeded/breaking-shapes.ts';
import { evidenceMoves, harmless } from './seeded/harmless.ts';
import type { Seed } from './seeded/places.ts';

/** They move what another change is about, so each is made alone. */
const moves = ['a path is renamed', 'a request field is renamed', 'an error code is renumbered'];
const [alone, together] = [[], []] as [Seed[], Seed[]];
for (const seed of [...breakingShapes, ...breakingFacts])
  (moves.includes(seed[0]) ? alone : together).push(seed);

const today = readContract();
const stable = { version: '1.0.0', changesets: [] };
const changesetFor = (type: 'patch' | 'minor' | 'major', name = '@chat-sns/spec') =>
  [{ id: 'brave-cats-sing', summary: '', releases: [{ name, type }] }] as Changeset[];
function changed(change: (contract: Contract) => void): Contract {
  const copy = cloneContract(today);
  change(copy);
  return copy;
}

test('the pending changesets announce what the contract has changed since the last release', async () => {
  const changesets = await readChangesets(fileURLToPath(repository));
  const { complaint } = judgeRelease(readReleased(), today, readRecord(), changesets);
  expect(complaint).toBe('');
});

test.each(alone)('%s: found as breaking', (_, words, change) => {
  const verdict = judgeRelease(today, changed(change), stable, changesetFor('minor'));
  expect(verdict.needed).toBe('major');
  expect(verdict.complaint).toContain(words);
});

// Redocly takes a second to compare, so these changes are made together and looked for one by one.
const judgeTogether = (seeds: Seed[]) => {
  const all = changed((contract) => {
    for (const [, , change] of seeds) change(contract);
  });
  return judgeRelease(today, all, stable, changesetFor('minor'));
};

describe('made together', () => {
  const { changes, needed, complaint } = judgeTogether([...together, evidenceMoves]);

  test('the breaking changes need a major, and nothing else is found, although the evidence of a claim moves too', () => {
    expect(needed).toBe('major');
    expect(changes).toHaveLength(together.length);
  });

  test.each(together)('%s: found as breaking', (_, words) => {
    expect(changes.filter((one) => one.words.includes(words))).toEqual([
      expect.objectContaining({ impact: 'breaking' }),
    ]);
    expect(complaint).toContain(words);
  });
});

describe('made together', () => {
  const { changes, complaint } = judgeTogether(harmless);

  test('harmless changes need no major', () => {
    expect(changes.filter(({ impact }) => impact === 'breaking')).toEqual([]);
    expect(complaint).toBe('');
  });

  test.each(harmless)('%s: no false alarm', (_, words) => {
    expect(changelog(changes)).toContain(words);
  });
});

test('a change without a changeset fails and prints the one to write', () => {
  const region = breakingFacts.find(([name]) => name === 'a region is withdrawn');
  const { complaint } = judgeRelease(today, changed(region?.[2] ?? (() => {})), stable, []);
  expect(complaint).toContain(
    '---\n"@chat-sns/spec": major\n---\n\nBreaking:\n\n- servers: jakarta was removed',
  );
  expect(complaint).toContain('npm run breaking');
});

test('a changeset of another package, or one that the record already has, announces nothing', () => {
  const revision = changed((contract) => {
    contract.document.servers.pop();
  });
  const other = judgeRelease(today, revision, stable, changesetFor('major', '@chat-sns/client'));
  expect(other).toMatchObject({ needed: 'major', pending: 'none' });
  const record = { version: '1.0.0', changesets: ['brave-cats-sing'] };
  expect(judgeRelease(today, today, record, changesetFor('major')).pending).toBe('none');
  expect(judgeRelease(today, revision, stable, changesetFor('major')).complaint).toBe('');
});

test('before 1.0.0 a breach needs a minor, as npm reads version ranges', () => {
  const breach = [{ key: '', impact: 'breaking', words: '' } as const];
  expect(neededBump(breach, '0.1.0')).toBe('minor');
  expect(neededBump(breach, '1.0.0')).toBe('major');
});
