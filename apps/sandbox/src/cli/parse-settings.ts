import { parseArgs } from 'node:util';
import {
  defaultOf,
  describeRequirement,
  envOf,
  requirementOf,
  type Setting,
  type SettingName,
  type Settings,
  settingTable,
  UsageError,
} from '../settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const entries = Object.entries(settingTable) as [SettingName, Setting][];

/** Reads the command line; a flag wins over its environment variable. @throws {UsageError} */
export function parseSettings(args: readonly string[], env: Environment): Settings | 'help' | 'version' {
  const flags = parseFlags(args);
  if (flags.help) return 'help';
  if (flags.version) return 'version';
  return Object.fromEntries(
    entries.map(([name, setting]) => {
      const flag = flags[setting.flag];
      const value = flag ?? env[envOf(setting)];
      if (typeof value !== 'string') return [name, defaultOf(setting)];
      return [name, readValue(setting, value, flag === undefined ? envOf(setting) : `--${setting.flag}`)];
    }),
  ) as unknown as Settings;
}

function parseFlags(args: readonly string[]): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(entries.map(([, { flag }]) => [flag, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...options,
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
      strict: true,
    });
    return values;
  } catch (error) {
    // Node explains further; its first sentence says what is wrong.
    const [problem] = (error as Error).message.split(/\.\s|\n/);
    throw new UsageError(`${problem}. Run \`chat-sns-sandbox --help\`.`);
  }
}

function readValue(setting: Setting, text: string, name: string): number | string | readonly string[] {
  const value = convert(setting, text);
  const must = requirementOf(setting, value);
  if (must === undefined) return value;
  throw new UsageError(describeRequirement(setting, name, must, text));
}

function convert({ kind }: Setting, text: string): number | string | readonly string[] {
  if (kind === 'number') return /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return kind === 'list' ? text.split(',').filter((part) => part !== '') : text;
}
