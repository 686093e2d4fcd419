import { expect, test } from 'vitest';
import { writeHelp } from '../../src/cli/help.ts';
import { parseSettings } from '../../src/cli/parse-settings.ts';
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
  const value = setting.kind === 'choice' ? (setting.choices.at(-1) ?? '') : 'http://string';
  return [value, value];
};

test.each(entries)(
  '%s is read from its flag, else its environment variable, else its default',
  (name, setting) => {
    const [text, value] = sample(setting);
    expect(parseSettings([], {})).toHaveProperty(name, defaultOf(setting));
    expect(parseSettings([], { [envOf(setting)]: text })).toHaveProperty(name, value);
    expect(parseSettings([`--${setting.flag}`, text], { [envOf(setting)]: '1' })).toHaveProperty(name, value);
  },
);

test('the secret key is read from CHAT_SNS_SECRET_KEY', () => {
  expect(envOf(settingTable.secretKey)).toBe('CHAT_SNS_SECRET_KEY');
});

test('--help lists every flag, variable and choice, and no secret', () => {
  const help = writeHelp();
  for (const [, setting] of entries) {
    expect(help).toContain(`--${setting.flag} `);
    expect(help).toContain(envOf(setting));
    if (setting.kind === 'choice') expect(help).toContain(setting.choices.join(' | '));
  }
  expect(help).not.toContain(demoKey);
});
