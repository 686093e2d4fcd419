import { type Coverage, readCoverage } from '@chat-sns/conformance';
import type { Discovery } from '@chat-sns/spec';

/**
 * Fills in the tables of a guide that list discoveries. A row `| {{inferred}} | |` or `| {{unknown}} | |` becomes a row for
 * each discovery of that status with the scenarios of the conformance kit that settle it, and `| {{unsettled}} | |` one
 * for each that none settles, with the reason.
 */
export function fillDiscoveries(text: string, discoveries: readonly Discovery[]): string {
  const coverage = readCoverage();
  const open = discoveries
    .filter(({ status }) => status === 'inferred' || status === 'unknown')
    .map((discovery) => ({ discovery, ...coverageOf(discovery, coverage) }));
  const rows: Record<string, string[]> = { inferred: [], unknown: [], unsettled: [] };
  for (const { discovery, scenarios, everyResponse, reason } of open) {
    const names = [...(everyResponse ? ['every scenario'] : []), ...scenarios.map((id) => `\`${id}\``)];
    const cell = `${discovery.claim.trim().replaceAll('|', '\\|')} ([evidence](sources/#${discovery.id}))`;
    rows[reason ? 'unsettled' : discovery.status]?.push(`| ${cell} | ${reason ?? names.join(', ')} |`);
  }
  return text.replace(/^\| \{\{(\w+)\}\} +\| +\|$/gm, (row, name: string) => rows[name]?.join('\n') ?? row);
}

function coverageOf({ id }: Discovery, coverage: ReadonlyMap<string, Coverage>): Coverage {
  const found = coverage.get(id);
  if (!found)
    throw new Error(
      `No scenario settles ${id}. Name it in a scenario of apps/conformance, or give the reason in its scenarios/not-covered.yaml.`,
    );
  return found;
}
