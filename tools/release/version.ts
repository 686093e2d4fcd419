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
import { contractSection, insertSection } from './src/release/contract-section.ts';
import { trimChangeset } from './src/release/trim-changeset.ts';

const cwd = fileURLToPath(repository);
const edit = (path: string, change: (text: string) => string) => {
  const file = new URL(path, repository);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};
const versionOf = (room: string): string =>
  JSON.parse(readFileSync(new URL(`${room}/package.json`, repository), 'utf8')).version;

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

const before = { spec: versionOf('spec'), client: versionOf('packages/client') };
for (const { id, releases } of changesets) {
  const ofContractOnly = releases.every(({ name }) => name === '@chat-sns/spec');
  if (ofContractOnly) edit(`.changeset/${id}.md`, (text) => trimChangeset(text, changelog(changes)));
}
const bin = createRequire(new URL('package.json', repository)).resolve('@changesets/cli/bin.js');
execFileSync(process.execPath, [bin, 'version'], { cwd, stdio: 'inherit' });

const [spec, client] = [versionOf('spec'), versionOf('packages/client')];
for (const readme of ['README.md', 'packages/client/README.md']) {
  edit(readme, (text) =>
    text.replaceAll(`chat-sns-client-${before.client}.tgz`, `chat-sns-client-${client}.tgz`),
  );
}
if (spec === before.spec) {
  console.log(`@chat-sns/spec stays at ${spec}: the record of the released contract stays as it is.`);
} else {
  edit('spec/CHANGELOG.md', (text) => insertSection(text, spec, contractSection(changes, record, contract)));
  edit('spec/openapi.yaml', (text) => text.replace(/^ {2}version: .+$/m, `  version: ${spec}`));
  console.log(`spec/CHANGELOG.md says what changed in the contract with ${spec}.`);
}
