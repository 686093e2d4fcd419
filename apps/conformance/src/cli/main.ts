import { readFileSync, writeFileSync } from 'node:fs';
import { ForeignAccount } from '../calls/own-accounts.ts';
import { CannotCheck } from '../calls/send.ts';
import { discoveriesOf, writeDifferences } from '../report/differences.ts';
import { writeJunit } from '../report/junit.ts';
import { writeTable } from '../report/table.ts';
import { chooseScenarios } from '../run/choose.ts';
import { exitCodeOf, type RunResult } from '../run/result.ts';
import { runConformance } from '../run/run-conformance.ts';
import { readScenarios } from '../scenarios/scenario.ts';
import { help, type RunRequest, readOptions } from './options.ts';
import { missingConsent, writePlan } from './plan.ts';
import { requireWritable, UsageError } from './values.ts';

/** What the command line reads and writes, as arguments. */
export interface Io {
  readonly env: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** Runs the command line. @returns the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    const request = readOptions(args, io.env);
    switch (request.action) {
      case 'help':
        return print(io, help);
      case 'version':
        return print(io, `${version()}\n`);
      case 'list':
        return print(io, readScenarios().map(lineOf).join(''));
      case 'run':
        return await run(request, io);
    }
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof CannotCheck || error instanceof ForeignAccount))
      throw error;
    io.err(`${error.message}\n`);
    return 2;
  }
}

async function run(request: RunRequest, io: Io): Promise<number> {
  const runTag = Math.floor(io.random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0');
  const prefix = `${request.accountPrefix ?? 'c-'}${runTag}`;
  if (request.live || request.plan) {
    io.err(writePlan({ ...request, prefix, chosen: choose(request) }));
    if (request.plan) return 0;
    const missing = missingConsent(request);
    if (missing.length > 0)
      throw new UsageError(`Nothing was sent. A live run requires:\n  ${missing.join('\n  ')}`);
  }
  choose(request);
  requireWritable(request.output, '--output');
  requireWritable(request.differences, '--differences');
  const result = await runConformance({ ...request, prefix, now: io.now, random: io.random });
  write(request, result, io);
  return exitCodeOf(result, request.strict);
}

function choose(request: RunRequest) {
  try {
    return chooseScenarios(readScenarios(), request);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function write(request: RunRequest, result: RunResult, io: Io): void {
  const report = {
    table: () => writeTable(result),
    json: () => `${JSON.stringify(result, null, 2)}\n`,
    junit: () => writeJunit(result, request.strict),
  }[request.format]();
  if (request.output === undefined) io.out(report);
  else writeFileSync(request.output, report);
  if (request.differences === undefined) return;
  const date = new Date(io.now()).toISOString().slice(0, 10);
  const entries = discoveriesOf(result, date);
  writeFileSync(request.differences, writeDifferences(entries));
  io.err(`${entries.length} entries written to ${request.differences}\n`);
}

function print(io: Io, text: string): number {
  io.out(text);
  return 0;
}

const lineOf = ({ id, group, title }: ReturnType<typeof readScenarios>[number]) =>
  `${group}\t${id}\t${title}\n`;

function version(): string {
  const file = new URL(import.meta.resolve('@chat-sns/conformance/package.json'));
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
