import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { enumFiles, generatedFiles } from '../tools/generated.ts';

const folder = new URL('../_generated/', import.meta.url);
const files = new Map([...enumFiles(), ...(await generatedFiles())]);

test.each([...files])('_generated/%s is what `npm run generate` writes', (path, text) => {
  const committed = readFileSync(new URL(path, folder), 'utf8');
  expect(committed === text, `_generated/${path} is stale or was edited. Run \`npm run generate\`.`).toBe(
    true,
  );
});

test('_generated contains nothing else', () => {
  const present = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.split('_generated/').at(-1)?.replace(/^\//, ''));
  expect(present.sort()).toEqual([...files.keys()].sort());
});
