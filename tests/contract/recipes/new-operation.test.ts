import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, matchesGlob } from 'node:path';
import { promisify } from 'node:util';
import { copyRepository } from '@chat-sns/build/copy';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { readText } from '../contract.ts';

// Each test runs the commands that a contributor runs. `npm run recipe` runs the last ones as well.
vi.setConfig({ testTimeout: 180_000 });

/** The recipe "A new operation" of CONTRIBUTING, followed in a copy: v4/sns/friend_check is added whole. */
const copy = copyRepository([
  ...['spec', 'tools/build', 'tests/contract', 'packages/client'],
  ...['apps/mock', 'apps/sandbox', 'apps/conformance', 'apps/docs'],
]);
afterAll(() => rmSync(copy.root, { recursive: true }));
const id = 'checkFriends';

/** All that is written by hand: files, and what files that exist gain. */
const written = new URL(`${id}/`, import.meta.url);
const read = (path: string) => readFileSync(new URL(path, written), 'utf8');
const files = globSync('**/*.*', { cwd: new URL('files', written) }).sort();
const edits: Record<string, { after: string; add: string }[]> = parse(read('edits.yaml'));
const added = new Set<string>();

function add(path: string): string {
  if (added.has(path)) return path;
  added.add(path);
  if (files.includes(path)) {
    mkdirSync(dirname(`${copy.root}/${path}`), { recursive: true });
    copy.write(path, read(`files/${path}`));
  }
  for (const edit of edits[path] ?? []) copy.edit(path, (text) => insert(text, edit, path));
  return path;
}

function insert(text: string, { after, add: addition }: { after: string; add: string }, path: string) {
  const match = new RegExp(after, 'm').exec(text);
  if (!match) throw new Error(`${path} has nothing like ${after}. Correct it in ${id}/edits.yaml.`);
  const end = match.index + match[0].length;
  const at = addition.endsWith('\n') ? text.indexOf('\n', end) + 1 : end;
  return text.slice(0, at) + addition + text.slice(at);
}

const paths = [...files, ...Object.keys(edits)];
const addMatching = (pattern: string) => paths.filter((path) => matchesGlob(path, pattern)).map(add);

/** Runs a script of a package, which must succeed. */
async function run(name: string, ...args: string[]): Promise<string> {
  const work = promisify(execFile)(process.execPath, args, { cwd: `${copy.root}/${name}` });
  const { stdout } = await work.catch(({ message, stdout: printed }) => {
    throw new Error(`${name}: ${message}\n${printed}`);
  });
  return stdout;
}
const isWhole = process.env.MODE === 'whole';
/** Without declarations, which no program needs that runs: those are for the check of the types, of the whole recipe. */
const build = (name: string) =>
  run(name, 'node_modules/tsdown/dist/run.mjs', ...(isWhole ? [] : ['--no-dts']));
const runTests = (name: string, ...args: string[]) =>
  run(name, 'node_modules/vitest/vitest.mjs', 'run', ...args);

function readSteps(): string[] {
  const { status, printed } = copy.run('spec', 'next.ts');
  expect(status, printed).toBe(1);
  return printed.trim().split('\n');
}

/** Does what a sentence says. Returns the place that it named. */
async function follow(step: string): Promise<string> {
  const [, folder, kind] = /^(\S+) has no (\S+)\. \S/.exec(step) ?? [];
  const [, missing] = /^(\S+) does not exist\. \S/.exec(step) ?? [];
  const [, pattern = ''] = /^(\S+) does not contain .+?\. \S/.exec(step) ?? [];
  if (missing?.includes('/_generated/')) {
    // The document needs what a step cannot know, such as the schema of an item.
    addMatching('spec/**');
    await run('spec', 'generate.ts');
    return missing;
  }
  const place = folder ? `${folder}/${kind}` : (missing ?? pattern);
  expect(addMatching(place), step).not.toEqual([]);
  return place;
}

test('a path file that nothing leads to, and a path that leads nowhere, are named', () => {
  add(`spec/paths/${id}.yaml`);
  expect(readSteps()).toEqual([
    `No path of spec/openapi.yaml leads to spec/paths/${id}.yaml. Add the vendor's path with $ref: ./paths/${id}.yaml.`,
  ]);
  add('spec/openapi.yaml');
  const correct = copy.read(`spec/paths/${id}.yaml`);
  copy.edit(`spec/paths/${id}.yaml`, (text) => text.replace(`operationId: ${id}`, 'operationId: check'));
  copy.edit('spec/openapi.yaml', (text) =>
    text.replace(/^webhooks:\n/m, '  /v4/sns/friend_get:\n    $ref: ./paths/getFriends.yaml\n$&'),
  );
  const steps = readSteps();
  expect(steps[0]).toBe(`spec/paths/${id}.yaml has no operationId ${id}. Name the operation after its file.`);
  expect(steps.at(-1)).toBe(
    'spec/openapi.yaml leads to spec/paths/getFriends.yaml, which does not exist. Write it.',
  );
  copy.edit('spec/openapi.yaml', (text) => text.replace(/ {2}\/v4\/sns\/friend_get:\n.*\n/, ''));
  copy.write(`spec/paths/${id}.yaml`, correct);
});

test('each missing piece is named with its next step, and its step alone', async () => {
  const { missingPieces }: { missingPieces(): string[] } = await import(`${copy.root}/spec/tools/pieces.ts`);
  const places: string[] = [];
  for (let [step, ...left] = missingPieces(); step !== undefined; [step, ...left] = left) {
    places.push(await follow(step));
    left = missingPieces();
    expect(left).not.toContain(step);
    expect(places.length).toBeLessThan(40);
  }
  expect(places).toMatchInlineSnapshot(`
    [
      "spec/components/schemas/CheckFriendsRequest.yaml",
      "spec/components/schemas/CheckFriendsOk.yaml",
      "spec/components/schemas/CheckFriendsFail.yaml",
      "spec/components/schemas/CheckFriendsResult.yaml",
      "spec/examples/checkFriends/*.request.yaml",
      "spec/examples/checkFriends/one-way.response.yaml",
      "spec/examples/checkFriends/two-way.response.yaml",
      "spec/examples/checkFriends/error-*.response.yaml",
      "spec/errors/*.yaml",
      "spec/sources/*.yaml",
      "spec/evidence.yaml",
      "spec/sources/record.schema.json",
      "spec/errors/catalogue.schema.json",
      "spec/_generated/schemas/CheckFriendsErrorCodeKnown.yaml",
      "packages/client/src/operations/checkFriends.ts",
      "packages/client/src/outcomes.ts",
      "packages/client/src/contract.ts",
      "packages/client/src/client.ts",
      "packages/client/src/index.ts",
      "apps/sandbox/src/service/operations/checkFriends.ts",
      "apps/sandbox/src/service/engine.ts",
      "apps/sandbox/src/service/envelope.ts",
      "apps/sandbox/fault.schema.json",
    ]
  `);
});

test('with the pieces that depend on the operation, nothing is missing but what can wait', async () => {
  const rest = paths.filter((path) => !added.has(path)).map(add);
  expect(rest).toMatchInlineSnapshot(`
    [
      "tests/contract/test/checkFriends.test.ts",
      "packages/client/src/errors.ts",
      "packages/client/src/request-rules.ts",
      "packages/client/test/support/chat.ts",
      "apps/sandbox/src/service/operations/outcome.ts",
      "apps/conformance/scenarios/not-covered.yaml",
    ]
  `);
  const [done, , ...waiting] = (await run('spec', 'next.ts')).trim().split('\n');
  expect(done).toMatch(/^The contract and its evidence agree/);
  expect(waiting.map((step) => step.split(' ')[0])).toMatchInlineSnapshot(`
    [
      "scripts/demo/calls.ts",
      "apps/conformance/scenario.schema.json",
      "apps/conformance/scenarios/*.yaml",
      "tests/mutation/scenarios/*.ts",
      "spec/overlays/ko.yaml",
    ]
  `);
  const lines = [
    ...files.map((file) => read(`files/${file}`)),
    ...Object.values(edits).flatMap((list) => list.map((edit) => edit.add)),
  ].reduce((sum, text) => sum + text.trim().split('\n').length, 0);
  expect(readText('CONTRIBUTING.md').replace(/\s+/g, ' ')).toContain(
    `${files.length} new files, ${Object.keys(edits).length} that gain lines, and ${lines} lines`,
  );
});

test('client, mock and sandbox build, and carry it out', async () => {
  await run('spec', 'build.ts');
  await build('spec');
  await Promise.all(['packages/client', 'apps/mock', 'apps/sandbox'].map(build));
  await runTests('tests/contract', `test/${id}.test.ts`);
});

describe.runIf(isWhole)('the rest of the repository, too long for every run', () => {
  test('the docs build with it', async () => {
    await build('apps/conformance');
    await run('apps/docs', 'build.ts');
  });

  test.each(['spec', 'packages/client', 'apps/mock', 'apps/sandbox', 'tests/contract'])(
    'the types of %s are right',
    async (name) => {
      await run(name, 'node_modules/typescript/bin/tsc', '-p', '.');
    },
  );

  test('the tests that run for each operation pass', async () => {
    await runTests('spec');
    await runTests('tests/contract', 'test/client-and-mock.test.ts', 'test/structure.test.ts', '-t', id);
  });
});
