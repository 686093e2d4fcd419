import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Discovery, Evidence } from '@chat-sns/spec';
import { stringify } from 'yaml';
import { type ClaimResult, deviates, type RunResult, type ScenarioResult } from '../run/result.ts';

const file = fileURLToPath(import.meta.resolve('@chat-sns/spec/sources.json'));
const sources: Evidence = JSON.parse(readFileSync(file, 'utf8'));
const recordIds = new Set(sources.records.map(({ id }) => id));

/** What a run saw beyond or against the contract, as entries for spec/discoveries.yaml. The strings are masked already. */
export function discoveriesOf({ target, scenarios }: RunResult, date: string): Discovery[] {
  const where = `against ${new URL(target.baseUrl).hostname} on ${date}`;
  return scenarios.flatMap((scenario) =>
    scenario.claims
      .filter((claim) => deviates(claim) || isNoted(claim))
      .map((claim, index) => entryOf(scenario, claim, index + 1, where)),
  );
}

const isNoted = ({ verdict }: ClaimResult) =>
  'holds' in verdict && verdict.holds && verdict.noted !== undefined;

function entryOf(
  { id, title }: ScenarioResult,
  result: ClaimResult,
  number: number,
  where: string,
): Discovery {
  const { claim, status, source, step, verdict } = result;
  const seen =
    'expected' in verdict
      ? `${verdict.got}, where ${verdict.expected} was expected`
      : 'noted' in verdict
        ? verdict.noted
        : '';
  return {
    id: `live-${id}-${number}`,
    claim: `${title}: step ${step} responds ${seen}.`,
    status: 'observed',
    evidence: `One run of the conformance kit's scenario ${id} ${where}. The expectation was ${status}: ${claim}`,
    records: source.filter((id) => recordIds.has(id)),
  };
}

/** The entries as YAML, for a person to read and paste. */
export function writeDifferences(entries: readonly Discovery[]): string {
  const head =
    '# Entries for spec/discoveries.yaml, written by chat-sns-conformance. Read each before you adopt it.\n';
  return entries.length > 0 ? head + stringify(entries, { lineWidth: 120 }) : `${head}[]\n`;
}
