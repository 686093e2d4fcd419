import { readdirSync, readFileSync } from 'node:fs';
import type { Discovery } from '@chat-sns/spec';
import { expect, test } from 'vitest';
import { fillDiscoveries, parseGuide, readGuides } from '../src/guides.ts';
import { readSpec } from '../src/spec-input.ts';

test('every guide has a title, a lead of its own and a body', () => {
  const leads = readGuides().map(({ lead }) => lead);
  expect(leads.length).toBeGreaterThan(8);
  expect(new Set(leads).size).toBe(leads.length);
});

test('a file without a lead is reported by its name', () => {
  expect(() => parseGuide('x', '# Title only\n')).toThrow('x.md');
  expect(() => parseGuide('y', '# A table first\n\n| a |\n\nText.\n')).toThrow('y.md');
});

test('a link to another guide and one to a page that only the site has become paths of the site', () => {
  const links =
    '[a](b.md#c) [d](../e.md) [f](_generated/g.md) [h](http://127.0.0.1:4000/errors/#1) [i](https://j.test/k.md)';
  expect(parseGuide('x', `# T\n\nLead.\n\n${links}\n`).body).toBe(
    '[a](guides/b/#c) [d](guides/e/) [f](guides/g/) [h](errors/#1) [i](https://j.test/k.md)\n',
  );
});

test('the guide on confirming lists each open discovery once, with scenarios or a reason', async () => {
  const { discoveries } = (await readSpec()).sources;
  const guide = readGuides().find(({ name }) => name === 'confirm-with-your-app');
  const text = fillDiscoveries(guide?.body ?? '', discoveries);
  const rows = text.split('\n').filter((line) => line.includes('](sources/#'));
  const listed = rows.map((row) => /sources\/#([\w-]+)/.exec(row)?.[1]);
  const open = discoveries.filter(({ status }) => status === 'inferred' || status === 'unknown');
  expect(listed.toSorted()).toEqual(open.map(({ id }) => id).toSorted());
  expect(rows.find((row) => row.includes('#inferred-duplicates-sequential'))).toMatch(
    /\| `same-account-twice` \|$/,
  );
  expect(rows.find((row) => row.includes('#inferred-frequency-scope'))).toMatch(
    /\| needs a flood of requests \|$/,
  );
  expect(text).not.toContain('{{');
});

test('a discovery that no scenario settles and no reason excuses stops the build', () => {
  const discovery: Discovery = {
    id: 'inferred-new',
    claim: 'New.',
    status: 'inferred',
    evidence: '',
    records: [],
  };
  expect(() => fillDiscoveries('', [discovery])).toThrow('No scenario settles inferred-new. Name it in');
});

test('the table of Node versions is that of the manifests, and every guide writes a version of it', () => {
  const repository = new URL('../../../', import.meta.url);
  const folders = ['spec', ...['apps', 'packages'].flatMap((parent) => listFolders(repository, parent))];
  const published = folders
    .map((folder) => JSON.parse(readFileSync(new URL(`${folder}/package.json`, repository), 'utf8')))
    .filter((manifest) => !manifest.private);
  const guides = readGuides();
  const table = guides.find(({ name }) => name === 'versioning')?.body ?? '';
  const rows = [...table.matchAll(/^\| (.+?) +\| ([\d.]+)\+ +\|/gm)].map(([, what, node]) => [what, node]);
  const needed = published.map(({ name, engines }) => [`\`${name}\``, engines.node.replace(/^>=|\.0$/g, '')]);
  expect(needed.length).toBeGreaterThan(5);
  expect(rows).toEqual(expect.arrayContaining(needed));
  const written = guides.flatMap(({ body }) =>
    [...body.matchAll(/Node (\d+\.\d+)/g)].map(([, node]) => node),
  );
  expect(rows.map(([, node]) => node)).toEqual(expect.arrayContaining(written));
});

const listFolders = (repository: URL, parent: string) =>
  readdirSync(new URL(parent, repository)).map((name) => `${parent}/${name}`);
