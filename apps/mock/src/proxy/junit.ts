import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { operations } from '@chat-sns/spec';
import { UsageError } from '../usage-error.ts';
import { judge, linesOfViolations, type ProxySummary, totalsOf } from './summary.ts';

interface JunitOptions {
  startedAt: Date;
  seconds: number;
  /** Whether it is fine that nothing was checked. */
  allowNoCalls: boolean;
}

interface Case {
  name: string;
  result?: string;
}

/** Writes a summary as JUnit XML to a file, if there is one to write to. */
export function createReport(file: string | undefined, allowNoCalls: boolean) {
  const startedAt = new Date();
  const start = performance.now();
  return async (summary: ProxySummary): Promise<void> => {
    if (file === undefined) return;
    const seconds = (performance.now() - start) / 1000;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, toJunit(summary, { startedAt, seconds, allowNoCalls }));
    } catch (cause) {
      throw new UsageError(`Cannot write --junit ${file}: ${(cause as Error).message}`, { cause });
    }
  };
}

/**
 * The summary as JUnit XML: a test case for each operation and side, and one for whether anything was checked. It has
 * what the schema of Ant requires and nothing that the schema of Jenkins forbids; GitLab shows the content of a failure
 * and not its `message`, so the content repeats it.
 */
function toJunit(summary: ProxySummary, { startedAt, seconds, allowNoCalls }: JunitOptions): string {
  const cases = [checkedCase(summary, allowNoCalls), ...contractCases(summary)];
  const count = (element: string) => cases.filter(({ result }) => result?.startsWith(`<${element} `)).length;
  const attributes = Object.entries({
    id: 0,
    package: 'chat-sns',
    name: 'chat-sns contract',
    hostname: 'localhost',
    timestamp: startedAt.toISOString().slice(0, 19),
    time: seconds.toFixed(3),
    tests: cases.length,
    failures: count('failure'),
    errors: 0,
    skipped: count('skipped'),
  }).map(([name, value]) => `${name}="${value}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite ${attributes.join(' ')}>
<properties/>
${cases.map(({ name, result = '' }) => `<testcase classname="chat-sns contract" name="${name}" time="0">${result}</testcase>`).join('\n')}
<system-out>${escapeXml(totalsOf(summary))}</system-out>
<system-err/>
</testsuite>
</testsuites>
`;
}

function checkedCase(summary: ProxySummary, allowNoCalls: boolean): Case {
  const name = 'a call was checked';
  if (judge(summary) !== 'nothing checked') return { name };
  return {
    name,
    result: allowNoCalls ? skipped('no call') : failure('NothingChecked', ['No call was checked.']),
  };
}

function contractCases({ checked, violations }: ProxySummary): Case[] {
  const names = Object.keys(operations) as (keyof typeof operations)[];
  const known = names.flatMap((operation) =>
    (['request', 'response'] as const).map((side): Case => {
      const found = violations.filter((one) => one.operation === operation && one.side === side);
      const result =
        found.length > 0 ? violated(found) : checked[operation]?.[`${side}s`] ? '' : skipped('no call');
      return { name: `${operation} ${side}`, result };
    }),
  );
  const others = violations.filter(({ operation }) => operation === undefined);
  return others.length > 0 ? [...known, { name: 'other paths', result: violated(others) }] : known;
}

const violated = (found: ProxySummary['violations']) =>
  failure('ContractViolation', linesOfViolations(found));

const failure = (type: string, lines: readonly string[]) =>
  `<failure type="${type}" message="${escapeXml(lines[0] ?? '')}">${escapeXml(lines.join('\n'))}</failure>`;

const skipped = (message: string) => `<skipped message="${message}"/>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no way to write most control characters, not even escaped. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (char) => entities[char] as string);
}
