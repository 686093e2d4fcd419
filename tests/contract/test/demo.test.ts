import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const freePorts = { DOCS_PORT: '0', MOCK_PORT: '0', SANDBOX_PORT: '0' };
const shell = promisify(execFile);

/** Runs the demo until it prints something, then does it. Ctrl-C ends the demo that runs on. */
async function runDemo(args: string[], until: RegExp, then: (output: string) => Promise<void>) {
  const env = { ...process.env, ...freePorts };
  const demo = spawn(process.execPath, ['scripts/demo.ts', ...args], { cwd: root, env });
  const ended = once(demo, 'close');
  let output = '';
  await new Promise<void>((resolve, reject) => {
    demo.stderr.on('data', (chunk) => reject(new Error(String(chunk))));
    demo.stdout.on('data', (chunk) => {
      output += chunk;
      if (until.test(output)) resolve();
    });
  });
  try {
    await then(output);
  } finally {
    if (!args.includes('--once')) demo.kill('SIGINT');
  }
  const [code] = await ended;
  return { code, output };
}

test('the demo prints calls that work when pasted and addresses that respond, and says what Ctrl-C stopped', async () => {
  const { code, output } = await runDemo([], /Ctrl-C stops/, async (printed) => {
    const [sandbox = '', mock = ''] = printed.match(/curl .*/g) ?? [];
    const paste = async (line: string) => JSON.parse((await shell('bash', ['-c', line])).stdout);
    expect(await paste(sandbox)).toMatchObject({ ResultItem: [{ To_Account: 'bob', ResultCode: 0 }] });
    expect(await paste(sandbox)).toMatchObject({ ResultItem: [{ To_Account: 'bob', ResultCode: 31704 }] });
    expect(await paste(mock)).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 30003 });
    const pages = printed.match(/(?<=docs +|browser: )http:\S+/g) ?? [];
    expect(pages).toHaveLength(2);
    for (const page of pages) expect((await fetch(page)).status).toBe(200);
  });
  expect(code).toBe(0);
  expect(output).toMatch(/\nStopped docs, mock and sandbox\..*\n$/);
});

test('with --once the demo prints no address, because all are gone, and what the README shows', async () => {
  const { code, output } = await runDemo(['--once'], /have stopped/, async () => {});
  expect(code).toBe(0);
  expect(output).not.toContain('http:');
  const picture = readFileSync(join(root, 'docs/demo.svg'), 'utf8');
  const [command, ...lines] = [...picture.matchAll(/<text[^>]*>(.*)<\/text>/g)].map(([, line]) => line);
  expect(command).toBe('$ npm start');
  const printed = output.split('\n');
  // The picture has fewer rows, so a rule may be shorter.
  expect(lines.filter((line) => !line?.startsWith('---') && !printed.includes(line ?? ''))).toEqual([]);
});

const counted = 'Progress: resolved 567, reused 2, downloaded 300, added 298';
const begun = 'Downloading @turbo/linux-64@2.11.11: 0.00 B/19.83 MB';
test.each([
  [[begun, counted, begun], '302 of 567'],
  [[begun], 'Downloading @turbo/linux-64@2.11.11, 19.83 MB'],
])('after the lines %j of pnpm, the start shows %s', async (lines, shown) => {
  // Long enough for the start to print once.
  const pnpm = `console.log(${JSON.stringify(lines.join('\n'))}); setTimeout(() => {}, 3500)`;
  const narrate = `import { runNarrated } from './scripts/bootstrap.mjs';
await runNarrated('Installing', 'packages', process.execPath, ['-e', ${JSON.stringify(pnpm)}], '');`;
  const { stdout } = await shell(process.execPath, ['--input-type=module', '-e', narrate], { cwd: root });
  expect(stdout.split('\n').slice(0, 2)).toEqual(['Installing ...', `   3 s  packages: ${shown}`]);
});

test('help, an unknown argument and a port that is taken are settled before anything is installed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-start-'));
  const server = createServer().listen(0, '127.0.0.1');
  try {
    for (const file of ['package.json', 'pnpm-workspace.yaml', 'scripts']) {
      cpSync(join(root, file), join(folder, file), {
        recursive: true,
        filter: (path) => !path.endsWith('node_modules'),
      });
    }
    await once(server, 'listening');
    const taken = (server.address() as { port: number }).port;
    // No npm in PATH: whatever tries to install fails with another message.
    const start = (args: string[], env = {}) =>
      shell(process.execPath, ['scripts/start.mjs', ...args], { cwd: folder, env: { PATH: '', ...env } });
    expect((await start(['--help'])).stdout).toContain('--once');
    await expect(start(['--onec'])).rejects.toMatchObject({
      code: 2,
      stderr: 'Unknown argument "--onec". Run `npm start -- --help`.\n',
    });
    await expect(
      start(['--once'], { DOCS_PORT: '0', MOCK_PORT: String(taken), SANDBOX_PORT: String(taken) }),
    ).rejects.toMatchObject({
      code: 1,
      stderr: `Port ${taken} is taken. Choose another for the mock.
Port ${taken} is taken. Choose another for the sandbox.
For example: MOCK_PORT=${taken + 1} SANDBOX_PORT=${taken + 1} npm start -- --once
`,
    });
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
