import { accessSync, constants as fs, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, resolve } from 'node:path';
import { ChatConfigError } from '@chat-sns/client';
import type { BulkOutcome, BulkSummary } from '@chat-sns/client/bulk';
import { type FileJournal, openJournal } from '@chat-sns/client/journal';
import { confirm } from '@clack/prompts';
import type { Command } from 'commander';
import { type Format, type Input, listInput, openInput, type Row } from './input.ts';
import type { Job } from './operations.ts';
import { type Connection, nameOf, readConnection, takesKeyFromStdin, UsageError } from './options.ts';
import { explainInvalid, formatCount, isInvalid, makePlan } from './plan.ts';
import { describeInvalid, describePlan, describeSummary, showProgress } from './report.ts';
import { createResults } from './results.ts';

/** The options that every deletion has. */
interface RunOptions {
  format?: Format;
  results?: string;
  journal?: string;
  resume?: boolean;
  fsync?: boolean;
  dryRun?: boolean;
  skipInvalid?: boolean;
  yes?: boolean;
  quiet?: boolean;
  rateLimit?: number;
}

/** Where the inputs come from: a file, or values of flags. */
export interface Given {
  file: string | undefined;
  /** Inputs on the command line. */
  rows: Row[];
  defaults: { From_Account?: string; DeleteType?: string };
}

const print = (text: string) => process.stderr.write(text);

/** Runs a deletion from its options to its exit code. */
export async function run(command: Command, job: Job, given: Given): Promise<number> {
  const options: RunOptions = command.opts();
  if (given.rows.length > 0 && given.file !== undefined)
    throw new UsageError(`Pass either ${given.file} or the values of flags, not both.`);
  if (given.rows.length === 0 && given.file === undefined && process.stdin.isTTY)
    throw new UsageError(`There is no input: name a file, or pipe it in. See \`${nameOf(command)} --help\`.`);
  const connection = options.dryRun ? undefined : await readConnection(command);
  const input = await findInput(command, job, given);
  checkFiles(options, given.file);

  const journal = options.resume ? await openOwn(options) : undefined;
  const plan = await makePlan(job, input, {
    journal,
    name: connection && describeTarget(connection),
  }).finally(() => journal?.close());
  if (plan.invalidCount > 0) {
    print(describeInvalid(plan));
    if (!options.skipInvalid)
      throw new UsageError(
        `Nothing was sent: ${input.name} has ${plan.invalidCount} invalid lines. Correct them, or add --skip-invalid.`,
      );
  }
  const description = describePlan(plan, job, input, options.rateLimit, connection);
  if (!connection) {
    process.stdout.write(description);
    return 0;
  }
  if (!options.quiet || !options.yes) print(description);
  const total = plan.inputs + plan.done + plan.invalidCount;
  if (plan.inputs + plan.done === 0) return total > 0 ? 1 : 0;
  if (
    plan.inputs > 0 &&
    !options.yes &&
    !(await ask(`Delete ${formatCount(plan.inputs, job.noun)}? It cannot be undone.`))
  )
    return 2;
  return send({ job, input, options, connection, total });
}

async function findInput(command: Command, job: Job, { file, rows, defaults }: Given): Promise<Input> {
  if (rows.length > 0) return listInput(rows);
  const path = file ?? '-';
  if (path === '-' && takesKeyFromStdin(command))
    throw new UsageError('Standard input cannot have both the secret key and the input: name a file.');
  const { format }: RunOptions = command.opts();
  return openInput({ file: path, format, fields: job.fields, defaults });
}

/** Refuses files that the run would destroy or could not use, before anything is sent. */
function checkFiles({ journal, results, resume }: RunOptions, input: string | undefined): void {
  const find = (path: string) => statSync(path, { throwIfNoEntry: false });
  if (resume && journal === undefined) throw new UsageError('--resume requires --journal.');
  const paths = [journal, results, input].filter((path) => path !== undefined).map((path) => resolve(path));
  if (new Set(paths).size < paths.length)
    throw new UsageError('The input, --journal and --results must be different files.');
  const found = journal === undefined ? undefined : find(journal);
  if (found && !found.isFile()) throw new UsageError(`--journal ${journal} is not a file.`);
  if (found && !resume)
    throw new UsageError(
      `--journal ${journal} exists. Add --resume to go on with its job, or name another file.`,
    );
  if (resume && !found)
    throw new UsageError(`--journal ${journal} does not exist, so there is nothing to resume.`);
  if (results === undefined) return;
  const written = find(results);
  try {
    accessSync(written ? results : dirname(resolve(results)), fs.W_OK);
  } catch (error) {
    throw new UsageError(`Cannot write --results ${results}: ${(error as NodeJS.ErrnoException).code}.`);
  }
  if (written?.isFile() && written.size > 0 && !resume)
    throw new UsageError(`--results ${results} exists. Move it away, or name another file.`);
}

async function ask(message: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError('There is no terminal to ask on. Add --yes to delete without a question.');
  const isSure = await confirm({ message, initialValue: false, output: process.stderr, withGuide: false });
  if (isSure === true) return true;
  print('Nothing was sent.\n');
  return false;
}

/** What a journal belongs to. */
const describeTarget = ({ sdkAppId, host }: Connection) => `${sdkAppId}@${host}`;

/** Opens --journal, if there is one. */
async function openOwn({ journal, fsync }: RunOptions): Promise<FileJournal | undefined> {
  if (journal === undefined) return undefined;
  return openJournal(journal, { fsync }).catch((error: Error) => {
    throw new UsageError(`Cannot open --journal ${journal}: ${error.message}`);
  });
}

interface Run {
  job: Job;
  input: Input;
  options: RunOptions;
  connection: Connection;
  total: number;
}

async function send({ job, input, options, connection, total }: Run): Promise<number> {
  const abort = new AbortController();
  const failures = new Map<string, number>();
  let problem: string | undefined;
  const journal = await openOwn(options);
  const bulk = job.start(connection.chat, input.read(), {
    total,
    signal: abort.signal,
    name: describeTarget(connection),
    journal,
  });
  const progress = options.quiet
    ? undefined
    : showProgress(process.stderr, () => bulk.progress, total, failures);
  const onError = (error: Error) => {
    problem = `Cannot write ${options.results ?? 'standard output'}: ${error.message}`;
    void bulk.close();
  };
  const results = createResults(options.results, onError, () => progress?.clear());
  const signals = catchSignals(bulk, abort);
  try {
    for await (const outcome of bulk) {
      const { reason, status } = outcome;
      if (reason && status !== 'notSent') {
        const name = [reason.code, reason.title].filter((part) => part !== undefined).join(' ');
        failures.set(name, (failures.get(name) ?? 0) + 1);
      }
      const isSlow = results.write(describeOutcome(outcome));
      if (isSlow) await isSlow;
    }
  } catch (error) {
    // The journal is of another job: nothing was sent.
    if (error instanceof ChatConfigError) throw error;
    problem ??= error instanceof Error ? error.message : String(error);
  } finally {
    await results.close();
    await journal?.close();
    progress?.end();
    signals.release();
  }
  const summary = await bulk.summary;
  if (!options.quiet) print(describeSummary(summary, total, failures));
  if (problem !== undefined) print(`chat-sns: ${problem}\n`);
  const code = problem === undefined ? chooseExitCode(summary, signals.received) : 3;
  if (code >= 3) print(adviseToGoOn(input, options));
  return code;
}

/** The line of the results: the fields of the input, and what became of it. */
function describeOutcome(outcome: BulkOutcome<Row>): object {
  const { input, status, attempts, fromJournal, reason } = outcome;
  const { problem: _, ...fields } = input;
  const why = isInvalid(outcome)
    ? { title: reason?.title, info: explainInvalid(outcome), retryable: false }
    : reason;
  return { ...fields, status, attempts, ...(fromJournal && { fromJournal }), ...(why && { reason: why }) };
}

function chooseExitCode({ isComplete, counts }: BulkSummary, signal: NodeJS.Signals | undefined): number {
  const isGood = counts.failed + counts.unknown === 0;
  if (isComplete && (isGood || !signal)) return isGood ? 0 : 1;
  return signal ? 128 + constants.signals[signal] : 3;
}

/** The first signal ends the job after the requests under way, the second aborts these, the third ends the process. */
function catchSignals(bulk: { close(): Promise<BulkSummary> }, abort: AbortController) {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const release = () => {
    for (const name of names) process.off(name, onSignal);
  };
  const state: { received: NodeJS.Signals | undefined; release(): void } = { received: undefined, release };
  function onSignal(name: NodeJS.Signals): void {
    if (state.received) {
      release();
      abort.abort();
      return;
    }
    state.received = name;
    print('\nEnding after the requests under way. Once more aborts them: nobody then knows what they did.\n');
    void bulk.close();
  }
  for (const name of names) process.on(name, onSignal);
  return state;
}

/** How to do the rest of a job that ended early. */
function adviseToGoOn(input: Input, { journal, resume }: RunOptions): string {
  if (journal === undefined)
    return 'Without --journal there is no --resume. The lines of the results whose status is notSent are the rest: they are valid NDJSON input.\n';
  const args = process.argv.slice(2).map((arg, index, all) => {
    // The key may have been passed here, and is not repeated.
    if (all[index - 1] === '--insecure-secret-key') return '"$CHAT_SNS_SECRET_KEY"';
    if (arg.startsWith('--insecure-secret-key=')) return '--insecure-secret-key="$CHAT_SNS_SECRET_KEY"';
    return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
  });
  const line = ['chat-sns', ...args, ...(resume ? [] : ['--resume'])].join(' ');
  return `Go on${input.isStdin ? ', with the same standard input,' : ''} by:\n\n  ${line}\n\n`;
}
