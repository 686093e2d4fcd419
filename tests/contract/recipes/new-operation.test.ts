import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { copyRepository } from '@chat-sns/build/copy';
import { expect, test } from 'vitest';

/** The recipe "A new operation" of CONTRIBUTING, followed in a copy: each sentence of the command says what comes next. */
const copy = copyRepository(['spec', 'tools/build']);
const id = 'checkFriends';

function readSteps(): string[] {
  const { status, printed } = copy.run('spec', 'next.ts');
  expect(status, printed).toBe(1);
  return printed.trim().split('\n');
}

function writeFile(path: string, text: string) {
  mkdirSync(dirname(`${copy.root}/${path}`), { recursive: true });
  copy.write(path, text);
}

/** Does what a sentence says, with as little as it takes. The place is the file or word that it named. */
function follow(step: string): string {
  const [, folder] = /^(\S+) has no \*\.request\.yaml\. \S/.exec(step) ?? [];
  const [, failures] = /^(\S+) has no error-\*\.response\.yaml\. \S/.exec(step) ?? [];
  if (folder) return follow(`${folder}/page.request.yaml does not exist. Write it.`);
  if (failures) return follow(`${failures}/error-30001.response.yaml does not exist. Write it.`);
  const [, missing] = /^(\S+) does not exist\. \S/.exec(step) ?? [];
  if (missing) {
    writeFile(missing, '');
    return missing;
  }
  const [, pattern = '', word = ''] = /^(\S+) does not contain (.+?)\. \S/.exec(step) ?? [];
  const file = pattern.replace('*', id);
  const known = pattern.includes('*') ? '' : copy.read(file);
  writeFile(file, `${known}\n${word}\n`);
  return pattern;
}

test('a path file that nothing leads to, and a path that leads nowhere, are named', () => {
  writeFile(`spec/paths/${id}.yaml`, 'post: {}\n');
  expect(readSteps()).toEqual([
    `No path of spec/openapi.yaml leads to spec/paths/${id}.yaml. Add the vendor's path with $ref: ./paths/${id}.yaml.`,
  ]);
  copy.edit('spec/openapi.yaml', (text) =>
    text
      .replace(/^paths:\n/m, `$&  /v4/sns/friend_check:\n    $ref: ./paths/${id}.yaml\n`)
      .replace(/^webhooks:\n/m, '  /v4/sns/friend_get:\n    $ref: ./paths/getFriends.yaml\n$&'),
  );
  const steps = readSteps();
  expect(steps[0]).toBe(`spec/paths/${id}.yaml has no operationId ${id}. Name the operation after its file.`);
  expect(steps.at(-1)).toBe(
    'spec/openapi.yaml leads to spec/paths/getFriends.yaml, which does not exist. Write it.',
  );
  copy.edit('spec/openapi.yaml', (text) => text.replace(/ {2}\/v4\/sns\/friend_get:\n.*\n/, ''));
  writeFile(`spec/paths/${id}.yaml`, `post:\n  operationId: ${id}\n`);
});

test('each missing piece is named with its next step, and its step alone', async () => {
  const { missingPieces }: { missingPieces(): string[] } = await import(`${copy.root}/spec/tools/pieces.ts`);
  const places: string[] = [];
  for (let steps = missingPieces(); steps[0] !== undefined; steps = missingPieces()) {
    places.push(follow(steps[0]));
    expect(missingPieces()).not.toContain(steps[0]);
    expect(places.length).toBeLessThan(40);
  }
  const named = places.filter((place, index) => places.indexOf(place) === index);
  console.log(`A new operation touches ${named.length} files besides its path file and spec/openapi.yaml.`);
  expect(named).toMatchInlineSnapshot(`
    [
      "spec/components/schemas/CheckFriendsRequest.yaml",
      "spec/components/schemas/CheckFriendsOk.yaml",
      "spec/components/schemas/CheckFriendsFail.yaml",
      "spec/components/schemas/CheckFriendsResult.yaml",
      "spec/examples/checkFriends/page.request.yaml",
      "spec/examples/checkFriends/page.response.yaml",
      "spec/examples/checkFriends/error-30001.response.yaml",
      "spec/samples/checkFriends.sh",
      "spec/samples/checkFriends.ts",
      "spec/errors/*.yaml",
      "spec/sources/*.yaml",
      "spec/evidence.yaml",
      "spec/sources/record.schema.json",
      "spec/errors/catalogue.schema.json",
      "spec/_generated/schemas/CheckFriendsErrorCodeKnown.yaml",
      "packages/client/src/operations/checkFriends.ts",
      "packages/client/src/outcomes.ts",
      "packages/client/src/client.ts",
      "apps/sandbox/src/service/operations/checkFriends.ts",
      "apps/sandbox/src/service/engine.ts",
      "apps/sandbox/src/service/envelope.ts",
      "scripts/demo/calls.ts",
      "apps/conformance/scenarios/*.yaml",
      "tests/mutation/scenarios/*.ts",
      "spec/overlays/ko.yaml",
    ]
  `);
});
