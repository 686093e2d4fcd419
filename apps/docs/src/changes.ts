import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readChangesets } from '@changesets/read';

/** A released version of a package. */
interface Release {
  version: string;
  /** Markdown without headings above the fourth level. */
  notes: string;
}

/** What has changed, as the packages and the changesets say. */
export interface Changes {
  packages: { name: string; releases: Release[] }[];
  pending: { id: string; summary: string; bumps: { name: string; type: string }[] }[];
}

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Reads CHANGELOG.md of every package of the repository that has one, and the changesets that wait for a release. */
export async function readChanges(root = repository): Promise<Changes> {
  const logs = globSync(['spec/CHANGELOG.md', '{packages,apps}/*/CHANGELOG.md'], { cwd: root }).sort();
  const changesets = existsSync(`${root}/.changeset`) ? await readChangesets(root) : [];
  return {
    packages: logs.map((file) => parseChangelog(readFileSync(`${root}/${file}`, 'utf8'))),
    pending: changesets.map(({ id, summary, releases }) => ({ id, summary, bumps: releases })),
  };
}

/** @throws when the text is not in the format of changesets. */
export function parseChangelog(text: string): Changes['packages'][number] {
  const [head = '', ...parts] = text.split(/^## /m);
  const name = /^# (.+)$/m.exec(head)?.[1];
  if (name === undefined)
    throw new Error(
      `A CHANGELOG.md must begin with the name of its package, not with "${head.slice(0, 40)}"`,
    );
  const releases = parts.map((part) => {
    const [version = '', ...lines] = part.split('\n');
    // Every version has headings such as "Minor Changes", whose anchors would clash.
    return {
      version: version.trim(),
      notes: lines
        .join('\n')
        .replace(/^### (.+)$/gm, '**$1**')
        // Markdown would make an e-mail address from the name and version of a dependency.
        .replace(/^( *- )(@[\w-]+\/[\w-]+@\S+)$/gm, '$1`$2`')
        .trim(),
    };
  });
  return { name, releases };
}
