import { execFile, spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@chat-sns/mock';
import { afterAll, describe, expect, test } from 'vitest';
import { document, examples, operationIds } from '../contract.ts';

const execute = promisify(execFile);
const mock = await startMock({ port: 0 });
const env = {
  ...process.env,
  CHAT_URL: mock.url,
  SDK_APP_ID: '1400000000',
  IDENTIFIER: 'administrator',
  USER_SIG: 'a-signature',
  SECRET_KEY: 'a key',
};

const samples = Object.values(document.paths).flatMap(({ post }) => post['x-codeSamples']);
// A file has to be next to a node_modules with the client in it.
const fileOf = (name: string) => fileURLToPath(new URL(`../sample-${name}`, import.meta.url));
const typed = samples.filter(({ lang }) => lang === 'TypeScript').map((_, index) => fileOf(`${index}.ts`));
afterAll(async () => {
  await Promise.all([mock.close(), ...typed.map((file) => rm(file, { force: true }))]);
});

/** How each language runs a sample. A machine without Python has nothing to run its samples with. */
const runners: Record<string, (source: string) => Promise<{ stdout: string }>> = {
  Shell: (source) => execute('bash', ['-c', source], { env }),
  TypeScript: (source) => runFile('run.ts', source),
  JavaScript: (source) => runFile('run.mjs', source),
  Python: (source) => execute('python3', ['-c', source], { env }),
};
const hasPython = spawnSync('python3', ['--version']).status === 0;

async function runFile(name: string, source: string) {
  const file = fileOf(name);
  await writeFile(file, source);
  try {
    return await execute('node', [file], { env });
  } finally {
    await rm(file);
  }
}

test('every operation has a sample in each language, and there are no others', () => {
  const languages = samples.map(({ lang }) => lang);
  expect(languages).toEqual(operationIds.flatMap(() => Object.keys(runners)));
});

test('the samples of the client compile', async () => {
  const sources = samples.filter(({ lang }) => lang === 'TypeScript').map(({ source }) => source);
  await Promise.all(typed.map((file, index) => writeFile(file, sources[index] ?? '')));
  const options =
    '--noEmit --strict --module nodenext --target es2023 --types node --ignoreConfig --skipLibCheck';
  await execute('tsc', [...options.split(' '), ...typed], { env });
});

describe.each(Object.values(document.paths).map(({ post }) => post))('$operationId', (operation) => {
  const { operationId } = operation;
  const requests = Object.values(examples[operationId].requests).map(({ value }) => value);

  test.for(operation['x-codeSamples'])(
    'its sample for $label sends an example of the document',
    async ({ lang, source }, { skip }) => {
      skip(lang === 'Python' && !hasPython, 'this machine has no python3');
      const before = mock.calls().length;
      await runners[lang]?.(source);
      const [call, ...more] = mock.calls().slice(before);
      expect(more).toEqual([]);
      expect(call).toMatchObject({ operation: operationId, code: 0 });
      expect(requests).toContainEqual(call?.body);
    },
  );
});
