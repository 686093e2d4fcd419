import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import {
  type ChatClient,
  type ChatClientOptions,
  ChatConfigError,
  createChatClient,
  type Region,
} from '@chat-sns/client';
import { regions } from '@chat-sns/spec';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** The command was called in a wrong way: the message says which value is wrong and what to do. Exit code 2. */
export class UsageError extends Error {}

export function readWhole(value: string): number {
  if (/^\d{1,15}$/.test(value) && Number(value) > 0) return Number(value);
  throw new InvalidArgumentError('It must be a whole number of at least 1.');
}

const config = new Option('--config <file>', 'JSON file with these options, such as {"region": "singapore"}');

/** Who signs. Flags take precedence over the file of --config, which takes precedence over the environment. */
export const signer = [
  new Option('--sdkappid <number>', 'SDKAppID of the app').env('CHAT_SNS_SDKAPPID').argParser(readWhole),
  new Option('--identifier <account>', 'UserID that signs: an admin of the app').env('CHAT_SNS_IDENTIFIER'),
  new Option('--secret-key-file <file>', "file with the app's secret key, - for standard input").env(
    'CHAT_SNS_SECRET_KEY_FILE',
  ),
  new Option(
    '--insecure-secret-key <key>',
    'the key itself: every user of the machine can read it here, so set the variable instead',
  ).env('CHAT_SNS_SECRET_KEY'),
  config,
];

/** Who signs, and where requests go. */
export const connection = [
  ...signer.slice(0, -1),
  new Option('--region <region>', 'region of the app, which determines the host')
    .env('CHAT_SNS_REGION')
    .choices(Object.keys(regions)),
  new Option('--base-url <url>', 'another server instead, such as a sandbox or a gateway').env(
    'CHAT_SNS_BASE_URL',
  ),
  new Option('--allow-http', 'allow http to another machine, whose network can then read the UserSig'),
  new Option('--rate-limit <calls>', 'requests per second, to leave some of the allowed ones to others')
    .env('CHAT_SNS_RATE_LIMIT')
    .argParser(readWhole),
  config,
];

const configurable = connection.filter(
  (option) => !['--config', '--insecure-secret-key'].includes(option.long ?? ''),
);

const weights: Record<string, number> = { env: 1, config: 2, cli: 3 };

/** The one of several options that counts, `undefined` when none is set. */
function choose(command: Command, ...options: string[]): string | undefined {
  const weigh = (name: string) => weights[command.getOptionValueSource(name) ?? ''] ?? 0;
  const [first, second] = options.filter(weigh).sort((a, b) => weigh(b) - weigh(a));
  if (first && second && weigh(first) === weigh(second)) {
    const [a, b] = [first, second].map((name) => findFlag(command, name));
    throw new UsageError(`${a} and ${b} exclude each other. Set one of them.`);
  }
  return first;
}

const findFlag = (command: Command, name: string) =>
  command.options.find((option) => option.attributeName() === name)?.long ?? name;

/** Gives a command the options of its configuration file that no flag sets. */
async function applyConfig(command: Command): Promise<void> {
  const file = command.opts().config;
  if (file === undefined) return;
  for (const [key, value] of Object.entries(await readJson(file))) {
    const option = configurable.find(({ long }) => long === `--${key}`);
    if (!option) {
      const known = configurable.map(({ long }) => long?.slice(2)).join(', ');
      throw new UsageError(`${file}: '${key}' is not an option that a file can set. These are: ${known}.`);
    }
    const name = option.attributeName();
    if (!command.options.includes(option) || command.getOptionValueSource(name) === 'cli') continue;
    if (option.isBoolean() ? typeof value !== 'boolean' : !['string', 'number'].includes(typeof value))
      throw new UsageError(`${file}: '${key}' must be ${option.isBoolean() ? 'true or false' : 'a string'}.`);
    command.setOptionValueWithSource(name, parseValue(option, value, file), 'config');
  }
}

function parseValue(option: Option, value: unknown, file: string): unknown {
  try {
    return option.parseArg ? option.parseArg(String(value), undefined) : value;
  } catch (error) {
    throw new UsageError(`${file}: ${option.long?.slice(2)}: ${(error as Error).message}`);
  }
}

async function readJson(file: string): Promise<object> {
  const content = await readText(file, '--config');
  try {
    const value = JSON.parse(content);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Is refused below.
  }
  throw new UsageError(`${file} must be a JSON object with options as its keys.`);
}

async function readText(file: string, flag: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${flag} ${file}: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

interface Signer {
  sdkAppId: number;
  identifier: string;
  secretKey: string;
}

/** What signs a UserSig. One of the targets has to be set as well. */
export async function readSigner(command: Command, ...targets: string[]): Promise<Signer> {
  await applyConfig(command);
  const { sdkappid, identifier, secretKeyFile, insecureSecretKey } = command.opts();
  const source = choose(command, 'insecureSecretKey', 'secretKeyFile');
  const missing = [
    sdkappid === undefined && '--sdkappid',
    !identifier && '--identifier',
    !source && 'CHAT_SNS_SECRET_KEY or --secret-key-file',
    targets.length > 0 && !choose(command, ...targets) && '--region or --base-url',
  ].filter(Boolean);
  if (missing.length > 0)
    throw new UsageError(`Missing: ${missing.join(', ')}. See \`${nameOf(command)} --help\`.`);
  const key =
    source === 'secretKeyFile' ? await readText(secretKeyFile, '--secret-key-file') : insecureSecretKey;
  if (!key.trim()) throw new UsageError('The secret key is empty.');
  return { sdkAppId: sdkappid, identifier, secretKey: key.trim() };
}

/** Where requests go, and how. */
export interface Connection {
  chat: ChatClient;
  sdkAppId: number;
  host: string;
}

export async function readConnection(command: Command): Promise<Connection> {
  const targets = ['baseUrl', 'region'];
  const signing = await readSigner(command, ...targets);
  const { allowHttp, rateLimit } = command.opts();
  const limit = rateLimit === undefined ? {} : { rateLimit: { calls: rateLimit, perSeconds: 1 } };
  const where = choose(command, ...targets) ?? '';
  const value: string = command.opts()[where];
  if (where === 'region') {
    const region = value as Region;
    return connect({ ...signing, ...limit, region }, regions[region].host);
  }
  const host = URL.canParse(value) ? new URL(value).host : '';
  return connect({ ...signing, ...limit, baseUrl: value, sendUserSigUnencrypted: allowHttp }, host);
}

function connect(options: ChatClientOptions, host: string): Connection {
  try {
    return { chat: createChatClient(options), sdkAppId: options.sdkAppId, host };
  } catch (error) {
    if (!(error instanceof ChatConfigError)) throw error;
    const info = error.info
      .replace('baseUrl', '--base-url')
      .replace('sendUserSigUnencrypted is true', '--allow-http is set');
    throw new UsageError(info);
  }
}

/** Whether standard input has the secret key, and so cannot have the input. */
export const takesKeyFromStdin = (command: Command): boolean => command.opts().secretKeyFile === '-';

/** `chat-sns friends delete`. */
export function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}
