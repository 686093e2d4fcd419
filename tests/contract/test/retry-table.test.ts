import { readFileSync } from 'node:fs';
import { errorCatalogue, type RetryClass } from '@chat-sns/spec';
import { expect, test } from 'vitest';

/** What the client does by class, and the failures without a code that belong to it: before and after the request. */
const classes: [RetryClass | 'unsent' | 'unanswered', string, string[], string[]][] = [
  ['transient', 'retries with growing random waits', [], []],
  ['throttled', "slows down, and retries after the limit's period", [], ['HTTP 429']],
  ['cooldown', "fails, or waits a minute with `cooldown: 'wait'`", [], []],
  ['re-sign', 're-signs, and sends once more', [], []],
  ['unsent', 'tries the backup host, then retries', ['`NoConnection`'], []],
  [
    'unanswered',
    'retries with growing random waits',
    [],
    ['`TimedOut`', '`ConnectionLost`', '`EmptyBody`', '`BrokenJson`', 'HTTP 408 and 5xx'],
  ],
];

const listCodes = (retry: string, effect: string) =>
  errorCatalogue
    .filter(({ operations, levels }) => operations.length > 0 && levels.includes('request'))
    .filter((entry) => entry.retry === retry && entry.carriedOut.value === effect)
    .map(({ code }) => String(code));

const rows = [
  ['`retry`', 'The client', "`carriedOut: 'no'`", "`carriedOut: 'unknown'`"],
  ...classes.map(([name, action, unsent, sent]) => [
    `\`${name}\``,
    action,
    [...listCodes(name, 'no'), ...unsent].join(', '),
    [...listCodes(name, 'unknown'), ...sent].join(', '),
  ]),
];
const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
const lines = rows.map(
  (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
);
const table = [
  lines[0],
  `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
  ...lines.slice(1),
].join('\n');

test('the table in the guide about errors is that of the catalogue', () => {
  const file = new URL('../../../apps/docs/guides/errors-and-retries.md', import.meta.url);
  expect(readFileSync(file, 'utf8')).toContain(table);
});
