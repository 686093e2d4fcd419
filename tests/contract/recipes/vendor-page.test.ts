import { globSync, rmSync } from 'node:fs';
import { copyRepository } from '@chat-sns/build/copy';
import type { Choice, Claim } from '@chat-sns/spec';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';

// Each test runs the commands that a contributor runs. `npm run recipe` also fixes the contract.
vi.setConfig({ testTimeout: 120_000 });

/** The recipe "A vendor page changed" of CONTRIBUTING, followed in a copy: a new edition states another limit. */
const copy = copyRepository(['spec', 'tools/build', 'tools/release']);
afterAll(() => rmSync(copy.root, { recursive: true }));
const id = 'friend-delete.intl-2026';
const places = {
  record: `spec/sources/${id}.yaml`,
  choices: 'spec/sources/choices.yaml',
  schema: 'spec/components/schemas/DeleteFriendsRequest.yaml',
  evidence: 'spec/evidence.yaml',
};

const next = () => copy.run('spec', 'next.ts');
const build = () => copy.run('spec', 'build.ts');
const breaking = () => copy.run('tools/release', 'breaking.ts');
const succeed = ({ status, printed }: ReturnType<typeof copy.run>) => expect(status, printed).toBe(0);
const built = (file: string) => JSON.parse(copy.read(`spec/dist/${file}`));
const limit = (): Claim =>
  built('claims.json').claims.find((claim: Claim) => claim.id === 'DeleteFriendsRequest.To_Account.maxItems');

copy.write(
  places.record,
  copy
    .read('spec/sources/friend-delete.trtc-ko.yaml')
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^edition: .*$/m, 'edition: "2026-11-20"')
    .replace('maxItems: 1000', 'maxItems: 500'),
);

test('a record of a new edition that disagrees is named with the next step', () => {
  const { status, printed } = next();
  expect(status).toBe(1);
  expect(printed).toContain(
    `${places.record} states request.To_Account.maxItems = 500, but the contract has 1000`,
  );
  expect(printed).toContain(
    `Fix the contract, or add ${id}:request.To_Account.maxItems to the allows of a choice in ${places.choices}`,
  );
  expect(printed).toContain(`Nothing uses ${places.record}. Name ${id} in ${places.evidence}, in a choice`);
});

describe('the contract keeps its limit', () => {
  const choice: Choice = {
    topic: 'accounts-in-one-request',
    title: 'Accounts in one request',
    records: [id, 'friend-delete.trtc-ko'],
    difference: 'The newest edition states 500, every other 1000.',
    choice: 'The contract keeps 1000.',
    reason: 'One edition alone may be a mistake.',
    status: 'documented',
    allows: [`${id}:request.To_Account.maxItems`],
  };

  test('the codes of the page name the record', () => {
    expect(next().printed).toContain(
      `${places.record} lists 30001, 30002, 30003, 30004, 30006, 30007, 30008, 31704, 31707. Add ${id} to the sources`,
    );
    copy.edit('spec/errors/relationship.yaml', (text) =>
      text.replace(/^ +- friend-delete\.trtc-ko\n/gm, `$&    - ${id}\n`),
    );
  });

  test('with a choice nothing is left to do, and the data of the docs shows it', () => {
    copy.edit(places.choices, (text) => text + stringify([choice]));
    succeed(next());
    succeed(build());
    expect(built('sources.json').choices).toContainEqual(choice);
    expect(limit()).toMatchObject({ value: 1000, status: 'documented' });
  });
});

describe.runIf(process.env.MODE === 'whole')('the contract follows the page', () => {
  // What changes is compared with the state before, as after a release.
  beforeAll(() => {
    succeed(copy.run('tools/release', 'breaking.ts', '--record'));
    for (const file of globSync('.changeset/*.md', { cwd: copy.root })) rmSync(`${copy.root}/${file}`);
  });

  test('a limit without evidence for its place is named with the next step', () => {
    copy.edit(places.schema, (text) => text.replace('maxItems: 1000', 'maxItems: 500'));
    const { status, printed } = build();
    expect(status).toBe(1);
    expect(printed).toMatch(
      /To_Account\/maxItems: maxItems 500 is not stated by .*\. Name in spec\/evidence.yaml/,
    );
  });

  test('with evidence and a choice for the older editions nothing is left to do, and claims.json shows the record', () => {
    copy.edit(places.evidence, (text) => text.replace('DeleteFriendsRequest.To_Account:\n', `$&  - ${id}\n`));
    copy.edit(places.choices, (text) => {
      const choices: Choice[] = parse(text);
      const older = choices.at(-1);
      if (!older) throw new Error('The choice is gone');
      older.choice = 'The contract follows the newest edition.';
      older.allows = ['trtc-ko', 'intl-2023', 'zh-2025'].map(
        (page) => `friend-delete.${page}:request.To_Account.maxItems`,
      );
      return stringify(choices);
    });
    succeed(next());
    succeed(build());
    expect(limit()).toMatchObject({ value: 500, status: 'documented', records: [id] });
  });

  test('the change requires a changeset, which is printed', () => {
    const { status, printed } = breaking();
    expect(printed).toContain('To_Account: maxItems is 500, was 1000');
    expect(status, printed).toBe(1);
    const [, changeset = ''] = /^(---\n[\s\S]+?)\n\nIf not/m.exec(printed) ?? [];
    copy.write('.changeset/five-hundred.md', changeset);
    succeed(breaking());
  });
});
