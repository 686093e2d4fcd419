import { parseArgs } from 'node:util';
import { operations } from '@chat-sns/spec';
import manifest from '../package.json' with { type: 'json' };
import { entryOf } from './contract.ts';
import type { RunningServer } from './http/server.ts';
import { parseUpstream } from './proxy/forward.ts';
import { createReport } from './proxy/junit.ts';
import { exitCodes, judge, linesOfViolations, totalsOf } from './proxy/summary.ts';
import { runTest, type TestOptions, urlVariable } from './run-test.ts';
import { UsageError } from './usage-error.ts';

/** What the command needs from its process. */
export interface CommandHost {
  out(line: string): void;
  error(line: string): void;
  /** Registers what to do when the process is asked to stop. */
  onStop(stop: () => void): void;
}

/** Runs the command until it is asked to stop, and resolves to the exit code. */
export async function runCommand(args: string[], host: CommandHost): Promise<number> {
  const command = parseCommand(args);
  if (command.name === 'invalid') {
    host.error(`${command.problem}\nRun \`chat-sns-mock --help\`.`);
    return 2;
  }
  if (command.name === 'help') {
    host.out(helpText);
    return 0;
  }
  if (command.name === 'version') {
    host.out(manifest.version);
    return 0;
  }
  if (!isSupported(process.versions.node)) {
    host.error(
      `Prism, which validates here, supports Node ${manifest.engines.node}. This is Node ${process.versions.node}, where it may fail.`,
    );
  }
  try {
    if (command.name === 'test') return await runTest(command, host.error);
    return await (command.name === 'proxy' ? runProxy(command, host) : runMock(command, host));
  } catch (error) {
    host.error((error as Error).message);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Whether a version is at least the lower bound of `engines`, which is Prism's own. */
function isSupported(version: string): boolean {
  const bound = manifest.engines.node.slice('>='.length);
  return version.localeCompare(bound, 'en', { numeric: true }) >= 0;
}

interface Listening {
  port: number;
  host: string;
  quiet: boolean;
}
interface MockCommand extends Listening {
  name: 'mock';
  requireRandom: boolean;
}
interface ProxyCommand extends Listening {
  name: 'proxy';
  upstream: string;
  junit: string | undefined;
}
interface TestCommand extends TestOptions {
  name: 'test';
}
type Command =
  | MockCommand
  | ProxyCommand
  | TestCommand
  | { name: 'help' }
  | { name: 'version' }
  | { name: 'invalid'; problem: string };

const options = {
  port: { type: 'string', short: 'p' },
  host: { type: 'string', default: '127.0.0.1' },
  quiet: { type: 'boolean', short: 'q', default: false },
  'require-random': { type: 'boolean', default: false },
  upstream: { type: 'string' },
  junit: { type: 'string' },
  'allow-no-calls': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** The commands that have an option, where it is not all of them. */
const commandsWith = { upstream: ['test'], junit: ['test', 'proxy'], 'allow-no-calls': ['test'] };

function parseCommand(args: string[]): Command {
  try {
    const { values, positionals, tokens } = parseArgs({
      args,
      options,
      allowPositionals: true,
      tokens: true,
    });
    const [name, upstream, ...rest] = positionals;
    // What is behind "--" belongs to the command that `test` runs.
    const terminator = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? args.length;
    const command = args.slice(terminator + 1);
    if (values.help) return { name: 'help' };
    if (values.version) return { name: 'version' };
    const port = Number(values.port ?? (name === 'test' ? 0 : 4010));
    if (!/^\d+$/.test(values.port ?? '0') || port > 65_535)
      return invalid(`--port must be a number from 0 to 65535, not "${values.port}".`);
    for (const [option, commands] of Object.entries(commandsWith))
      if (values[option as keyof typeof commandsWith] && !commands.includes(name ?? ''))
        return invalid(`--${option} is an option of ${commands.join(' and ')}.`);
    if (values.host.trim() === '') return invalid('--host must be an address of this machine, not "".');
    const { host, quiet, junit, 'require-random': requireRandom, 'allow-no-calls': allowNoCalls } = values;
    const listening = { port, host, quiet };
    if (name === undefined) return { name: 'mock', ...listening, requireRandom };
    if (name === 'test') {
      if (values.upstream !== undefined) parseUpstream(values.upstream);
      if (command.length === 0 || positionals.length > 1 + command.length)
        return invalid('test requires the command to run behind "--": chat-sns-mock test -- <command>');
      return { name, ...listening, command, upstream: values.upstream, junit, allowNoCalls };
    }
    if (name !== 'proxy')
      return invalid(`Unknown command "${name}". Use "proxy", "test", or no command to start the mock.`);
    if (upstream === undefined)
      return invalid('proxy requires the URL to forward to: chat-sns-mock proxy <url>');
    if (rest.length > 0) return invalid(`proxy takes one URL, not ${rest.length + 1}.`);
    parseUpstream(upstream);
    return { name, ...listening, upstream, junit };
  } catch (error) {
    // Node goes on to explain how an argument could begin with a dash, which none of ours does.
    return invalid((error as Error).message.replace(/ To specify a positional argument .*/s, ''));
  }
}

const invalid = (problem: string): Command => ({ name: 'invalid', problem });

// Prism takes most of a second to load, which a help text or an unknown option need not wait for: hence import(), here
// and in runTest.

async function runMock({ port, host, quiet, requireRandom }: MockCommand, { out, onStop }: CommandHost) {
  const { startMock } = await import('./start-mock.ts');
  // Nobody can ask this process for its calls, so none are kept.
  const mock = await startMock({ port, host, requireRandom, keepCalls: 0, ...(!quiet && { log: out }) });
  out(`chat-sns-mock is listening on ${mock.url}`);
  await stopped(mock, onStop);
  return 0;
}

async function runProxy(command: ProxyCommand, { out, onStop }: CommandHost) {
  const { startProxy } = await import('./proxy/start-proxy.ts');
  const { upstream, port, host, quiet, junit } = command;
  const proxy = await startProxy({ upstream, port, host, ...(!quiet && { log: out }) });
  const writeReport = createReport(junit, true);
  await writeReport(proxy.summary());
  out(`chat-sns-mock proxy is listening on ${proxy.url} and forwards to ${proxy.upstream}`);
  await stopped(proxy, onStop);
  const summary = proxy.summary();
  await writeReport(summary);
  for (const line of [...linesOfViolations(summary.violations), totalsOf(summary)]) out(line);
  return judge(summary) === 'violated' ? exitCodes.violated : 0;
}

async function stopped(server: RunningServer, onStop: CommandHost['onStop']) {
  await new Promise<void>((resolve) => onStop(resolve));
  await server.close();
}

const paths = Object.entries(operations).map(([id, { path }]) => `  POST ${path.padEnd(26)} ${id}`);

const notFriend = entryOf('NotFriend').code;
const rateLimited = entryOf('RateLimited').code;
const expired = entryOf('UserSigExpired').code;
const invalidParameter = entryOf('InvalidParameter').code;

const helpText = `Mock of three Tencent Cloud Chat server calls, made from their OpenAPI contract. Unofficial.

Usage
  chat-sns-mock [options]
  chat-sns-mock proxy <url> [options]
  chat-sns-mock test [options] -- <command>

Options
  -p, --port <port>  port to listen on, 0 for any free one (default 4010; of test: 0)
      --host <host>  address to listen on (default 127.0.0.1: this machine only)
  -q, --quiet        do not log requests
      --require-random
                     refuse a request without random, which is accepted by default
      --upstream <url>
                     test: the server behind the proxy, such as a sandbox, in place of the mock
      --junit <file> test, proxy: write what was found as JUnit XML
      --allow-no-calls
                     test: no call of the command is fine
  -h, --help         show this help
  -v, --version      show the version

Operations
${paths.join('\n')}

The mock responds as the vendor does: HTTP 200 for success and failure, with a code in the body. A valid request
succeeds for its own accounts; an invalid one gets the code that the vendor's pages give for what is wrong.

A test asks for another response in the request itself:
  an account named mock-${notFriend} in To_Account   that account gets ${notFriend}, the others succeed
  From_Account mock-${rateLimited}                     the whole request fails with ${rateLimited}
  header Prefer: example=partial-failure      an example of the contract, unchanged
  header Prefer: example=${expired}                the example of this code
  header Prefer: code=502                     the error page of a gateway
What does not exist is refused with ${invalidParameter} and a message that lists what does.

The proxy forwards every request to <url> unchanged and checks it and its response against the contract. Violations
are logged and listed in the response header chat-sns-violations. The usersig is masked in both.

test runs <command> with ${urlVariable} in its environment, the URL of such a proxy in front of a mock, and prints
each violation once at the end. Exit codes:
  2                  a value cannot be used; nothing ran
  that of <command>  if it is not 0; 127 if it is not found, 128 and the signal's number if a signal ended it
  ${exitCodes.violated}                 it passed, but a call broke the contract (of proxy too)
  ${exitCodes['nothing checked']}                 it passed, but no call was checked

Example
  chat-sns-mock &
  curl 'http://127.0.0.1:4010/v4/sns/friend_delete?sdkappid=1&identifier=a&usersig=s&random=1&contenttype=json' \\
    -d '{"From_Account":"id","To_Account":["id1","mock-${notFriend}"]}'`;
