import type { Change } from '../changes/change.ts';
import { changelog } from '../changes/changelog.ts';
import type { ReleaseRecord } from '../changes/record.ts';
import type { Contract } from '../contract.ts';

const heading = '### Contract';

/** What a release says of the contract. Before the first one there is nothing that it could have changed. */
export function contractSection(changes: Change[], record: ReleaseRecord, contract: Contract): string {
  if (record.version === '0.0.0') return `${heading}\n\n${firstRelease(contract)}`;
  return `${heading}\n\n${changelog(changes) || 'Nothing in the contract changed.'}`;
}

function firstRelease({ document, catalogue }: Contract): string {
  const operations = Object.values(document.paths).map(({ post }) => post.operationId);
  const webhooks = Object.keys(document.webhooks);
  const codes = catalogue.filter(({ operations: answering }) => answering.length > 0);
  return (
    `The first release: the operations ${operations.join(', ')}, the webhook ${webhooks.join(', ')}, ` +
    `${codes.length} error codes in use and ${document.servers.length} regions. ` +
    'Each later release says here what changed in the contract.'
  );
}

/**
 * Puts a section first into the entry of a version.
 * @throws when the changelog has no such entry, or its entry has the section already.
 */
export function insertSection(text: string, version: string, section: string): string {
  const title = `## ${version}\n`;
  const at = text.indexOf(`\n${title}`);
  if (at < 0)
    throw new Error(`CHANGELOG.md has no entry for ${version}. Changesets write it: npm run version`);
  const start = at + 1 + title.length;
  if (text.slice(start).trimStart().startsWith(heading))
    throw new Error(`The entry for ${version} has its section already.`);
  return `${text.slice(0, start)}\n${section}\n${text.slice(start)}`;
}
