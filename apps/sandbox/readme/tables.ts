import { errorCatalogue } from '@chat-sns/spec';
import { defaultOf, demoKey, envOf, type Setting, type SettingName, settingTable } from '../src/settings.ts';
import { decisions } from './decisions.ts';
import { reachability } from './reachability.ts';

const code = (text: string) => `\`${text}\``;
/** A table whose columns are padded, as the formatter of the repository pads them. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((_cell, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const row = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...rows].map(row).join('\n');
}

function settingsTable(): string {
  const settings: Setting[] = Object.values(settingTable);
  const rows = settings.map((setting) => {
    const value = defaultOf(setting);
    const shown = value === undefined || value === demoKey || String(value) === '' ? '' : code(String(value));
    const choices = setting.kind === 'choice' ? ` One of ${setting.choices.map(code).join(', ')}.` : '';
    return [code(`--${setting.flag}`), code(envOf(setting)), shown, setting.help + choices];
  });
  return table(['Flag', 'Environment', 'Default', 'Meaning'], rows);
}

function decisionsTable(): string {
  const rows = Object.values(decisions).map((decision) => {
    const name: SettingName | undefined = 'setting' in decision ? decision.setting : undefined;
    const flag = name ? code(`--${settingTable[name].flag}`) : '';
    return [decision.question, decision.answer, decision.status, decision.basis, flag];
  });
  return table(['Question', 'Here', 'Status', 'Basis', 'Flag'], rows);
}

function codesTable(): string {
  const reach = new Map(Object.entries(reachability));
  const rows = errorCatalogue.map(({ code: number, title, levels }) => {
    const { how = '', cause = '' } = reach.get(title) ?? {};
    return [String(number), title, levels.join(', '), how, cause];
  });
  return table(['Code', 'Title', 'Level', 'Reached', 'Cause'], rows);
}

/** The page of the docs about what can be set, what was decided and which codes can be reached. */
export const writeReference = (): string => `# Settings, decisions and codes of the sandbox

Every setting of the sandbox, what it does where the vendor's pages leave something open, and how to get each code of the
catalogue from it. The three tables are generated from its code, and a test shows each row.

## Settings

A flag wins over its environment variable. \`--secret-key-file\` wins over the key itself.

${settingsTable()}

## Decisions

_Documented_: a current page says it. _Observed_: seen on the wire or in an older sample. _Inferred_: stated nowhere.

${decisionsTable()}

## Codes

_Natural_: by its cause, with the defaults. _Configured_: by its cause, once a setting is changed. _Fault only_: by
[queueing it](http://127.0.0.1:4000/sandbox-control/).

${codesTable()}
`;
