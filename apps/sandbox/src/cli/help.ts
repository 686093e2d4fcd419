import { defaultOf, demoKey, envOf, type Setting, settingTable } from '../settings.ts';

const groups: Record<string, readonly string[]> = {
  Listening: ['port', 'host', 'request-timeout', 'allow-host', 'allow-origin'],
  'App and credentials': ['sdkappid', 'secret-key-file', 'secret-key', 'admin'],
  State: ['state', 'data'],
  Webhook: ['webhook-url', 'webhook-token', 'webhook-timeout'],
  'Limits and concurrent writes': [
    'rate-limit',
    'bad-signature-limit',
    'deletion-limit',
    'write-time',
    'concurrent-writes',
  ],
  "Where the vendor's pages are silent or contradict each other": [],
};

/** Writes `--help`. The settings that no group names are decisions. */
export function writeHelp(): string {
  const settings: Setting[] = Object.values(settingTable);
  const named = new Set(Object.values(groups).flat());
  const sections = Object.entries(groups).map(([title, flags]) => {
    const members = settings.filter(({ flag }) =>
      flags.length > 0 ? flags.includes(flag) : !named.has(flag),
    );
    return `${title}\n${members.map(describe).join('\n')}`;
  });
  return `A stateful sandbox of the friend deletion calls of Tencent Cloud Chat's server API.
Unofficial: it follows the vendor's public pages and its README lists what is inferred.

Usage: chat-sns-sandbox [flags]

Without flags it serves a small demo graph and prints an example call.

${sections.join('\n\n')}

Other
  -h, --help
      Print this help.
  -v, --version
      Print the version.

Exit code: 0 when stopped by SIGINT or SIGTERM, 1 when it cannot start, 2 when a value cannot be used.
Each flag can also be set by the environment variable below it; the flag takes precedence.
A running sandbox is controlled at /sandbox/state, /sandbox/reset, /sandbox/faults, /sandbox/calls and
/sandbox/webhooks.

Examples:
  chat-sns-sandbox --state seed.json --data sandbox.db
  CHAT_SNS_SECRET_KEY=... chat-sns-sandbox --sdkappid 1400000001 --admin root
  chat-sns-sandbox --non-friend InvalidParameter --concurrent-writes conflict --write-time 50
`;
}

function describe(setting: Setting): string {
  const values = setting.kind === 'choice' ? ` ${setting.choices.join(' | ')}` : ` <${setting.kind}>`;
  const value = defaultOf(setting);
  const isSet = value !== undefined && value !== demoKey && String(value) !== '';
  return [
    `  --${setting.flag}${values}`,
    `      ${setting.help}${isSet ? ` Default: ${value}.` : ''}`,
    `      ${envOf(setting)}`,
  ].join('\n');
}
