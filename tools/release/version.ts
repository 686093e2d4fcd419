// The middle of `npm run version`: judges, lets changesets write versions and changelogs, and adds what changed in the
// contract. scripts/version.mjs builds before it and records the new baseline after it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readChangesets } from '@changesets/read';
import { changelog } from './src/changes/changelog.ts';
import { readRecord } from './src/changes/record.ts';
import { judgeRelease } from './src/changes/verdict.ts';
import { readContract, readReleased, repository } from './src/contract.ts';
import { versionedDocuments } from './src/packages.ts';
import { contractSection, insertSection } from './src/release/contract-section.ts';
import { trimChangeset } from './src/release/trim-changeset.ts';

const cwd = fileURLToPath(repository);
const edit = (path: string, change: (text: string) => string) => {
  const file = new URL(path, repository);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};
const readVersion = (): string =>
  JSON.parse(readFileSync(new URL('spec/package.json', repository), 'utf8')).version;

const contract = readContract();
const record = readRecord();
const changesets = await readChangesets(cwd);
const { changes, complaint } = judgeRelease(readReleased(), contract, record, changesets);
const refusal =
  complaint || (changesets.length === 0 && 'There is nothing to release. Announce it first: npx changeset');
if (refusal) {
  console.error(refusal);
  process.exit(1);
}

const before = readVersion();
for (const { id, releases } of changesets) {
  const ofContractOnly = releases.every(({ name }) => name === '@chat-sns/spec');
  if (ofContractOnly) edit(`.changeset/${id}.md`, (text) => trimChangeset(text, changelog(changes)));
}
const bin = createRequire(new URL('package.json', repository)).resolve('@changesets/cli/bin.js');
execFileSync(process.execPath, [bin, 'version'], { cwd, stdio: 'inherit' });

// Every published package has this version: .changeset/config.json has them in one fixed group.
const version = readVersion();
for (const readme of ['README.md', 'packages/client/README.md']) {
  edit(readme, (text) => text.replaceAll(`chat-sns-client-${before}.tgz`, `chat-sns-client-${version}.tgz`));
}
edit('spec/CHANGELOG.md', (text) => insertSection(text, version, contractSection(changes, record, contract)));
for (const document of versionedDocuments) {
  edit(document, (text) => text.replace(/^ {2}version: .+$/m, `  version: ${version}`));
}
console.log(`spec/CHANGELOG.md says what changed in the contract with ${version}.`);
