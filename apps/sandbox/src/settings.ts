import { operations } from '@chat-sns/spec';

interface Described {
  readonly flag: string;
  readonly help: string;
}
interface NumberSetting extends Described {
  readonly kind: 'number';
  readonly default: number;
  readonly max: number;
}
interface StringSetting extends Described {
  readonly kind: 'string';
  readonly default: string | undefined;
}
interface ListSetting extends Described {
  readonly kind: 'list';
  readonly default: readonly string[];
}
interface ChoiceSetting extends Described {
  readonly kind: 'choice';
  readonly choices: readonly [string, ...string[]];
}
export type Setting = NumberSetting | StringSetting | ListSetting | ChoiceSetting;

/** A setting has a value that cannot be used. The message is one line. */
export class UsageError extends Error {}

/** The demo key that the vendor's public UserSig repositories contain. It protects nothing. */
export const demoKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';

const string = <const Value extends string | undefined = undefined>(
  flag: string,
  help: string,
  value?: Value,
) => ({ kind: 'string', flag, help, default: value as Value }) as const;
const number = (flag: string, max: number, value: number, help: string) =>
  ({ kind: 'number', flag, max, default: value, help }) as const;
const list = (flag: string, value: readonly string[], help: string) =>
  ({ kind: 'list', flag, default: value, help }) as const;
const choice = <const Choices extends readonly [string, ...string[]]>(
  flag: string,
  choices: Choices,
  help: string,
) => ({ kind: 'choice', flag, choices, help }) as const;

/** The only list of settings. Flags, variables, `--help`, the README's table and the options come from it. */
export const settingTable = {
  port: number('port', 65535, 4020, 'Port to listen on; 0 takes a free one.'),
  host: string(
    'host',
    'Address to listen on. Any address but loopback requires your own secret key.',
    '127.0.0.1',
  ),
  sdkAppId: number('sdkappid', 4294967295, 1400000000, 'SDKAppID of the app.'),
  secretKeyFile: string('secret-key-file', 'File with the secret key that UserSigs are verified with.'),
  secretKey: string(
    'secret-key',
    "The key itself. A flag is visible to every user of the machine. Without a key: the vendor's public demo key.",
  ),
  admins: list('admin', ['administrator'], 'Admin accounts, separated by commas.'),
  state: string('state', 'JSON file with the initial state. Without it: a small demo graph.'),
  data: string(
    'data',
    'SQLite file that keeps the graph; it takes precedence over --state. Without it: in memory.',
  ),
  webhookUrl: string('webhook-url', 'URL to send the webhook of a deletion to.'),
  webhookToken: string('webhook-token', 'Token that signs the webhook.'),
  webhookTimeout: number(
    'webhook-timeout',
    60_000,
    2000,
    'Milliseconds to wait for a response to the webhook.',
  ),
  allowHosts: list(
    'allow-host',
    [],
    'Further Host names for /sandbox, separated by commas. Loopback names are always allowed.',
  ),
  allowOrigins: list('allow-origin', [], 'Origins of web pages that may use /sandbox, separated by commas.'),
  rateLimit: number(
    'rate-limit',
    1_000_000,
    operations.deleteFriends.calls,
    'Calls per second and operation; 0 for no limit.',
  ),
  badSignatureLimit: number(
    'bad-signature-limit',
    1_000_000,
    0,
    'Bad signatures per minute before the response is UserSigAttemptsThrottled; 0 for no limit.',
  ),
  deletionLimit: number(
    'deletion-limit',
    1_000_000,
    0,
    'Calls of deleteFriends per minute and From_Account before the response is DeletionFiltered; 0 for no limit.',
  ),
  requestTimeout: number(
    'request-timeout',
    600_000,
    3000,
    'Milliseconds within which a request must arrive.',
  ),
  writeTime: number('write-time', 60_000, 0, 'Milliseconds for which a write locks its account.'),
  concurrentWrites: choice(
    'concurrent-writes',
    ['serialise', 'conflict'],
    'What happens to a write while another one locks its account: it waits its turn, or gets WriteConflict.',
  ),
  nonFriend: choice(
    'non-friend',
    ['NotFriend', 'InvalidParameter'],
    'Code for a To_Account that is not a friend.',
  ),
  unknownAccount: choice(
    'unknown-account',
    ['AccountNotFound', 'AccountMismatch', 'NotFriend'],
    'Code for a To_Account that is not imported.',
  ),
  missingLists: choice(
    'missing-lists',
    ['strict', 'lenient'],
    'Whether a list that does not exist fails the request or is ignored.',
  ),
  nonAdmin: choice(
    'non-admin',
    ['IdentifierNotAdmin', 'AdminRequired'],
    'Code for a caller who is not an admin. With AdminRequired a user may act on their own account.',
  ),
  failAccount: choice(
    'fail-account',
    ['off', 'on'],
    'Whether Fail_Account lists the accounts that failed, as in similar calls.',
  ),
  successInfo: choice(
    'success-info',
    ['documented', 'zero', 'empty'],
    'ErrorInfo of a success: as in the sample of each operation, "0" or "".',
  ),
  resultInfo: choice('result-info', ['empty', 'ok'], 'ResultInfo of a deleted account: "" or "OK".'),
  randomParameter: choice(
    'random-parameter',
    ['checked', 'ignored'],
    'Whether a missing or invalid random is refused.',
  ),
} satisfies Record<string, Setting>;

type ValueOf<Kind> = Kind extends { kind: 'number' }
  ? number
  : Kind extends { kind: 'list' }
    ? readonly string[]
    : Kind extends { choices: readonly (infer Choice)[] }
      ? Choice
      : Kind extends { default: string }
        ? string
        : string | undefined;

type Table = typeof settingTable;
export type SettingName = keyof Table;
export type Settings = { readonly [Name in SettingName]: ValueOf<Table[Name]> };

export function defaultOf(setting: Setting): number | string | readonly string[] | undefined {
  return setting.kind === 'choice' ? setting.choices[0] : setting.default;
}

/** Environment variable of a setting. The key's name has no SANDBOX, because other tools of the project read it too. */
export function envOf({ flag }: Setting): string {
  const prefix = flag.startsWith('secret-key') ? 'CHAT_SNS' : 'CHAT_SNS_SANDBOX';
  return `${prefix}_${flag.toUpperCase().replaceAll('-', '_')}`;
}

/** The flags whose values are, or contain, a secret: no message may repeat one. */
const secrets = new Set(['secret-key', 'webhook-token', 'webhook-url']);

/** What a value must be, in words that follow the name of its setting; undefined when it is that. */
export function requirementOf(setting: Setting, value: unknown): string | undefined {
  switch (setting.kind) {
    case 'number':
      if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= setting.max) return undefined;
      return `an integer from 0 to ${setting.max}`;
    case 'choice':
      return setting.choices.includes(value as string) ? undefined : setting.choices.join(' or ');
    case 'list':
      if (Array.isArray(value) && value.every((part) => typeof part === 'string' && !/\p{Cc}/u.test(part)))
        return undefined;
      return 'a list of strings without control characters';
    case 'string':
      if (typeof value !== 'string' || value.trim() === '') return 'a string that is not empty';
      if (secrets.has(setting.flag) && value.trim() !== value)
        return 'a string without whitespace around it, such as a line break at its end';
      return setting.flag === 'webhook-url' && !isHttp(value)
        ? 'an http or https URL, such as http://127.0.0.1:8080/hook'
        : undefined;
  }
}

const isHttp = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Says what a setting must be, and what it is unless that is a secret. */
export function describeRequirement(setting: Setting, name: string, must: string, value: unknown): string {
  if (secrets.has(setting.flag)) return `${name} must be ${must}.`;
  const given = typeof value === 'number' ? value : (JSON.stringify(value) ?? typeof value);
  return `${name} must be ${must}, not ${given}.`;
}

/**
 * The settings that code passes, with defaults for the others, the secret key included.
 * @throws {UsageError} when a value is not what its setting requires.
 */
export function withDefaults(given: Partial<Settings> | object): Settings & { readonly secretKey: string } {
  const table: Record<string, Setting> = settingTable;
  const defaults = Object.entries(table).map(([name, setting]) => [name, defaultOf(setting)]);
  const chosen = Object.entries(given).filter(
    ([name, value]) => Object.hasOwn(table, name) && value !== undefined,
  );
  for (const [name, value] of chosen) {
    const setting = table[name] as Setting;
    // Code passes the state itself.
    const must = name === 'state' ? undefined : requirementOf(setting, value);
    if (must !== undefined) throw new UsageError(describeRequirement(setting, name, must, value));
  }
  const settings: Settings = Object.fromEntries([...defaults, ...chosen]);
  return { ...settings, secretKey: settings.secretKey ?? demoKey };
}
