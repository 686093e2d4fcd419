import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Coverage, readCoverage } from '@chat-sns/conformance';
import { type Discovery, operations } from '@chat-sns/spec';

/** The parts of a guide's file: a title, a first paragraph that says what the guide is for, and the rest. */
export interface Guide {
  name: string;
  title: string;
  lead: string;
  /** Markdown behind the lead. Links are paths of this site. */
  body: string;
  /** The operations and webhooks that it is about. */
  calls: readonly string[];
}

/** The guides in reading order, each with what it is about: single calls, all operations or none of them. */
const order: Record<string, readonly string[] | 'operations'> = {
  'first-call': 'operations',
  'sign-in': 'operations',
  'one-way-or-two-way': ['deleteFriends', 'deleteAllFriends'],
  'partial-failure': ['deleteFriends'],
  'errors-and-retries': 'operations',
  'limits-and-rate': 'operations',
  'clean-up': ['deleteFriends', 'deleteAllFriends'],
  webhook: ['friendDeleted', 'deleteFriends'],
  testing: 'operations',
  pipelines: [],
  '_generated/sandbox-reference': [],
  versioning: [],
  'confirm-with-your-app': [],
  '_generated/use-with-other-tools': [],
  'other-sdks': [],
  'host-this-site': [],
};

const folder = new URL('../guides/', import.meta.url);

/**
 * Reads the guides.
 * @throws when a file is missing from the order, or a name in the order has no file.
 */
export function readGuides(): Guide[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/, '').replaceAll('\\', '/'));
  const forgotten = files.filter((file) => !Object.hasOwn(order, file));
  if (forgotten.length > 0)
    throw new Error(`Add these guides to the order in src/guides.ts: ${forgotten.join(', ')}`);
  return Object.entries(order).map(([file, calls]) => ({
    ...parseGuide(basename(file), readFileSync(new URL(`${file}.md`, folder), 'utf8')),
    calls: calls === 'operations' ? Object.keys(operations) : calls,
  }));
}

/**
 * Links that lead somewhere in the repository too: other guides are files there, and pages that only the site has are where
 * `npm start` serves it. Here all become paths of the site.
 */
const linkPathsOfSite = (text: string) =>
  text
    .replace(/\]\((?:\.\.\/|_generated\/)*([\w-]+)\.md(#[^)]*)?\)/g, '](guides/$1/$2)')
    .replaceAll('](http://127.0.0.1:4000/', '](');

export function parseGuide(name: string, text: string): Omit<Guide, 'calls'> {
  const [, title, lead, body] = /^# (.+)\n\n([\s\S]+?)\n\n([\s\S]+)$/.exec(linkPathsOfSite(text)) ?? [];
  if (!title || !lead || !body || !/^[A-Z]/.test(lead))
    throw new Error(`guides/${name}.md must have a title, a lead of plain text and a body`);
  return { name, title, lead, body };
}

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
