import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { createSecrets } from '../src/calls/secrets.ts';
import { signUserSig } from '../src/calls/usersig.ts';
import {
  isLoopback,
  readKey,
  readUrl,
  readUserId,
  readWhole,
  required,
  UsageError,
} from '../src/cli/values.ts';
import { runRespect } from './run-respect.ts';

const directory = join(
  dirname(fileURLToPath(import.meta.resolve('@chat-sns/spec/package.json'))),
  'workflows',
);
const ending = '.arazzo.yaml';
const names = readdirSync(directory)
  .filter((file) => file.endsWith(ending))
  .map((file) => basename(file, ending));

const usage = `Usage: node workflows/cli.ts --base-url URL [options] NAME...

Runs Arazzo documents of spec/workflows against a server on this machine, with the usersig masked everywhere.

  node workflows/cli.ts --base-url http://127.0.0.1:4020 --input '{"account":"alice","friend":"bob"}' NAME...

  NAME                      ${names.join(', ')}
  --base-url URL            address of the server; its path is kept
  --input JSON              the inputs of the workflows
  --sdkappid N              the app (default: 1400000000)
  --identifier ACCOUNT      the caller (default: administrator)
  --secret-key-file FILE    file with the app's secret key (default: the variable CHAT_SNS_SECRET_KEY)
  --json-output FILE        write the report of Redocly
  --har-output FILE         write the requests and responses
  -h, --help                print this help and exit
`;

/** @returns the exit code of Redocly. @throws {UsageError} when the run is impossible. */
async function main(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'base-url': text,
      sdkappid: { ...text, default: '1400000000' },
      identifier: { ...text, default: 'administrator' },
      'secret-key-file': text,
      input: { ...text, default: '{}' },
      'json-output': text,
      'har-output': text,
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return print(usage);
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown !== undefined || positionals.length === 0) {
    throw new UsageError(
      unknown === undefined
        ? `Name at least one document: ${names.join(', ')}.`
        : `No document is named ${unknown}. Choose from ${names.join(', ')}.`,
    );
  }
  const url = readUrl(required(values['base-url'], '--base-url', 'http://127.0.0.1:4020'), false);
  if (!isLoopback(url))
    throw new UsageError(
      '--base-url must be an address of this machine, because workflows delete what their inputs name.',
    );

  const secretKey = readKey(values['secret-key-file'], process.env);
  const [sdkAppId, identifier] = [readWhole(values.sdkappid, '--sdkappid', 1), readUserId(values.identifier)];
  const usersig = signUserSig(secretKey, {
    sdkAppId,
    identifier,
    time: Math.floor(Date.now() / 1000),
    expire: 86_400,
  });
  const secrets = createSecrets();
  secrets.add(secretKey);
  secrets.add(usersig);
  const input = { ...readInput(values.input), sdkappid: sdkAppId, identifier, usersig };
  const files = positionals.map((name) => join(directory, name + ending));
  const missing = files.flatMap((file) => missingInputs(file, input));
  if (missing.length > 0) throw new UsageError(`--input must have ${[...new Set(missing)].join(', ')}.`);
  const { code, json, har } = await runRespect({
    files,
    baseUrl: url.href.replace(/\/$/, ''),
    input,
    mask: secrets.mask,
    print: (line) => process.stdout.write(line),
  });
  if (values['json-output']) writeFileSync(values['json-output'], json);
  if (values['har-output']) writeFileSync(values['har-output'], har);
  return code;
}

function readInput(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {}
  throw new UsageError('--input must be a JSON object.');
}

interface Inputs {
  readonly $ref?: string;
  readonly required?: readonly string[];
}
interface Document {
  readonly workflows: readonly { readonly inputs: Inputs }[];
  readonly components?: { readonly inputs: Readonly<Record<string, Inputs>> };
}

/** Required inputs of a document that are missing. Redocly would send null in their place. */
function missingInputs(file: string, given: object): string[] {
  const { workflows, components }: Document = parse(readFileSync(file, 'utf8'));
  const shared = (reference: string) => components?.inputs[reference.split('/').at(-1) ?? ''];
  const names = workflows.flatMap(
    ({ inputs }) => (inputs.$ref === undefined ? inputs : shared(inputs.$ref))?.required ?? [],
  );
  return [...new Set(names)].filter((name) => !Object.hasOwn(given, name));
}

function print(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  if (!isUsage) throw error;
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
