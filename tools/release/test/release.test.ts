import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyRepository } from '@chat-sns/build/copy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishable, versionedDocuments } from '../src/packages.ts';
import { insertSection } from '../src/release/contract-section.ts';
import { trimChangeset } from '../src/release/trim-changeset.ts';

const copy = copyRepository(['spec', 'tools/build', 'tools/release']);
afterAll(() => rmSync(copy.root, { recursive: true }));

const versionOf = (room: string): string => JSON.parse(copy.read(`${room}/package.json`)).version;
const changeset = (name: string, bump: string, summary: string) =>
  `---\n"${name}": ${bump}\n---\n\n${summary}\n`;
const build = () => expect(copy.run('spec', 'build.ts').printed).toBe('');
/** What `npm run version` runs between two builds. */
const release = () => copy.run('tools/release', 'version.ts');
const record = () => copy.run('tools/release', 'breaking.ts', '--record');
const judge = () => copy.run('tools/release', 'breaking.ts').printed;

// Whatever the repository has released by now, the copy begins before its first release.
beforeAll(() => {
  for (const file of globSync(['.changeset/*.md', '**/CHANGELOG.md'], {
    cwd: copy.root,
    exclude: ['**/node_modules'],
  })) {
    rmSync(join(copy.root, file));
  }
  for (const { path } of publishable) {
    copy.edit(`${path}/package.json`, (text) => text.replace(/"version": ".+?"/, '"version": "0.0.0"'));
  }
  copy.edit('README.md', (text) => text.replace(/chat-sns-client-[\d.]+\.tgz/, 'chat-sns-client-0.0.0.tgz'));
  build();
  expect(record().status).toBe(0);
  copy.write(
    '.changeset/brave-cats-sing.md',
    '---\n"@chat-sns/spec": minor\n"@chat-sns/client": minor\n---\n\nHere it is.\n',
  );
  copy.commit();
}, 60_000);

test('the first release says what there is, and makes the contract the baseline', () => {
  expect(release().printed).toContain('what changed in the contract with 0.1.0');
  build();
  expect(copy.read('spec/CHANGELOG.md')).toMatch(
    /^# @chat-sns\/spec\n\n## 0\.1\.0\n\n### Contract\n\nThe first release: the operations deleteFriends, .*\n\n### Minor Changes\n\n- \w+: Here it is\.\n$/,
  );
  for (const { path } of publishable) {
    expect(versionOf(path), path).toBe('0.1.0');
    if (path !== 'spec') expect(copy.read(`${path}/CHANGELOG.md`)).not.toContain('### Contract');
  }
  for (const file of versionedDocuments) expect(copy.read(file), file).toContain('\n  version: 0.1.0\n');
  expect(copy.read('README.md')).toContain('chat-sns-client-0.1.0.tgz');
  expect(record().status).toBe(0);
  expect(JSON.parse(copy.read('tools/release/released/record.json'))).toEqual({
    version: '0.1.0',
    changesets: [],
  });
  expect(judge()).toContain('0 changes since the record');
  copy.commit();
});

function withdrawJakarta() {
  const server = / {2}- url: https:\/\/adminapiidn[\s\S]*?x-backup-url: .*\n/;
  copy.edit('spec/openapi.yaml', (text) => text.replace(server, ''));
  copy.edit('spec/evidence.yaml', (text) => text.replace(/^servers\.jakarta: .*\n/m, ''));
}

test('without a changeset there is nothing to release', () => {
  expect(release()).toEqual({ status: 1, printed: expect.stringContaining('npx changeset') });
});

test('a change that no changeset announces stops the release before anything is written', () => {
  copy.write('.changeset/new-pens-fit.md', changeset('@chat-sns/spec', 'patch', 'Reads better.'));
  withdrawJakarta();
  build();
  const { status, printed } = release();
  expect(status).toBe(1);
  expect(printed).toContain('write this to .changeset/<a-name>.md');
  expect(copy.status()).toEqual(['spec/evidence.yaml', 'spec/openapi.yaml', '.changeset/new-pens-fit.md']);
  expect(copy.read('.changeset/new-pens-fit.md')).toContain('Reads better.');
});

test('a release says once, in words, what changed in the contract', () => {
  const words = 'Breaking:\n\n- servers: jakarta was removed';
  copy.write(
    '.changeset/sad-dogs-go.md',
    changeset('@chat-sns/spec', 'minor', `No page lists it now.\n\n${words}`),
  );
  copy.commit();
  expect(release().status).toBe(0);
  build();
  expect(versionOf('spec')).toBe('0.2.0');
  expect(copy.read('spec/openapi.yaml')).toContain('\n  version: 0.2.0\n');
  const [, entry = ''] = copy.read('spec/CHANGELOG.md').split(/^## /m);
  expect(entry).toMatch(
    /^0\.2\.0\n\n### Contract\n\nBreaking:\n\n- servers: jakarta was removed\n\n### Minor Changes\n\n- \w+: No page lists it now\.\n\n### Patch Changes\n\n- \w+: Reads better\.\n\n$/,
  );
  expect(record().status).toBe(0);
  expect(copy.read('tools/release/released/openapi.yaml')).not.toContain('adminapiidn');
  expect(judge()).toContain('0 changes since the record');
  copy.commit();
});

test('a release of another package has the same version everywhere, and says that the contract is as it was', () => {
  copy.write('.changeset/kind-owls-nap.md', changeset('@chat-sns/client', 'patch', 'Faster.'));
  copy.commit();
  expect(release().status).toBe(0);
  build();
  expect(publishable.map(({ path }) => versionOf(path))).toEqual(publishable.map(() => '0.2.1'));
  const [, entry] = copy.read('spec/CHANGELOG.md').split(/^## /m);
  expect(entry).toBe(
    '0.2.1\n\n### Contract\n\nNothing in the contract changed.\n\nNo changes in this release.\n\n',
  );
  expect(record().status).toBe(0);
  expect(judge()).toContain('0 changes since the record');
});

test('a changelog without the entry, or with the section, is refused', () => {
  const text = '# x\n\n## 0.1.0\n\n### Minor Changes\n';
  const once = insertSection(text, '0.1.0', '### Contract\n\nWords.');
  expect(once).toBe('# x\n\n## 0.1.0\n\n### Contract\n\nWords.\n\n### Minor Changes\n');
  expect(() => insertSection(once, '0.1.0', '### Contract')).toThrow('has its section already');
  expect(() => insertSection(text, '0.1.1', '### Contract')).toThrow('no entry for 0.1.1');
});

test('a changeset that says no more than the section keeps its bump and one sentence', () => {
  const words = 'Breaking:\n\n- servers: jakarta was removed';
  const text = changeset('@chat-sns/spec', 'major', words);
  expect(trimChangeset(text, words)).toBe(changeset('@chat-sns/spec', 'major', 'The contract changed.'));
  const other = changeset('@chat-sns/spec', 'patch', 'Typed better.\n\n- One list.');
  expect(trimChangeset(other, words)).toBe(other);
});
