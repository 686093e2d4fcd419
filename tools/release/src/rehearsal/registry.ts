import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { run, start } from './commands.ts';

// A dependency of it asks for a tag of node-fetch, which a mirror of the registry need not have.
const verdaccio = { dependencies: { verdaccio: '6.10.4' }, overrides: { 'node-fetch': '2.7.0' } };

/** A registry on the loopback interface. */
export interface Registry {
  url: string;
  /** With these variables npm and pnpm use it for `@chat-sns`, and have no right to publish elsewhere. */
  env: NodeJS.ProcessEnv;
}

/** Installs verdaccio into the directory and starts it. */
export async function startRegistry(directory: string, env: NodeJS.ProcessEnv): Promise<Registry> {
  mkdirSync(directory);
  const write = (file: string, text: string) => writeFileSync(join(directory, file), text);
  const place = { cwd: directory, env };
  write('package.json', JSON.stringify({ private: true, ...verdaccio }));
  await run(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional'],
    place,
  );
  const upstream = (await run('npm', ['config', 'get', 'registry'], place)).trim();
  const port = await findPort();
  const url = `http://127.0.0.1:${port}/`;
  write(
    'config.yaml',
    `storage: ./storage
auth: { htpasswd: { file: ./htpasswd, algorithm: bcrypt } }
uplinks: {}
packages: { '@chat-sns/*': { access: $all, publish: $authenticated } }
web: { enable: false }
log: { type: stdout, format: pretty, level: warn }
`,
  );
  const args = ['node_modules/verdaccio/bin/verdaccio', '--config', 'config.yaml', '--listen'];
  const server = start(process.execPath, [...args, `127.0.0.1:${port}`], place);
  while (!(await fetch(`${url}-/ping`).catch(() => undefined))?.ok) {
    if (server.child.exitCode !== null)
      throw new Error(`The registry did not start:\n${server.output.printed}`);
    await setTimeout(100);
  }
  const token = `${url.replace('http:', '')}:_authToken=${await createUser(url)}`;
  write('npmrc', `registry=${upstream}\n@chat-sns:registry=${url}\n${token}\n`);
  return { url, env: { ...env, NPM_CONFIG_USERCONFIG: join(directory, 'npmrc') } };
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('The system gave no port.');
  return address.port;
}

/** A user who lives as long as the registry. */
async function createUser(url: string): Promise<string> {
  const response = await fetch(`${url}-/user/org.couchdb.user:rehearsal`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'rehearsal', password: randomUUID() }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (!token) throw new Error(`The registry gave no token: ${response.status}`);
  return token;
}
