import { expect, test } from 'vitest';
import { parseSettings, UsageError } from '../../src/cli/parse-settings.ts';
import { withDefaults } from '../../src/settings.ts';

test.each([
  [['--help'], 'help'],
  [['-h'], 'help'],
  [['--version'], 'version'],
  [['-v'], 'version'],
  [['-v', '--port', 'x', '-h'], 'help'],
])('%j asks for the %s, whatever else it says', (args, what) => {
  expect(parseSettings(args, {})).toBe(what);
});

test.each([
  [['--port', '65536'], {}, '--port takes a whole number from 0 to 65535, not 65536.'],
  [['--port', '1x'], {}, '--port takes a whole number from 0 to 65535, not 1x.'],
  [['--port', 'x1'], {}, '--port takes a whole number from 0 to 65535, not x1.'],
  [['--port='], {}, '--port takes a whole number from 0 to 65535, not .'],
  [
    [],
    { CHAT_SNS_SANDBOX_PORT: '-1' },
    'CHAT_SNS_SANDBOX_PORT takes a whole number from 0 to 65535, not -1.',
  ],
  [['--non-friend', 'X'], {}, '--non-friend takes NotFriend or InvalidParameter, not X.'],
  [
    [],
    { CHAT_SNS_SANDBOX_UNKNOWN_ACCOUNT: '' },
    'CHAT_SNS_SANDBOX_UNKNOWN_ACCOUNT takes AccountNotFound or AccountMismatch or NotFriend, not .',
  ],
])('%j with %j is told off in one sentence', (args, env, message) => {
  expect(() => parseSettings(args, env)).toThrow(new UsageError(message));
});

test.each(['--prot', 'stray', '--port'])('%s is no usage', (arg) => {
  expect(() => parseSettings([arg], {})).toThrow(UsageError);
  expect(() => parseSettings([arg], {})).toThrow(arg);
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

test('settings of code that are not given have their defaults, and what is no setting is left out', () => {
  const defaults = parseSettings([], {});
  expect(withDefaults({})).toEqual({ ...(defaults as object), secretKey: expect.any(String) });
  const given = withDefaults({ port: 7, host: undefined, secretKey: 'own', sleep: () => {} });
  expect(given).toEqual({ ...(defaults as object), port: 7, secretKey: 'own' });
});
