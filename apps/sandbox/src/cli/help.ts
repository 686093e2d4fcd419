import { defaultOf, demoKey, envOf, type Setting, settingTable } from '../settings.ts';

const groups: Record<string, readonly string[]> = {
  'Where it listens': ['port', 'host', 'request-timeout', 'allow-host', 'allow-origin'],
  'Which app it is': ['sdkappid', 'secret-key-file', 'secret-key', 'admin'],
  'What it holds': ['state', 'data'],
  'The webhook of a deletion': ['webhook-url', 'webhook-token', 'webhook-timeout'],
  'Limits and concurrent writes': [
    'rate-limit',
    'bad-signature-limit',
    'deletion-limit',
    'write-time',
    'concurrent-writes',
  ],
  'Where the vendor says nothing, or two things': [],
};

/** Text of `--help`. Whatever no group names is a decision. */
export function writeHelp(): string {
  const settings: Setting[] = Object.values(settingTable);
  const named = new Set(Object.values(groups).flat());
  const sections = Object.entries(groups).map(([title, flags]) => {
    const members = settings.filter(({ flag }) =>
      flags.length > 0 ? flags.includes(flag) : !named.has(flag),
    );
    return `${title}\n${members.map(describe).join('\n')}`;
  });
  return `chat-sns-sandbox: a stateful stand-in for the friend deletion calls of Tencent Cloud Chat's server API.
Unofficial. It follows the vendor's public pages and says where it infers.

Usage: chat-sns-sandbox [flags]
With no flag it serves a small demo graph and prints a call to paste.

${sections.join('\n\n')}

  --help, --version

Each flag has an environment variable; the flag wins.
While it runs, /sandbox/state, /sandbox/reset, /sandbox/faults, /sandbox/calls and /sandbox/webhooks control it.
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
