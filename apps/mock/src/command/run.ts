import type { RunningServer } from '../http/listen.ts';
import { type Command, parseCommand } from './arguments.ts';
import { helpText } from './help.ts';

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
    const { startProxy } = await import('../proxy/start-proxy.ts');
    const proxy = await startProxy({ upstream: command.upstream, port, host, ...log });
    out(`chat-sns-mock proxy listens on ${proxy.url} and forwards to ${proxy.upstream}`);
    await stopped(proxy, onStop);
    const { calls, violating } = proxy.summary();
    out(`${calls} calls forwarded, ${violating} of them with violations`);
    return;
  }
  const { startMock } = await import('../start-mock.ts');
  // Nobody can ask this process for its calls, so none are kept.
  const mock = await startMock({ port, host, keepCalls: 0, ...log });
  out(`chat-sns-mock listens on ${mock.url}`);
  await stopped(mock, onStop);
}

async function stopped(server: RunningServer, onStop: Surroundings['onStop']) {
  await new Promise<void>((resolve) => onStop(resolve));
  await server.close();
}
