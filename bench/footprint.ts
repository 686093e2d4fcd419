import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a project gets when it installs one package: the client beside other SDKs, the mock beside Prism's own command. */
const contenders = [
  ['@chat-sns/client', 'client'],
  ['openapi-fetch@0.17.0'],
  ['stripe@latest'],
  ['octokit@latest'],
  ['@chat-sns/cli', 'cli', 'client'],
  ['@chat-sns/sandbox', 'sandbox'],
  ['@chat-sns/conformance', 'conformance', 'spec'],
  ['@chat-sns/mock', 'mock', 'spec'],
  ['@stoplight/prism-cli@5.16.0'],
] as const;

const directories = { spec: 'spec', client: 'packages/client' } as Record<string, string>;
const work = mkdtempSync(join(tmpdir(), 'chat-sns-footprint-'));

/** @returns the tarball of a package of this repository. */
function pack(name: string): string {
  const directory = join(import.meta.dirname, '..', directories[name] ?? `apps/${name}`);
  execFileSync('pnpm', ['pack', '--pack-destination', work], { cwd: directory, stdio: 'ignore' });
  const file = readdirSync(work).find((one) => one.startsWith(`chat-sns-${name}-`) && one.endsWith('.tgz'));
  return join(work, file ?? '');
}

function measure(specifiers: string[]): { packages: number; kilobytes: number } {
  const folder = mkdtempSync(join(work, 'project-'));
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  execFileSync('npm', ['install', ...flags, ...specifiers], { cwd: folder, stdio: 'ignore' });
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  const files = globSync('node_modules/**', { cwd: folder, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { packages: Object.keys(packages).length, kilobytes: Math.round(bytes / 1000) };
}

try {
  console.log('Installed into an empty project with npm, production dependencies only:\n');
  console.log(`${'package'.padEnd(30)}${'packages'.padStart(9)}${'kB'.padStart(9)}`);
  for (const [name, ...own] of contenders) {
    const { packages, kilobytes } = measure(own.length > 0 ? own.map(pack) : [name]);
    console.log(`${name.padEnd(30)}${String(packages).padStart(9)}${String(kilobytes).padStart(9)}`);
  }
} finally {
  rmSync(work, { recursive: true });
}
