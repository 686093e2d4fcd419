import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { binary, runCommand } from './support/run-command.ts';

/** What each package is installed with, imported by, and run as. `files` is what ships beside the build. */
const packages = {
  spec: { siblings: [], imports: ['errorCatalogue'], files: [] },
  client: { siblings: [], imports: ['createChatClient'], files: [] },
  mock: { siblings: ['spec'], imports: ['startMock'], command: 'chat-sns-mock', files: [] },
  sandbox: {
    siblings: [],
    imports: ['createSandbox'],
    command: 'chat-sns-sandbox',
    files: ['control.openapi.yaml', 'fault.schema.json', 'state.schema.json'],
  },
  conformance: {
    siblings: ['spec'],
    imports: ['runConformance'],
    command: 'chat-sns-conformance',
    files: ['scenario.schema.json', 'scenarios/'],
  },
  cli: { siblings: ['client'], imports: [], command: 'chat-sns', files: [] },
} as const;
type Name = keyof typeof packages;
const names = Object.keys(packages) as Name[];

const node = (version: number) =>
  fileURLToPath(new URL(`../node_modules/node${version}/bin`, import.meta.url));
/** What the mock's README has for pnpm, which otherwise refuses an install script that nobody decided about. */
const [, settingsForPnpm = ''] =
  /^```yaml\n(.*?)^```$/ms.exec(
    readFileSync(new URL('../../../apps/mock/README.md', import.meta.url), 'utf8'),
  ) ?? [];
const env = { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' };
const yarn = ['npm', 'exec', '--yes', '--package=@yarnpkg/cli-dist@4.18.1', '--', 'yarn'];
const isolated = { npm_config_minimum_release_age: '0' };

interface Setting {
  node: number;
  install: readonly string[];
  env?: Record<string, string>;
}

const npm = ['npm', 'install', '--prefer-offline', '--ignore-scripts'];
const settings = {
  'npm, Node 22': { node: 22, install: npm },
  'npm, Node 24': { node: 24, install: npm },
  'npm, Node 26': { node: 26, install: npm },
  'pnpm, Node 24': { node: 24, install: ['pnpm', 'install', '--no-frozen-lockfile'], env: isolated },
  'yarn 4, Node 24': { node: 24, install: [...yarn, 'install', '--no-immutable'] },
  'bun, Node 24': { node: 24, install: [binary('bun'), 'install'] },
} satisfies Record<string, Setting>;

/**
 * The table of `pnpm standalone`. Every other run has one row: npm, and pnpm for the mock, of whose thousands of files npm
 * writes each; the examples install it with npm, as the guide to pipelines says.
 */
const rows: [string, (name: Name) => Setting][] = process.env.STANDALONE
  ? Object.entries(settings).map(([title, setting]) => [title, () => setting])
  : [['npm and pnpm, Node 24', (name) => settings[name === 'mock' ? 'pnpm, Node 24' : 'npm, Node 24']]];

/** An empty project outside the repository, with one package and its siblings from their tarballs. */
async function installAlone(name: Name, setting: Setting) {
  const tarballs = inject('tarballs');
  const folder = mkdtempSync(join(dirname(inject('tarball')), `alone-${name}-`));
  const wanted = [name, ...packages[name].siblings];
  const files = Object.fromEntries(wanted.map((one) => [`@chat-sns/${one}`, `file:${tarballs[one]}`]));
  const manifest = {
    name: 'alone',
    private: true,
    dependencies: files,
    overrides: files,
    resolutions: files,
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, '.yarnrc.yml'), 'nodeLinker: node-modules\nenableTelemetry: false\n');
  writeFileSync(
    join(folder, 'pnpm-workspace.yaml'),
    `packages: []\noverrides: ${JSON.stringify(files)}\n${settingsForPnpm}`,
  );
  const run = (command: string, args: readonly string[]) =>
    runCommand(command, [...args], folder, {
      ...env,
      ...setting.env,
      PATH: `${node(setting.node)}:${process.env.PATH}`,
    });
  const [command = '', ...args] = setting.install;
  await run(command, args);
  return { folder, run };
}

const require = createRequire(import.meta.url);
const kinds = [
  ['node16', 'node16', ['mts']],
  ['nodenext', 'nodenext', ['mts', 'cts']],
  ['esnext', 'bundler', ['mts']],
] as const;

describe.each(rows)('with %s', (_, settingOf) => {
  const folders = new Map<Name, string>();

  test.each(names)(
    '@chat-sns/%s is installed alone and runs',
    { timeout: process.env.STANDALONE ? 600_000 : 240_000 },
    async (name) => {
      const { imports, ...rest } = packages[name];
      const { folder, run } = await installAlone(name, settingOf(name));
      folders.set(name, folder);
      if (imports.length > 0) {
        const module = `@chat-sns/${name}`;
        const says = `console.log(typeof (${imports[0]}))`;
        expect(
          await run('node', [
            '--input-type=module',
            '-e',
            `import { ${imports[0]} } from '${module}'; ${says}`,
          ]),
        ).toMatch(/function|object/);
        expect(await run('node', ['-e', `const { ${imports[0]} } = require('${module}'); ${says}`])).toMatch(
          /function|object/,
        );
      }
      if (!('command' in rest)) return;
      expect(await run('npx', ['--no-install', rest.command, '--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
      const command = join(folder, 'node_modules/.bin', rest.command);
      expect(await run(command, ['--help'])).toMatch(new RegExp(`${rest.command}\\b`));
      const refusal = new RegExp(`ended with 2:\n[^]*--nope[^]*${rest.command} --help`);
      await expect(run(command, ['--nope'])).rejects.toThrow(refusal);
    },
  );

  // All in one run of the compiler, whose time goes into the types of Node.
  test.each(kinds)(
    'each has its types where it is installed, module %s',
    async (kind, resolution, endings) => {
      const parent = dirname(inject('tarball'));
      const files = names.flatMap((name) => {
        const [value] = packages[name].imports;
        if (value === undefined) return [];
        const module = `@chat-sns/${name}`;
        const folder = folders.get(name) ?? expect.fail(`${module} is not installed`);
        return endings.map((ending) => {
          const [start, found] = {
            mts: [`import { ${value} } from '${module}'`, value],
            cts: [`import all = require('${module}')`, `all.${value}`],
          }[ending];
          const file = join(basename(folder), `main.${ending}`);
          writeFileSync(join(parent, file), `${start};\nconst one: { name: number } = ${found};\n`);
          return file;
        });
      });
      const options = [
        '--strict',
        '--noEmit',
        '--target',
        'es2022',
        '--lib',
        'es2023,esnext.disposable',
        '--typeRoots',
        join(import.meta.dirname, '../node_modules/@types'),
        '--types',
        'node',
      ];
      const args = [...options, '--module', kind, '--moduleResolution', resolution, ...files];
      // Types that are missing would be `any`, which fits everything: only a mistake that is found shows that they are there.
      const output = await runCommand(binary('tsc'), args, parent).catch((error: Error) => error.message);
      for (const file of files) expect(output, kind).toContain(`${file}(2,7): error TS`);
      expect(output.match(/error TS/g), output).toHaveLength(files.length);
    },
  );
});

test.each(names)(
  'the tarball of %s contains its build, its documents and nothing of the workspace',
  async (name) => {
    const tarball = inject('tarballs')[name] ?? '';
    const listed = (await runCommand('tar', ['-tzf', tarball], '/'))
      .trim()
      .split('\n')
      .map((file) => file.replace('package/', ''));
    const { files } = packages[name];
    const beside = listed.filter(
      (file) => !file.startsWith('dist/') && !files.some((one) => file.startsWith(one)),
    );
    expect(beside.toSorted()).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(listed.filter((file) => /\.(map|tsx?|test\.js)$/.test(file) && !file.endsWith('.d.ts'))).toEqual(
      [],
    );
    expect(await runCommand('tar', ['-xzOf', tarball, 'package/package.json'], '/')).not.toMatch(
      /workspace:|catalog:/,
    );
  },
);

test.each(['spec', 'packages/client', 'apps/mock', 'apps/sandbox', 'apps/conformance', 'apps/cli'])(
  'npm, which would pack %s wrongly, is refused',
  async (directory) => {
    const path = fileURLToPath(new URL(`../../../${directory}`, import.meta.url));
    const manifest = require(join(path, 'package.json'));
    const [command = '', ...args] = manifest.scripts.prepack.split(' ');
    await expect(runCommand(command, args, path, { npm_config_user_agent: 'npm/11' })).rejects.toThrow(
      'Pack with pnpm',
    );
  },
);

test('the mock says on an older Node that Prism does not support it', async () => {
  const command = fileURLToPath(new URL('../../../apps/mock/dist/cli.js', import.meta.url));
  const args = [command, 'test', '--', 'true'];
  // No call is a failure of the suite, whose output has the words.
  await expect(runCommand(join(node(22), 'node'), args, import.meta.dirname)).rejects.toThrow(
    /supports Node >=24\.\d+\.\d+\. This is Node 22\./,
  );
});
