import { expect, test } from 'vitest';
import { parseSettings } from '../../src/cli/parse-settings.ts';
import { createSandbox } from '../../src/create-sandbox.ts';
import { UsageError, withDefaults } from '../../src/settings.ts';

test.each([
  [['--help'], 'help'],
  [['-h'], 'help'],
  [['--version'], 'version'],
  [['-v'], 'version'],
  [['-v', '--port', 'x', '-h'], 'help'],
])('%j asks for the %s, whatever else it contains', (args, what) => {
  expect(parseSettings(args, {})).toBe(what);
});

test.each([
  [['--port', '65536'], {}, '--port must be an integer from 0 to 65535, not "65536".'],
  [['--port', '1x'], {}, '--port must be an integer from 0 to 65535, not "1x".'],
  [['--port', 'x1'], {}, '--port must be an integer from 0 to 65535, not "x1".'],
  [['--port='], {}, '--port must be an integer from 0 to 65535, not "".'],
  [
    [],
    { CHAT_SNS_SANDBOX_PORT: '-1' },
    'CHAT_SNS_SANDBOX_PORT must be an integer from 0 to 65535, not "-1".',
  ],
  [
    [],
    { CHAT_SNS_SANDBOX_RATE_LIMIT: '1.5' },
    'CHAT_SNS_SANDBOX_RATE_LIMIT must be an integer from 0 to 1000000, not "1.5".',
  ],
  [['--non-friend', 'X'], {}, '--non-friend must be NotFriend or InvalidParameter, not "X".'],
  [
    [],
    { CHAT_SNS_SANDBOX_UNKNOWN_ACCOUNT: '' },
    'CHAT_SNS_SANDBOX_UNKNOWN_ACCOUNT must be AccountNotFound or AccountMismatch or NotFriend, not "".',
  ],
  [[], { CHAT_SNS_SANDBOX_DATA: '' }, 'CHAT_SNS_SANDBOX_DATA must be a string that is not empty, not "".'],
  [['--host', ' '], {}, '--host must be a string that is not empty, not " ".'],
  [[], { CHAT_SNS_SECRET_KEY: '' }, 'CHAT_SNS_SECRET_KEY must be a string that is not empty.'],
  [['--secret-key', ' \n'], {}, '--secret-key must be a string that is not empty.'],
  [
    [],
    { CHAT_SNS_SECRET_KEY_FILE: '' },
    'CHAT_SNS_SECRET_KEY_FILE must be a string that is not empty, not "".',
  ],
  [
    [],
    { CHAT_SNS_SANDBOX_WEBHOOK_TOKEN: '\t' },
    'CHAT_SNS_SANDBOX_WEBHOOK_TOKEN must be a string that is not empty.',
  ],
  ...[' key', 'key\n', '\ufeffkey'].map((key): [string[], Record<string, string>, string] => [
    [],
    { CHAT_SNS_SECRET_KEY: key },
    'CHAT_SNS_SECRET_KEY must be a string without whitespace around it, such as a line break at its end.',
  ]),
  [
    ['--webhook-token', 'token\n'],
    {},
    '--webhook-token must be a string without whitespace around it, such as a line break at its end.',
  ],
  [
    ['--admin', 'root,a\nTLS.sdkappid:1'],
    {},
    '--admin must be a list of strings without control characters, not "root,a\\nTLS.sdkappid:1".',
  ],
])('%j with %j is rejected with the value and what is expected', (args, env, message) => {
  expect(() => parseSettings(args, env)).toThrow(UsageError);
  expect(() => parseSettings(args, env)).toThrow(new Error(message));
});

test.each([
  [['--prot'], "Unknown option '--prot'"],
  [['stray'], "Unexpected argument 'stray'"],
  [['--port'], "Option '--port <value>' argument missing"],
  [['--port', '-1'], "Option '--port' argument is ambiguous"],
  [['--help=x'], "Option '-h, --help' does not take an argument"],
])('%j is rejected in one line that names --help', (args, problem) => {
  expect(() => parseSettings(args, {})).toThrow(UsageError);
  expect(() => parseSettings(args, {})).toThrow(new Error(`${problem}. Run \`chat-sns-sandbox --help\`.`));
});

test.each([
  [['--port', '65535'], { port: 65535 }],
  [['--port', '007'], { port: 7 }],
  [['--admin', 'ann,,ben,'], { admins: ['ann', 'ben'] }],
  [['--admin', ''], { admins: [] }],
  [['--port', '1', '--port', '2'], { port: 2 }],
])('%j means %j', (args, settings) => {
  expect(parseSettings(args, {})).toMatchObject(settings);
});

test.each<[options: object, message: string]>([
  [{ secretKey: '' }, 'secretKey must be a string that is not empty.'],
  [{ secretKey: ' ' }, 'secretKey must be a string that is not empty.'],
  [{ secretKey: null }, 'secretKey must be a string that is not empty.'],
  [{ secretKey: Buffer.from('key') }, 'secretKey must be a string that is not empty.'],
  [
    { secretKey: 'key\n' },
    'secretKey must be a string without whitespace around it, such as a line break at its end.',
  ],
  [{ webhookToken: '' }, 'webhookToken must be a string that is not empty.'],
  [{ rateLimit: Number.NaN }, 'rateLimit must be an integer from 0 to 1000000, not NaN.'],
  [{ rateLimit: 1.5 }, 'rateLimit must be an integer from 0 to 1000000, not 1.5.'],
  [{ rateLimit: '200' }, 'rateLimit must be an integer from 0 to 1000000, not "200".'],
  [{ rateLimit: -1 }, 'rateLimit must be an integer from 0 to 1000000, not -1.'],
  [{ sdkAppId: 4294967296 }, 'sdkAppId must be an integer from 0 to 4294967295, not 4294967296.'],
  [{ nonFriend: 'x' }, 'nonFriend must be NotFriend or InvalidParameter, not "x".'],
  [{ nonFriend: ['NotFriend'] }, 'nonFriend must be NotFriend or InvalidParameter, not ["NotFriend"].'],
  [{ admins: 'root' }, 'admins must be a list of strings without control characters, not "root".'],
  [{ admins: [1] }, 'admins must be a list of strings without control characters, not [1].'],
  [{ admins: ['a\u0085'] }, 'admins must be a list of strings without control characters, not ["a\u0085"].'],
  [{ host: () => {} }, 'host must be a string that is not empty, not function.'],
  [{ data: '' }, 'data must be a string that is not empty, not "".'],
])('a sandbox is not created with %j', (options, message) => {
  expect(() => createSandbox(options)).toThrow(new Error(message));
});

test('settings that code does not pass have their defaults, and other options are left out', () => {
  const defaults = parseSettings([], {});
  expect(withDefaults({})).toEqual({ ...(defaults as object), secretKey: expect.any(String) });
  const given = withDefaults({ port: 7, host: undefined, secretKey: 'own', sleep: () => {} });
  expect(given).toEqual({ ...(defaults as object), port: 7, secretKey: 'own' });
});
