import { parseArgs } from 'node:util';

interface Listening {
  port: number;
  host: string;
  quiet: boolean;
}
/** What the command line asks for. */
export type Command =
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
export function parseCommand(words: string[]): Command {
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
