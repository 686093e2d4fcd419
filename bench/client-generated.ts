import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import { rolldown } from 'rolldown';

const require = createRequire(import.meta.url);

/** A generated method: takes what its generator requires, resolves to the response. */
type Generated = (argument: object) => Promise<unknown>;
export interface GeneratedClients {
  heyApi: { deleteFriends: Generated; client: { setConfig(config: object): void } };
  redocly: { deleteFriends: Generated; configure(config: object): void };
}

const tool = (name: string) => join(fileURLToPath(new URL('node_modules/.bin/', import.meta.url)), name);

/** Generates the peers from the same document, and bundles each into one file, as a project would. */
export async function generateClients(): Promise<GeneratedClients> {
  const folder = mkdtempSync(join(import.meta.dirname, '.generated-'));
  try {
    const document = require.resolve('@chat-sns/spec/openapi.json');
    const plugins = ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'] as const;
    const output = { path: join(folder, 'hey-api'), clean: false };
    await createClient({ input: document, output, plugins: [...plugins], logs: { level: 'silent' } });
    writeFileSync(
      join(folder, 'hey-api.ts'),
      `export { deleteFriends } from './hey-api/sdk.gen.ts';\nexport { client } from './hey-api/client.gen.ts';\n`,
    );
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    execFileSync(tool('redocly'), ['generate-client', document, '-o', join(folder, 'redocly.ts')], {
      env,
      stdio: 'pipe',
    });
    return {
      heyApi: await bundle(join(folder, 'hey-api.ts')),
      redocly: await bundle(join(folder, 'redocly.ts')),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bundle<Module>(input: string): Promise<Module> {
  const build = await rolldown({ input, resolve: { extensionAlias: { '.js': ['.ts', '.js'] } } });
  const file = input.replace('.ts', '.mjs');
  await build.write({ file, format: 'esm', codeSplitting: false });
  readFileSync(file);
  return import(pathToFileURL(file).href) as Promise<Module>;
}
