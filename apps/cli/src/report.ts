import type { BulkProgress, BulkSummary } from '@chat-sns/client/bulk';
import { explainError } from '@chat-sns/client/catalogue';
import { createLogUpdate } from 'log-update';
import type { Input } from './input.ts';
import { allowedRate, type Job } from './operations.ts';
import type { Connection } from './options.ts';
import { formatCount, formatNumber, type Plan } from './plan.ts';

/** `4 min 10 s`: the two largest units, rounded up. */
function formatDuration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours > 0) return `${formatNumber(hours)} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

export function describeInvalid({ invalid, invalidCount }: Plan): string {
  const more = invalidCount - invalid.length;
  return `${invalid.join('\n')}\n${more > 0 ? `and ${formatNumber(more)} more lines\n` : ''}`;
}

export function describePlan(
  plan: Plan,
  job: Job,
  input: Input,
  rate = allowedRate(job),
  connection?: Connection,
): string {
  if (plan.inputs === 0 && plan.done > 0)
    return `Nothing is left to do: the journal has the outcome of ${formatCount(plan.done, ['input', 'inputs'])}.\n`;
  const types = [...plan.types].map(([type, count]) => `${type} ${formatNumber(count)}`).join(', ');
  const rows = {
    app: connection && `${connection.sdkAppId} at ${connection.host}`,
    input: input.name,
    deletes: `${formatCount(plan.inputs, job.noun)}${types && ` (${types})`}`,
    accounts: formatNumber(plan.accounts),
    requests: formatNumber(plan.requests),
    time: `at least ${formatDuration((plan.requests / rate) * 1000)}, at ${formatNumber(rate)} requests per second`,
    journal: plan.done > 0 ? `has the outcome of ${formatNumber(plan.done)} more` : undefined,
    invalid: plan.invalidCount > 0 ? `${formatNumber(plan.invalidCount)} lines are left out` : undefined,
    ignored: input.ignored.size > 0 ? [...input.ignored].join(', ') : undefined,
  };
  return Object.entries(rows)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name.padEnd(10)}${value}\n`)
    .join('');
}

/** Failed and unknown outcomes by `code title`. */
export type Failures = ReadonlyMap<string, number>;

const describeFailures = (failures: Failures) =>
  [...failures]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${formatNumber(count)}`)
    .join(', ');

function describeProgress(progress: BulkProgress, total: number, failures: Failures): string {
  const { counts, perSecond, remainingMs } = progress;
  const done = progress.done - counts.notSent;
  const bad = counts.failed + counts.unknown;
  return [
    `${Math.floor((100 * done) / total)} %`,
    `${formatNumber(done)} of ${formatNumber(total)}`,
    `${formatNumber(Math.round(perSecond))} per second`,
    remainingMs === undefined ? '' : `${formatDuration(remainingMs)} left`,
    bad > 0 ? `${formatNumber(bad)} failed (${describeFailures(failures)})` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Shows how far a job is until it is ended: a bar on a terminal, a line every few seconds elsewhere. */
export function showProgress(
  stream: NodeJS.WriteStream,
  read: () => BulkProgress,
  total: number,
  failures: Failures,
) {
  const line = () => describeProgress(read(), total, failures);
  if (!stream.isTTY) {
    const timer = setInterval(() => stream.write(`${line()}\n`), 5000);
    return { clear() {}, end: () => clearInterval(timer) };
  }
  const update = createLogUpdate(stream, { showCursor: true });
  const draw = () => {
    const { done, counts } = read();
    const filled = Math.floor((20 * (done - counts.notSent)) / total);
    update(`[${'#'.repeat(filled)}${'-'.repeat(20 - filled)}] ${line()}`);
  };
  draw();
  const timer = setInterval(draw, 100);
  return {
    /** Makes room for other lines. */
    clear: () => update.clear(),
    end() {
      clearInterval(timer);
      update.clear();
    },
  };
}

export function describeSummary(summary: BulkSummary, total: number, failures: Failures): string {
  const { counts, read, requests, durationMs, stopped } = summary;
  const parts = [
    [counts.deleted, 'deleted'],
    [counts.notFriend, 'were not friends'],
    [counts.gone, 'gone, by which attempt is not known'],
    [counts.failed, 'failed'],
    [counts.unknown, 'unknown: sent, and perhaps carried out'],
    [counts.notSent, 'not sent'],
    [total - read, 'not read'],
  ] as const;
  const lines = [
    `${formatCount(total, ['input', 'inputs'])}, ${formatCount(requests, ['request', 'requests'])}, ${formatDuration(durationMs)}`,
    ...parts.filter(([count]) => count > 0).map(([count, what]) => `  ${formatNumber(count)} ${what}`),
  ];
  if (failures.size > 0) lines.push(`failures: ${describeFailures(failures)}`);
  // Who ended the job knows why.
  if (stopped && !['Closed', 'Aborted'].includes(stopped.title))
    lines.push(`stopped: ${[stopped.code, stopped.title].filter(Boolean).join(' ')}: ${stopped.info}`);
  const advice = stopped?.code === undefined ? undefined : explainError(stopped.code)?.action;
  if (advice) lines.push(advice);
  return `${lines.join('\n')}\n`;
}
