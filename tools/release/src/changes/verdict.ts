import type { readChangesets } from '@changesets/read';
import type { Contract } from '../contract.ts';
import { type Bump, isSmaller, largest, neededBump } from './bump.ts';
import type { Change } from './change.ts';
import { changelog } from './changelog.ts';
import { compareContracts } from './compare.ts';
import type { ReleaseRecord } from './record.ts';

const specPackage = '@chat-sns/spec';

export type Changeset = Awaited<ReturnType<typeof readChangesets>>[number];

export interface Verdict {
  changes: Change[];
  needed: Bump;
  pending: Bump;
  /** Empty when the changesets suffice; else the cause and the command that mends it. */
  complaint: string;
}

/** Whether the pending changesets announce what the contract has changed since its last release. */
export function judgeRelease(
  released: Contract,
  today: Contract,
  record: ReleaseRecord,
  changesets: Changeset[],
): Verdict {
  const changes = compareContracts(released, today);
  const needed = neededBump(changes, record.version);
  const pending = pendingBump(record, changesets);
  return {
    changes,
    needed,
    pending,
    complaint: isSmaller(pending, needed) ? complain(changes, needed, pending, record) : '',
  };
}

function pendingBump(record: ReleaseRecord, changesets: Changeset[]): Bump {
  const open = changesets.filter(({ id }) => !record.changesets.includes(id));
  return largest(
    open.flatMap(({ releases }) =>
      releases.filter(({ name }) => name === specPackage).map(({ type }) => type as Bump),
    ),
  );
}

const complain = (changes: Change[], needed: Bump, pending: Bump, { version }: ReleaseRecord) => `\
The contract changed since its last release in a way that needs a ${needed} of ${specPackage}; the changesets announce ${pending}.

${changelog(changes.filter(({ impact }) => impact !== 'text'))}

If that is meant, write this to .changeset/<a-name>.md:

---
"${specPackage}": ${needed}
---

${changelog(changes)}

If not, take the change back. \`npm run breaking\` judges again.${version === '0.0.0' ? untilTheFirst : ''}`;

const untilTheFirst =
  "\n(As long as nothing is released, `npm run breaking -- --record` makes today's contract the baseline of the first release.)";
