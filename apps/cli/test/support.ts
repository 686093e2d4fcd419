import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** A directory for the files of a test file, with `chat-sns` in its `bin`. */
export const folder = mkdtempSync(join(tmpdir(), 'chat-sns-cli-'));
symlinkSync(cli, join(folder, 'chat-sns'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file there and returns its path. */
export function writeInput(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

export const secretKey = '0123456789abcdef-a-key-that-nobody-else-has';

/** Starts the command of the sandbox on a free port, for one app. */
export async function startSandbox(sdkAppId = '1400000000') {
  const manifest = fileURLToPath(import.meta.resolve('@chat-sns/sandbox/package.json'));
  const bin: string = JSON.parse(readFileSync(manifest, 'utf8')).bin['chat-sns-sandbox'];
  const command = [join(dirname(manifest), bin), '--port', '0', '--sdkappid', sdkAppId];
  const child = spawn(process.execPath, command, { env: { ...process.env, CHAT_SNS_SECRET_KEY: secretKey } });
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      printed += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', () => reject(new Error(printed)));
  });
  const control = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}/sandbox/${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response;
  };
  return {
    url,
    /** A whole configuration of `chat-sns` that leads here. */
    env: {
      CHAT_SNS_SDKAPPID: sdkAppId,
      CHAT_SNS_IDENTIFIER: 'administrator',
      CHAT_SNS_SECRET_KEY: secretKey,
      CHAT_SNS_BASE_URL: url,
    },
    stop: () => child.kill(),
    /** Starts again with accounts that have friends. */
    async seed(accounts: Record<string, { friends?: string[]; lists?: string[] }>) {
      const all: Record<string, object> = {};
      for (const { friends = [] } of Object.values(accounts))
        for (const friend of friends) all[friend] ??= {};
      for (const [account, { friends = [], lists = [] }] of Object.entries(accounts))
        all[account] = { friends: Object.fromEntries(friends.map((friend) => [friend, {}])), lists };
      await control('reset', { method: 'POST' });
      await control('state', { method: 'PUT', body: JSON.stringify({ accounts: all }) });
    },
    fail: (fault: object) => control('faults', { method: 'POST', body: JSON.stringify(fault) }),
    /** The bodies of the calls that it received. */
    async calls(): Promise<{ From_Account: string; To_Account: string[]; DeleteType: string }[]> {
      const calls = (await (await control('calls')).json()) as { body: never }[];
      return calls.map(({ body }) => body);
    },
    async friendsOf(account: string): Promise<string[]> {
      const { accounts } = (await (await control('state')).json()) as {
        accounts: Record<string, { friends: object }>;
      };
      return Object.keys(accounts[account]?.friends ?? {});
    },
  };
}

export interface Started {
  /** Standard error, or both streams of a terminal, so far. */
  seen(): string;
  /** Resolves when `seen` matches. */
  see(pattern: RegExp): Promise<void>;
  type(text: string): void;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<{ code: number | null; out: string; err: string; lines: Record<string, unknown>[] }>;
}

interface RunOptions {
  input?: string;
  env?: Record<string, string>;
}

/** Starts a line of a shell in which `chat-sns` is the built command. */
export function startShell(line: string, { input, env = {} }: RunOptions = {}): Started {
  const path = `${folder}:${dirname(process.execPath)}:${process.env.PATH}`;
  const child = spawn('bash', ['--norc', '-c', line], { cwd: folder, env: { PATH: path, ...env } });
  let out = '';
  let err = '';
  let wake = () => {};
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
    wake();
  });
  if (input !== undefined) child.stdin.end(input);
  const seen = () => err + out;
  return {
    seen,
    async see(pattern) {
      while (!pattern.test(seen())) {
        if (child.exitCode !== null) throw new Error(`It ended without ${pattern}: ${seen()}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
          child.once('exit', resolve);
        });
      }
    },
    type: (text) => child.stdin.write(text),
    kill: (signal) => child.kill(signal),
    ended: new Promise((resolve) =>
      child.once('close', (code) => resolve({ code, out, err, lines: parseLines(out) })),
    ),
  };
}

function parseLines(text: string): Record<string, unknown>[] {
  return text.split('\n').flatMap((line) => (line.startsWith('{"') ? [JSON.parse(line)] : []));
}

export const readLines = (file: string) => parseLines(readFileSync(join(folder, file), 'utf8'));
