import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { regions } from '@chat-sns/spec';
import { parseUpstream } from './proxy/forward.ts';
import { createReport } from './proxy/junit.ts';
import type { Proxy as CheckingProxy } from './proxy/start-proxy.ts';
import { exitCodes, judge, linesOfViolations, totalsOf } from './proxy/summary.ts';

/** The variable that tells the command where to send its calls. The command `chat-sns` reads it too. */
export const urlVariable = 'CHAT_SNS_BASE_URL';

export interface TestOptions {
  /** The program to run and its arguments. */
  command: readonly string[];
  /** The server behind the proxy, in place of a mock. */
  upstream?: string | undefined;
  junit?: string | undefined;
  port: number;
  host: string;
  quiet: boolean;
  allowNoCalls: boolean;
}

/** Runs a command whose calls are checked against the contract, and resolves to the exit code of both. */
export async function runTest(
  options: TestOptions,
  print: (line: string) => void,
  patienceMs = 10_000,
): Promise<number> {
  const { upstream, port, host, quiet } = options;
  if (upstream !== undefined) {
    const url = parseUpstream(upstream);
    if (isService(url)) print(`Warning: ${url.host} is the real service. What the command deletes is gone.`);
    await waitUntilListening(url, patienceMs);
  }
  const { startMock } = await import('./start-mock.ts');
  const { startProxy } = await import('./proxy/start-proxy.ts');
  const mock = upstream === undefined ? await startMock({ requireRandom: true, keepCalls: 0 }) : undefined;
  const log = quiet ? {} : { log: print };
  try {
    const target = upstream ?? mock?.url ?? '';
    const proxy = await startProxy({ upstream: target, port, host, logConforming: false, ...log });
    print(`chat-sns-mock test: ${urlVariable}=${proxy.url} leads to ${mock ? 'the mock' : proxy.upstream}`);
    return await runBehind(proxy, options, print).finally(() => proxy.close());
  } finally {
    await mock?.close();
  }
}

async function runBehind(
  proxy: CheckingProxy,
  { command, junit, allowNoCalls }: TestOptions,
  print: (line: string) => void,
): Promise<number> {
  const writeReport = createReport(junit, allowNoCalls);
  // A report that cannot be written is known before the command runs, and none of an earlier run stays.
  await writeReport(proxy.summary());
  const code = await runCommand(command, { ...process.env, [urlVariable]: proxy.url }, print);
  await proxy.close();
  const summary = proxy.summary();
  await writeReport(summary);
  for (const line of linesOfViolations(summary.violations)) print(line);
  print(`chat-sns-mock test: ${totalsOf(summary)}`);
  const verdict = judge(summary);
  if (verdict !== 'nothing checked') return code || exitCodes[verdict];
  if (allowNoCalls) return code;
  // A command that could not run has made no call, and has been told of already.
  if (code !== 126 && code !== 127)
    print(`No call was checked. Let the command call ${urlVariable}, or pass --allow-no-calls.`);
  return code || exitCodes[verdict];
}

/** Whether a URL leads to the service itself. */
export const isService = ({ hostname }: URL) =>
  Object.values(regions).some(({ host, backupHost }) => [host, backupHost].some((one) => one === hostname));

/** Waits for a server that a script has started just before. */
async function waitUntilListening({ protocol, host, hostname, port }: URL, patienceMs: number) {
  const address = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
  };
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const socket = connect(address);
    try {
      await once(socket, 'connect', { signal: AbortSignal.timeout(patienceMs) });
      return;
    } catch (error) {
      if (performance.now() > giveUpAt)
        throw new Error(
          `Nothing listens on ${host}, the --upstream, after ${patienceMs / 1000} s. Start it before the command.`,
          { cause: error },
        );
    } finally {
      socket.on('error', () => {}).destroy();
    }
    await wait(50);
  }
}

/** Runs a program to its end with this process's input and output, and resolves to its exit code. */
async function runCommand(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<number> {
  // In a group of its own a signal reaches what the program has started too. A terminal signals the whole group itself,
  // and a program outside of its group could not read from it.
  const isGroup = process.platform !== 'win32' && !process.stdin.isTTY;
  let received: NodeJS.Signals | undefined;
  const forward = (signal: NodeJS.Signals) => {
    received = signal;
    if (signal !== 'SIGINT' || !process.stdin.isTTY) send(signal);
  };
  // Before the program starts: a signal without a handler would end this process and leave the program running.
  for (const signal of signals) process.on(signal, forward);
  const child = spawn(program, args, { stdio: 'inherit', env, detached: isGroup });
  const send = (signal: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      process.kill(isGroup ? -child.pid : child.pid, signal);
    } catch {
      // It has just ended.
    }
  };
  try {
    const [code, by] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    // What a shell starts in the background ignores an interrupt.
    if (received && isGroup) send('SIGTERM');
    const signal = by ?? (code === 0 ? received : undefined);
    return signal ? 128 + constants.signals[signal] : (code ?? 1);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    print(code === 'ENOENT' ? `Command not found: ${program}` : `Cannot run ${program}: ${message}`);
    return code === 'ENOENT' ? 127 : 126;
  } finally {
    for (const signal of signals) process.off(signal, forward);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
