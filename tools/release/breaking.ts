// npm run breaking            judges today's contract against the last released one
// npm run breaking -- --record  makes today's contract the record, at release time
import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readChangesets } from '@changesets/read';
import specPackage from '@chat-sns/spec/package.json' with { type: 'json' };
import { changelog } from './src/changes/changelog.ts';
import { readRecord } from './src/changes/record.ts';
import { judgeRelease } from './src/changes/verdict.ts';
import { packageFolder, readContract, readReleased, repository } from './src/contract.ts';
import { recordSurfaces } from './src/surface/record.ts';

const changesets = await readChangesets(fileURLToPath(repository));

if (process.argv.includes('--record')) {
  const released = new URL('released/', packageFolder);
  for (const file of ['openapi.yaml', 'errors.json']) {
    copyFileSync(new URL(`spec/dist/${file}`, repository), new URL(file, released));
  }
  const record = { version: specPackage.version, changesets: changesets.map(({ id }) => id).sort() };
  writeFileSync(new URL('record.json', released), `${JSON.stringify(record, null, 2)}\n`);
  // The record is read by people in reviews, so it is laid out as everything else is.
  const biome = createRequire(new URL('package.json', repository)).resolve('@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'format', '--write', 'tools/release/released'], {
    cwd: repository,
  });
  console.log(`tools/release/released holds the contract of ${record.version}. Commit it.`);
} else if (process.argv.includes('--surface')) {
  console.log(`Wrote ${recordSurfaces().join(', ')}. Commit them.`);
} else {
  const verdict = judgeRelease(readReleased(), readContract(), readRecord(), changesets);
  const { changes, needed, pending, complaint } = verdict;
  console.log(
    complaint || `${changes.length} changes since the record; needed: ${needed}, announced: ${pending}.`,
  );
  if (!complaint && changes.length > 0) console.log(`\nFor the changelog:\n\n${changelog(changes)}`);
  process.exitCode = complaint ? 1 : 0;
}
