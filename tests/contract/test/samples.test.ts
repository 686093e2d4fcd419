import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@chat-sns/mock';
import { afterAll, describe, expect, test } from 'vitest';
import { operationIds, readText } from '../contract.ts';

const execute = promisify(execFile);
const mock = await startMock({ port: 0 });
afterAll(() => mock.close());
const env = {
  ...process.env,
  CHAT_URL: mock.url,
  SDK_APP_ID: '1400000000',
  IDENTIFIER: 'administrator',
  USER_SIG: 'a-signature',
};

describe.each(operationIds)('%s', (operation) => {
  test('its curl sample succeeds', async () => {
    const { stdout } = await execute('bash', ['-c', readText(`spec/samples/${operation}.sh`)], { env });
    expect(JSON.parse(stdout)).toMatchObject({ ActionStatus: 'OK', ErrorCode: 0 });
    expect(mock.calls().at(-1)).toMatchObject({ operation });
  });

  test('its TypeScript sample compiles and runs', async () => {
    // The file has to be next to a node_modules with the client in it.
    const file = fileURLToPath(new URL(`../sample-${operation}.ts`, import.meta.url));
    await writeFile(file, readText(`spec/samples/${operation}.ts`));
    try {
      const compiler = [
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2023',
        '--types',
        'node',
      ];
      await execute('tsc', [...compiler, '--ignoreConfig', '--skipLibCheck', file], { env });
      const { stdout } = await execute('node', [file], { env });
      expect(stdout).toMatch(/deleted/);
      expect(mock.calls().at(-1)).toMatchObject({ operation });
    } finally {
      await rm(file);
    }
  });
});
