import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { verifyUserSig } from '@chat-sns/client/usersig';
import { startMock } from '@chat-sns/mock';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { document, readText, repository } from './support/contract.ts';

const execute = promisify(execFile);

interface Sample {
  name: string;
  language: string;
  code: string;
  /** Under which name the guide tells to save it. */
  file: string | undefined;
  /** What the sample prints according to the next block of the guide. */
  printed: string | undefined;
}

const guides = readdirSync(new URL('apps/docs/guides', repository)).filter((file) => file.endsWith('.md'));

function samplesOf(guide: string): Sample[] {
  const blocks = [...readText(`apps/docs/guides/${guide}`).matchAll(/([^\n]*)\n\n^```(\w+)\n(.*?)^```$/gms)];
  return blocks.flatMap(([, before = '', language = '', code = ''], index) => {
    if (!['ts', 'javascript', 'sh', 'python'].includes(language)) return [];
    const [, , next = '', text = ''] = blocks[index + 1] ?? [];
    const printed = ['text', 'json'].includes(next) ? text : undefined;
    const [, file] = /save it as `([\w.-]+)`/.exec(before) ?? [];
    return [{ name: `${guide.replace('.md', '')}-${index + 1}`, language, code, file, printed }];
  });
}

const samples = guides.flatMap(samplesOf);
const scripts = samples.filter(({ language }) => language === 'ts');
const commands = samples.filter(({ language }) => language === 'sh');
/** What needs no package, by what runs it. */
const plain = { node: 'javascript', python3: 'python' };
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.log('python3 is missing: the Python samples of the guides were skipped.');

const mock = await startMock({ port: 0 });
const sandbox = createSandbox();
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });

// The samples find node_modules from here, and git ignores this folder.
const reports = fileURLToPath(new URL('../../reports/', import.meta.url));
mkdirSync(reports, { recursive: true });
const folder = mkdtempSync(`${reports}guides-`);
for (const { name, code } of scripts) writeFileSync(`${folder}/${name}.ts`, code);
writeFileSync(
  `${folder}/tsconfig.json`,
  JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }),
);

/** The addresses in the guides and their replacements in this run. The hosts of the service lead to the mock. */
const replacements = {
  'http://127.0.0.1:4010': mock.url,
  'http://127.0.0.1:4020': sandboxUrl,
  ...Object.fromEntries(document.servers.map(({ url }) => [url, mock.url])),
};
const redirect = (text: string) =>
  Object.entries(replacements).reduce((all, [from, to]) => all.replaceAll(from, to), text);
// Where a reader saves what needs no package: nothing of this repository is found from here.
const saved = mkdtempSync(join(tmpdir(), 'chat-sns-guides-'));
for (const { file, code } of samples) if (file) writeFileSync(join(saved, file), code);

// Loaded before each sample, so that the sample itself runs as printed.
const preload = `${folder}/preload.mjs`;
writeFileSync(
  preload,
  `const replacements = ${JSON.stringify(replacements)};
const real = globalThis.fetch;
globalThis.fetch = (url, init) => {
  const { origin, pathname, search } = new URL(url);
  return real((replacements[origin] ?? origin) + pathname + search, init);
};`,
);

beforeEach(() => sandbox.reset());
afterAll(async () => {
  for (const each of [folder, saved]) rmSync(each, { recursive: true });
  await sandbox.close();
  await mock.close();
});

test('the first call needs the packed packages alone', async () => {
  const project = mkdtempSync(join(tmpdir(), 'chat-sns-first-call-'));
  using cleanUp = new DisposableStack();
  cleanUp.defer(() => rmSync(project, { recursive: true }));
  const steps = [
    ...readText('apps/docs/guides/first-call.md').matchAll(/^```(?:bash|sh|ts|text)\n(.*?)^```$/gms),
  ];
  const [pack = '', install = '', curl = '', script = '', printed] = steps.map(([, code]) => code);
  const settings = { audit: 'false', fund: 'false', update_notifier: 'false', prefer_offline: 'true' };
  const named = Object.entries(settings).map(([name, value]) => [`npm_config_${name}`, value]);
  // npm under Node 24 trusts the certificates of the machine only when told to.
  const more = { NODE_USE_SYSTEM_CA: '1', CHAT_SNS_SANDBOX_PORT: '0' };
  const env = { ...process.env, ...Object.fromEntries(named), ...more };
  const paste = (command: string, cwd: string) => execute('bash', ['-ec', command], { cwd, env });
  await paste(
    pack.replace('npx pnpm@12.21.0', 'pnpm').replace('/path/to/your/project', project),
    fileURLToPath(repository),
  );
  const start = /^npx (chat-sns-sandbox)$/m.exec(install);
  await paste(install.replace(start?.[0] ?? '', ''), project);
  // What npx would start: a signal to npx would end npx alone.
  const server = spawn(`${project}/node_modules/.bin/${start?.[1]}`, { cwd: project, env });
  cleanUp.defer(() => server.kill());
  const [text] = await once(server.stdout, 'data');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text)) ?? [];
  const send = async () =>
    JSON.parse((await paste(curl.replace('http://127.0.0.1:4020', url), project)).stdout);
  expect(await send()).toMatchObject({ ErrorCode: 0, ResultItem: [{ ResultCode: 0 }] });
  expect(await send()).toMatchObject({ ErrorCode: 0, ResultItem: [{ ResultCode: 31704 }] });
  writeFileSync(`${project}/first-call.mts`, script.replace('http://127.0.0.1:4020', url));
  expect((await paste('node first-call.mts', project)).stdout).toBe(printed);
});

test('there are guides, and each has a sample', () => {
  expect(guides.length).toBeGreaterThan(8);
  for (const guide of guides) expect(samplesOf(guide), guide).not.toEqual([]);
});

test('every TypeScript sample of the guides compiles', async () => {
  const check = execute('tsc', ['-p', folder]).catch((error: { stdout: string }) => error);
  expect((await check).stdout).toBe('');
});

describe('every sample of the guides runs and prints what the guide says', () => {
  const env = {
    ...process.env,
    SECRET_KEY: demoKey,
    SDK_APP_ID: '1400000000',
    WEBHOOK_TOKEN: 'a-token',
    FORCE_COLOR: '0',
  };

  test.each(scripts)('$name', async ({ name, printed = '' }) => {
    const { stdout, stderr } = await execute('node', ['--import', preload, `${folder}/${name}.ts`], { env });
    expect(stderr).toBe('');
    expect(stdout).toBe(printed);
  });

  test.each(commands)('$name', async ({ code, printed }) => {
    const { stdout } = await execute('bash', ['-ec', redirect(code)], { cwd: saved, env });
    if (printed !== undefined) expect(JSON.parse(stdout)).toEqual(JSON.parse(printed));
  });

  describe.each(Object.entries(plain))('with %s and no package', (program, language) => {
    const programs = samples.filter((sample) => sample.language === language);
    test.skipIf(program === 'python3' && !hasPython).each(programs)('$name', async ({ file, printed }) => {
      const { SECRET_KEY: _, ...keyless } = env;
      const run = async (more = {}) => {
        const options = { cwd: saved, env: { ...keyless, ...more } };
        const { stdout, stderr } = await execute(program, [file ?? 'not saved under a name'], options);
        expect(stderr).toBe('');
        return stdout;
      };
      if (printed !== undefined) return expect(await run()).toBe(printed);
      // Without a block of what is printed, it is a UserSig, which is never the same.
      for (const [secretKey, more] of [[demoKey], ['my key', { SECRET_KEY: 'my key' }]] as const) {
        const userSig = (await run(more)).trimEnd();
        // A query takes all of these characters as they are.
        expect(userSig).toMatch(/^[\w*-]+$/);
        const app = { sdkAppId: 1400000000, identifier: 'administrator', secretKey };
        expect(await verifyUserSig(userSig, app)).toMatchObject({ ok: true });
      }
    });
  });
});
