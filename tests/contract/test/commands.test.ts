import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readText, repository } from '../contract.ts';

const commands = ['cli', 'mock', 'sandbox', 'conformance'].map((app) => {
  const { bin, version } = JSON.parse(readText(`apps/${app}/package.json`));
  const [[name, file]] = Object.entries(bin) as [[string, string]];
  return { name, version, cli: fileURLToPath(new URL(`apps/${app}/${file}`, repository)) };
});

test.each(commands)('$name has the manners of the other commands', ({ name, version, cli }) => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
    return [status, stdout, stderr];
  };
  for (const option of ['-v', '--version']) expect(run(option)).toEqual([0, `${version}\n`, '']);
  const help = run('--help');
  expect(help).toEqual([0, expect.stringMatching(/^ *-v, --version\s+\S/m), '']);
  expect(run('-h')).toEqual(help);
  for (const wrong of ['--nonsense', '-V', 'nonsense']) {
    expect(run(wrong)).toEqual([2, '', expect.stringContaining(`Run \`${name} --help\`.`)]);
  }
});
