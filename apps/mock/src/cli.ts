#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { operations } from '@chat-sns/spec';
import { entryOf } from './contract.ts';
import type { RunningServer } from './http/server.ts';

/** What the command needs of the process around it. */
export interface Surroundings {
  out(line: string): void;
  error(line: string): void;
  /** Registers what to do when the process is asked to stop. */
  onStop(stop: () => void): void;
}

/** Runs the command until it is asked to stop, and resolves to the exit code. */
export async function runCommand(words: string[], surroundings: Surroundings): Promise<number> {
  const { out, error } = surroundings;
  const command = parseCommand(words);
  if (command.name === 'help') out(helpText);
  else if (command.name === 'wrong') error(`${command.problem}\nTry: chat-sns-mock --help`);
  else {
    try {
      await serveUntilStopped(command, surroundings);
    } catch (cause) {
      error(cause instanceof Error ? cause.message : String(cause));
      return 1;
    }
  }
  return command.name === 'wrong' ? 2 : 0;
}

async function serveUntilStopped(
  command: Exclude<Command, { name: 'help' | 'wrong' }>,
  { out, onStop }: Surroundings,
) {
  const { port, host, quiet } = command;
  const log = quiet ? {} : { log: out };
  // Prism takes most of a second to load, which a help text or a wrong option need not wait for.
  if (command.name === 'proxy') {
    const { startProxy } = await import('./proxy/start-proxy.ts');
    const proxy = await startProxy({ upstream: command.upstream, port, host, ...log });
    out(`chat-sns-mock proxy listens on ${proxy.url} and forwards to ${proxy.upstream}`);
    await stopped(proxy, onStop);
    const { calls, violating } = proxy.summary();
    out(`${calls} calls forwarded, ${violating} of them with violations`);
    return;
  }
  const { startMock } = await import('./start-mock.ts');
  // Nobody can ask this process for its calls, so none are kept.
  const mock = await startMock({ port, host, keepCalls: 0, ...log });
  out(`chat-sns-mock listens on ${mock.url}`);
  await stopped(mock, onStop);
}

async function stopped(server: RunningServer, onStop: Surroundings['onStop']) {
  await new Promise<void>((resolve) => onStop(resolve));
  await server.close();
}

interface Listening {
  port: number;
  host: string;
  quiet: boolean;
}
/** What the command line asks for. */
type Command =
  | { name: 'help' }
  | { name: 'wrong'; problem: string }
  | ({ name: 'mock' } & Listening)
  | ({ name: 'proxy'; upstream: string } & Listening);

const options = {
  port: { type: 'string', short: 'p', default: '4010' },
  host: { type: 'string', default: '127.0.0.1' },
  quiet: { type: 'boolean', short: 'q', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after the program's name. */
function parseCommand(words: string[]): Command {
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const { host, quiet } = values;
    if (values.help) return { name: 'help' };
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      return wrong(`--port must be 0 to 65535, not ${values.port}`);
    const [name, upstream, ...rest] = positionals;
    if (name === undefined) return { name: 'mock', port, host, quiet };
    if (name !== 'proxy') return wrong(`${name} is no command; there is only "proxy", or none for the mock`);
    if (upstream === undefined) return wrong('proxy needs the URL to forward to: chat-sns-mock proxy <url>');
    if (rest.length > 0) return wrong(`proxy takes one URL, not ${rest.length + 1}`);
    return { name: 'proxy', upstream, port, host, quiet };
  } catch (error) {
    return wrong((error as Error).message);
  }
}

const wrong = (problem: string): Command => ({ name: 'wrong', problem });

const paths = Object.entries(operations).map(([id, { path }]) => `  POST ${path.padEnd(26)} ${id}`);

const notFriend = entryOf('NotFriend').code;
const rateLimited = entryOf('RateLimited').code;
const expired = entryOf('UserSigExpired').code;
const invalid = entryOf('InvalidParameter').code;

const helpText = `Mock of three Tencent Cloud Chat server calls, made from their OpenAPI contract. Unofficial.

  chat-sns-mock [--port 4010] [--host 127.0.0.1] [--quiet]
  chat-sns-mock proxy <url> [--port 4010] [--host 127.0.0.1] [--quiet]

${paths.join('\n')}

Answers as the vendor does: HTTP 200 for success and failure, with a code in the body. A valid request
succeeds for its own accounts; a faulty one gets the code that the pages give for that fault.

A test asks for another answer in the request itself:
  an account named mock-${notFriend} in To_Account   that account gets ${notFriend}, the others succeed
  From_Account mock-${rateLimited}                     the whole request fails with ${rateLimited}
  header Prefer: example=partial-failure      an example of the contract, word for word
  header Prefer: example=${expired}                the example of this code
  header Prefer: code=502                     the page of a gateway in trouble
What does not exist is refused with ${invalid} and a text that lists what does.

Options
  -p, --port   port to listen on, 0 for a free one (4010)
      --host   address to listen on (127.0.0.1: this machine only)
  -q, --quiet  no line per request
  -h, --help   this text

proxy forwards every call to <url> unchanged and checks it against the contract in both directions. What
breaks the contract is written to the log and put into the response header chat-sns-violations. The usersig
is masked in both.

Try it
  chat-sns-mock &
  curl 'http://127.0.0.1:4010/v4/sns/friend_delete?sdkappid=1&identifier=a&usersig=s&random=1&contenttype=json' \\
    -d '{"From_Account":"id","To_Account":["id1","mock-${notFriend}"]}'`;

// A test imports the command and starts nothing.
if (import.meta.main) {
  // A reader that goes away, as `| head` does, is no reason to fall over.
  process.stdout.on('error', () => {});

  process.exitCode = await runCommand(process.argv.slice(2), {
    out: (line) => console.log(line),
    error: (line) => console.error(line),
    onStop: (stop) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    },
  });
}
