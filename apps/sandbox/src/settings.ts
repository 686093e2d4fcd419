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
interface TextSetting extends Described {
  readonly kind: 'text';
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
export type Setting = NumberSetting | TextSetting | ListSetting | ChoiceSetting;

/** The demo key that the vendor's public UserSig repositories contain. It protects nothing. */
export const demoKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';

const text = <const Value extends string | undefined = undefined>(
  flag: string,
  help: string,
  value?: Value,
) => ({ kind: 'text', flag, help, default: value as Value }) as const;
const count = (flag: string, max: number, value: number, help: string) =>
  ({ kind: 'number', flag, max, default: value, help }) as const;
const list = (flag: string, value: readonly string[], help: string) =>
  ({ kind: 'list', flag, default: value, help }) as const;
const choice = <const Choices extends readonly [string, ...string[]]>(
  flag: string,
  choices: Choices,
  help: string,
) => ({ kind: 'choice', flag, choices, help }) as const;

/** Every setting once: the flags, the environment, `--help`, the README's table and the options come from here. */
export const settingTable = {
  port: count('port', 65535, 4020, 'Port to listen on; 0 takes a free one.'),
  host: text('host', 'Address to listen on. Only loopback without a secret key of your own.', '127.0.0.1'),
  sdkAppId: count('sdkappid', 4294967295, 1400000000, 'The app that the sandbox is.'),
  secretKeyFile: text('secret-key-file', 'File with the secret key that UserSigs are checked against.'),
  secretKey: text(
    'secret-key',
    "The key itself. As a flag every user of the machine can read it. The vendor's public demo key when absent.",
  ),
  admins: list('admin', ['administrator'], 'Admin accounts, separated by commas.'),
  state: text('state', 'JSON file with the first state. A small demo graph when absent.'),
  data: text(
    'data',
    'SQLite file that keeps the graph. In memory when absent. A graph in it wins over --state.',
  ),
  webhookUrl: text('webhook-url', 'Where to send the webhook of a deletion.'),
  webhookToken: text('webhook-token', 'Token to sign the webhook with.'),
  webhookTimeout: count(
    'webhook-timeout',
    60_000,
    2000,
    'Milliseconds to wait for the receiver of the webhook.',
  ),
  allowHosts: list(
    'allow-host',
    [],
    'Further Host names for /sandbox, separated by commas. Loopback names are always allowed.',
  ),
  allowOrigins: list('allow-origin', [], 'Origins of web pages that may use /sandbox, separated by commas.'),
  rateLimit: count(
    'rate-limit',
    1_000_000,
    operations.deleteFriends.calls,
    'Calls per second and operation; 0 for no limit.',
  ),
  badSignatureLimit: count(
    'bad-signature-limit',
    1_000_000,
    0,
    'Bad signatures per minute before the answer is UserSigAttemptsThrottled; 0 for never.',
  ),
  deletionLimit: count(
    'deletion-limit',
    1_000_000,
    0,
    'Deletion calls per minute and From_Account before the answer is DeletionFiltered; 0 for never.',
  ),
  requestTimeout: count(
    'request-timeout',
    600_000,
    3000,
    'Milliseconds in which a request must have arrived.',
  ),
  writeTime: count('write-time', 60_000, 0, 'Milliseconds for which a write occupies its account.'),
  concurrentWrites: choice(
    'concurrent-writes',
    ['serialise', 'conflict'],
    'What a write gets that meets another one on its account: its turn, or WriteConflict.',
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
    'Whether a list that does not exist fails the request or is passed over.',
  ),
  nonAdmin: choice(
    'non-admin',
    ['IdentifierNotAdmin', 'AdminRequired'],
    'Code for a caller who is no admin. With AdminRequired a user may act on the own account.',
  ),
  failAccount: choice(
    'fail-account',
    ['off', 'on'],
    'Whether Fail_Account lists the accounts that failed, as sibling calls do.',
  ),
  successInfo: choice(
    'success-info',
    ['documented', 'zero', 'empty'],
    'ErrorInfo of a success: as in each sample, "0" or "".',
  ),
  resultInfo: choice('result-info', ['empty', 'ok'], 'ResultInfo of a deleted account: "" or "OK".'),
  randomParameter: choice(
    'random-parameter',
    ['checked', 'ignored'],
    'Whether a missing or wrong random is refused.',
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

/** Environment variable of a setting. The key's name is shorter, because other tools of the project read it too. */
export function envOf({ flag }: Setting): string {
  const prefix = flag.startsWith('secret-key') ? 'CHAT_SNS' : 'CHAT_SNS_SANDBOX';
  return `${prefix}_${flag.toUpperCase().replaceAll('-', '_')}`;
}

/** The settings of code: what is not given has its default, the secret key too. */
export function withDefaults(given: Partial<Settings> | object): Settings & { readonly secretKey: string } {
  const defaults = Object.entries(settingTable).map(([name, setting]) => [name, defaultOf(setting)]);
  const chosen = Object.entries(given).filter(([name, value]) => name in settingTable && value !== undefined);
  const settings: Settings = Object.fromEntries([...defaults, ...chosen]);
  return { ...settings, secretKey: settings.secretKey ?? demoKey };
}
