// npm run rehearse: a release and a breaking one after it, from a clone of the last commit to a registry on this machine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { publishable, repository, versionedDocuments } from './src/packages.ts';
import { attempt, run, stopAll } from './src/rehearsal/commands.ts';
import { type Registry, startRegistry } from './src/rehearsal/registry.ts';

const directory = mkdtempSync(join(tmpdir(), 'chat-sns-rehearsal-'));
const copy = join(directory, 'repository');
const project = join(directory, 'project');
const names = publishable.map(({ name }) => name);

// Nothing of the npm, pnpm and turbo that started this may reach those that it starts.
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_registry$)|pnpm_|turbo_|init_cwd$)/i.test(name),
  ),
);
env.CI = 'true';

const read = (path: string) => readFileSync(join(copy, path), 'utf8');
const edit = (path: string, change: (text: string) => string) => {
  const before = read(path);
  const after = change(before);
  assert.notEqual(after, before, `${path} has changed: adapt the rehearsal`);
  writeFileSync(join(copy, path), after);
};
const inCopy = (command: string, ...args: string[]) => run(command, args, { cwd: copy, env });
const versionIn = (file: string): string => JSON.parse(readFileSync(file, 'utf8')).version;
const commit = async (message: string) => {
  await inCopy('git', 'add', '--all');
  await inCopy('git', 'commit', '--quiet', '--no-verify', '--message', message);
};

async function step(title: string, action: (checked: (what: string) => void) => Promise<void>) {
  const start = Date.now();
  console.log(`\n${title}`);
  await action((what) => console.log(`  ok    ${what}`));
  console.log(`  ${Math.round((Date.now() - start) / 1000)} s`);
}

/** `npm run version` as the release workflow runs it; every place that states a version must agree afterwards. */
async function version(checked: (what: string) => void): Promise<string> {
  await inCopy('npm', 'run', 'version');
  const version = versionIn(join(copy, 'spec/package.json'));
  for (const { path } of publishable) {
    assert.equal(versionIn(join(copy, path, 'package.json')), version, path);
    assert.match(read(`${path}/CHANGELOG.md`), new RegExp(`^# .+\n\n## ${version.replaceAll('.', '\\.')}\n`));
  }
  checked(`${names.length} packages have version ${version} and an entry in their changelogs`);
  for (const file of versionedDocuments) assert.equal(parse(read(file)).info.version, version, file);
  checked(`info.version of ${versionedDocuments.length} documents is ${version}`);
  assert.equal(JSON.parse(read('tools/release/released/record.json')).version, version);
  assert.deepEqual(globSync('.changeset/*.md', { cwd: copy }), []);
  checked('the record has the contract of this version, and no changeset is left');
  await inCopy('pnpm', 'install', '--frozen-lockfile', '--offline');
  checked('the lockfile still fits');
  await commit('chore(release): version packages');
  return version;
}

/** What the jobs `pack` and `publish` of the workflow do. */
async function publish(registry: Registry, version: string, checked: (what: string) => void) {
  const filters = names.flatMap((name) => ['--filter', name]);
  await inCopy('node', 'scripts/turbo.mjs', 'run', 'build', ...filters, '--output-logs=errors-only');
  const place = { cwd: copy, env: registry.env };
  const changeset = (...args: string[]) =>
    run('node', ['node_modules/@changesets/cli/bin.js', ...args], place);
  assert.equal((await run('pnpm', ['config', 'get', '@chat-sns:registry'], place)).trim(), registry.url);
  const packed = join(directory, `packed-${version}`);
  await changeset('publish-plan', '--output', join(directory, 'plan.json'));
  await changeset('pack', '--from-publish-plan', join(directory, 'plan.json'), '--out-dir', packed);
  const tarballs = globSync('packages/*.tgz', { cwd: packed }).sort();
  assert.deepEqual(
    tarballs,
    names.map((name) => `packages/${name.slice(1).replace('/', '-')}-${version}.tgz`).sort(),
  );
  checked(`changeset pack made ${tarballs.length} tarballs, none of a private package`);

  const { publish } = parse(read('.github/workflows/release.yml')).jobs;
  const asked = { ...registry.env, ...publish.steps.at(-1).env };
  const tarball = join(packed, tarballs[0] ?? '');
  const refused = await attempt('pnpm', ['publish', '--no-git-checks', tarball], { cwd: copy, env: asked });
  assert.match(refused.printed, /provenance generation is not supported/i);
  checked('the variables of the workflow make pnpm ask for provenance, which only a CI provider gives');

  await changeset('publish', '--from-pack-dir', packed);
  const tags = (await inCopy('git', 'tag', '--points-at', 'HEAD')).trim().split('\n');
  assert.deepEqual(tags.sort(), names.map((name) => `${name}@${version}`).sort());
  for (const name of names) {
    const { 'dist-tags': latest, versions } = await (await fetch(registry.url + name)).json();
    assert.equal(latest.latest, version, name);
    assert.doesNotMatch(JSON.stringify(versions[version].dependencies ?? {}), /workspace:|catalog:/, name);
  }
  checked(`changeset publish published and tagged ${version}; no range is left that only pnpm reads`);
}

/** Runs what a reader would paste, and every command. */
async function use(registry: Registry, version: string, checked: (what: string) => void) {
  const place = { cwd: project, env: registry.env };
  for (const name of names) {
    assert.equal(versionIn(join(project, 'node_modules', name, 'package.json')), version, name);
  }
  for (const guide of ['testing', 'versioning']) {
    const blocks = read(`apps/docs/guides/${guide}.md`).matchAll(
      /^```ts\n(.*?)^```\n\n```text\n(.*?)^```$/gms,
    );
    const samples = [...blocks];
    assert.ok(samples.length > 0, guide);
    for (const [, code = '', printed] of samples) {
      writeFileSync(join(project, 'sample.ts'), code);
      assert.equal(await run('node', ['sample.ts'], place), printed);
    }
    checked(`the samples of the guide ${guide} print what it says (${samples.length})`);
  }
  const commands = publishable.flatMap(({ bin }) => Object.keys(bin ?? {}));
  for (const command of commands) {
    assert.equal((await run('npx', ['--no', '--', command, '--version'], place)).trim(), version, command);
  }
  checked(`${commands.join(', ')} say that they are ${version}`);
}

async function rehearse() {
  const uncommitted = execFileSync('git', ['status', '--short'], { cwd: repository, encoding: 'utf8' });
  console.log(`Rehearses a release of the last commit${uncommitted && ', without what is not committed'}.`);
  let registry = {} as Registry;
  let first = '';
  await step('A clone, and a registry on this machine', async (checked) => {
    await run('git', ['clone', '--quiet', fileURLToPath(repository), copy], { cwd: directory, env });
    await inCopy('git', 'config', 'user.name', 'A rehearsal');
    await inCopy('git', 'config', 'user.email', 'rehearsal@example.com');
    registry = await startRegistry(join(directory, 'registry'), env);
    checked(`verdaccio listens on ${registry.url}`);
  });
  await step('A release', async (checked) => {
    if (globSync('.changeset/*.md', { cwd: copy }).length === 0) {
      writeFileSync(
        join(copy, '.changeset/rehearsal.md'),
        '---\n"@chat-sns/spec": patch\n---\n\nA rehearsal.\n',
      );
    }
    first = await version(checked);
    await publish(registry, first, checked);
  });
  await step('An empty project installs and runs it', async (checked) => {
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
    const place = { cwd: project, env: registry.env };
    await run('npm', ['install', '--no-audit', '--no-fund', ...names], place);
    await use(registry, first, checked);
    assert.match(await run('npx', ['--no', '--', 'chat-sns', 'hosts'], place), /^jakarta/m);
    checked('chat-sns hosts lists jakarta');
  });

  let second = '';
  await step('A release with a breaking change: the contract loses a region', async (checked) => {
    edit('spec/openapi.yaml', (text) =>
      text.replace(/ {2}- url: https:\/\/adminapiidn[\s\S]*?x-backup-url: .*\n/, ''),
    );
    edit('spec/evidence.yaml', (text) => text.replace(/^servers\.jakarta: .*\n/m, ''));
    await inCopy('npm', 'run', 'generate');
    const judged = await attempt('npm', ['run', 'breaking'], { cwd: copy, env });
    assert.notEqual(judged.status, 0, 'npm run breaking must fail without a changeset');
    const [, changeset = ''] =
      /^(---\n"@chat-sns\/spec": [\s\S]*?\n)\nIf not, take/m.exec(judged.printed) ?? [];
    const [major = 0, minor = 0] = first.split('.').map(Number);
    const bump = major === 0 ? 'minor' : 'major';
    assert.equal(
      changeset,
      `---\n"@chat-sns/spec": ${bump}\n---\n\nBreaking:\n\n- servers: jakarta was removed\n`,
    );
    checked(`npm run breaking fails and prints a changeset for a ${bump}, which is the rule for ${first}`);
    writeFileSync(join(copy, '.changeset/no-jakarta.md'), changeset);
    await commit('feat(spec)!: withdraw a region');
    second = await version(checked);
    assert.equal(second, major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`);
    const [, entry = ''] = read('spec/CHANGELOG.md').split(/^## /m);
    assert.ok(
      entry.startsWith(`${second}\n\n### Contract\n\nBreaking:\n\n- servers: jakarta was removed\n`),
      entry,
    );
    checked(`${first} became ${second}, and spec/CHANGELOG.md says "servers: jakarta was removed" once`);
    assert.equal(entry.split('jakarta').length, 2);
    await publish(registry, second, checked);
  });
  await step('The project upgrades', async (checked) => {
    const place = { cwd: project, env: registry.env };
    await run('npm', ['update', '--no-audit', '--no-fund'], place);
    for (const name of names)
      assert.equal(versionIn(join(project, 'node_modules', name, 'package.json')), first);
    checked(`npm update stays at ${first}: the range in package.json does not reach a breaking release`);
    await run('npm', ['install', '--no-audit', '--no-fund', ...names.map((name) => `${name}@latest`)], place);
    await use(registry, second, checked);
    assert.doesNotMatch(await run('npx', ['--no', '--', 'chat-sns', 'hosts'], place), /jakarta/);
    checked('chat-sns hosts lists jakarta no more');
  });
  console.log(
    `\nRehearsed ${first} and ${second}. Nothing was published but to ${registry.url}, which is gone.`,
  );
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopAll);
try {
  await rehearse();
} catch (error) {
  console.error(`\nThe rehearsal failed. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await stopAll();
  rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
}
