import { expect, test } from 'vitest';
import { writeHelp } from '../../src/cli/help.ts';
import { parseSettings, UsageError } from '../../src/cli/parse-settings.ts';
import { createSandbox } from '../../src/create-sandbox.ts';
import {
  defaultOf,
  demoKey,
  envOf,
  type Setting,
  type SettingName,
  settingTable,
} from '../../src/settings.ts';

const entries = Object.entries(settingTable) as [SettingName, Setting][];
const sample = (setting: Setting): [string, unknown] => {
  if (setting.kind === 'number') return ['7', 7];
  if (setting.kind === 'list') return ['a,b', ['a', 'b']];
  const value = setting.kind === 'choice' ? (setting.choices.at(-1) ?? '') : 'text';
  return [value, value];
};

test.each(entries)('%s comes from its flag, its environment variable or its default', (name, setting) => {
  const [text, value] = sample(setting);
  expect(parseSettings([], {})).toHaveProperty(name, defaultOf(setting));
  expect(parseSettings([], { [envOf(setting)]: text })).toHaveProperty(name, value);
  expect(parseSettings([`--${setting.flag}`, text], { [envOf(setting)]: '1' })).toHaveProperty(name, value);
});

test('the key is read from CHAT_SNS_SECRET_KEY', () => {
  expect(envOf(settingTable.secretKey)).toBe('CHAT_SNS_SECRET_KEY');
});

test.each([
  [['--port', 'x'], {}, /--port must be an integer from 0 to 65535, not "x"/],
  [['--port', '65536'], {}, /--port/],
  [['--port', '-1'], {}, /port/],
  [[], { CHAT_SNS_SANDBOX_RATE_LIMIT: '1.5' }, /CHAT_SNS_SANDBOX_RATE_LIMIT/],
  [['--non-friend', '30001'], {}, /NotFriend or InvalidParameter/],
  [['--prot', '1'], {}, /--prot/],
  [['stray'], {}, /stray/],
])('%j with %j is told off', (args, env, message) => {
  expect(() => parseSettings(args, env)).toThrow(UsageError);
  expect(() => parseSettings(args, env)).toThrow(message);
});

test('--help names every flag, variable and choice, and no secret', () => {
  const help = writeHelp();
  for (const [, setting] of entries) {
    expect(help).toContain(`--${setting.flag} `);
    expect(help).toContain(envOf(setting));
    if (setting.kind === 'choice') expect(help).toContain(setting.choices.join(' | '));
  }
  expect(help).not.toContain(demoKey);
});

test.each(['0.0.0.0', '::', '192.168.0.1', 'example.org'])(
  'listening on %s with the demo key is refused',
  async (host) => {
    await using sandbox = createSandbox();
    await expect(sandbox.listen({ port: 0, host })).rejects.toThrow(/requires your own secret key/);
  },
);

test('listening everywhere with a key of one’s own works, and on every loopback name without', async () => {
  await using own = createSandbox({ secretKey: 'own' });
  expect((await own.listen({ port: 0, host: '0.0.0.0' })).url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
  await using demo = createSandbox();
  expect((await demo.listen({ port: 0, host: 'localhost' })).port).toBeGreaterThan(0);
});
