import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { binary, createProject } from './support/project.ts';
import { runCommand } from './support/run-command.ts';
import { expected, findDesertedUrl, startServer } from './support/server.ts';

const node = (version: number) =>
  fileURLToPath(new URL(`../node_modules/node${version}/bin/node`, import.meta.url));

test.each([
  ['Node 22', node(22), [], 'npm'],
  ['Node 24', node(24), [], 'npm'],
  ['Node 26', node(26), [], 'npm'],
  ['Deno', binary('deno'), ['run', '--quiet', '--allow-net=127.0.0.1', '--allow-read', '--no-prompt'], 'npm'],
  ['Bun', binary('bun'), ['run'], 'bun'],
] as const)('%s', async (_, command, args, installer) => {
  await using server = await startServer();
  await using project = await createProject(installer);
  const output = await runCommand(
    command,
    [...args, 'main.js', server.url, await findDesertedUrl()],
    project.folder,
  );
  expect(JSON.parse(output)).toEqual(expected);
});

test('workerd', async () => {
  await using server = await startServer();
  await using project = await createProject();
  const build = await rolldown({ input: join(project.folder, 'worker.js'), platform: 'neutral' });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  const worker = new Miniflare({ modules: true, script: output[0].code, compatibilityDate: '2026-01-01' });
  try {
    const response = await worker.dispatchFetch(
      `http://worker.test/?server=${server.url}&deserted=${await findDesertedUrl()}`,
    );
    // workerd does not tell why a connection failed, so every failure counts as one that may have been carried out.
    expect(await response.json()).toEqual({ ...expected, nobodyThere: 'ChatNetworkError ConnectionLost' });
  } finally {
    await worker.dispose();
  }
});
