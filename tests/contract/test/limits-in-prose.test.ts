import { execFileSync } from 'node:child_process';
import { limits, operations } from '@chat-sns/spec';
import { expect, test } from 'vitest';
import { document, readText, repository } from '../contract.ts';

/**
 * Prose repeats numbers that the schemas state: descriptions, guides, READMEs, comments, samples and the Korean texts.
 * Every place that writes the number of a limit is counted for its file, whatever it says, so that a limit that changes
 * and a sentence that repeats one are reported with their files until somebody has looked at them. `N` is the number,
 * `M` the next one.
 */
const writings: Record<string, { value: number; pattern: string }> = {
  'accounts in one request': {
    value: limits.accountsPerRequest,
    pattern: String.raw`\bN(?!\d)|\bM accounts`,
  },
  'lists in one request': {
    value: limits.listsPerRequest,
    pattern: String.raw`(?<!\^|\*\* )\bN(?!\d| bytes|바이트|-bit|비트)`,
  },
  'bytes of a list name': { value: limits.listNameBytes, pattern: String.raw`\bN(?!\d| seconds| times)` },
  'bytes of a UserID': { value: limits.userIdLength, pattern: String.raw`\bN(?= bytes|바이트)` },
  'calls per second': {
    value: operations.deleteFriends.calls,
    pattern: String.raw`\bN(?= (?:calls |requests )?per second)|초당 N(?=회)|calls: N\b`,
  },
  'seconds of the webhook': {
    value: document.webhooks.friendDeleted?.post['x-timeout-seconds'] ?? 0,
    pattern: String.raw`\bN(?= seconds|초 동안)`,
  },
};

/** Where a number is not prose: the value of a keyword or a name, what a request repeats, milliseconds, other limits. */
const notProse =
  /^\s*[\w "-]+(?::| =) \d+[,;]?$|\$repeat|(?<!\/)[/*] 1000|newest (?:calls|webhooks|deliveries)|derived test/;

const files = execFileSync(
  'git',
  ['ls-files', '*.md', '*.yaml', '*.schema.json', 'apps/*/src/**', 'packages/*/src/**', 'scripts/**'],
  { cwd: repository, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.(?:md|yaml|schema\.json|ts|sh)$/.test(file))
  .filter(
    (file) => !/(?:^|\/)(?:_generated|released|examples|decisions|\.changeset)\/|CHANGELOG|^pnpm-/.test(file),
  )
  .filter((file) => !file.includes('spec/sources/') || file.endsWith('/choices.yaml'))
  .map((file) => [file, readProse(file)] as const);

/** The text of a file on one line, so that no sentence is broken. */
function readProse(file: string): string {
  const lines = readText(file).split('\n');
  const prose = lines.filter((line) => !notProse.test(line));
  return prose.map((line) => line.replace(/^\s*(?:\*|\/\/|#)?\s*/, '')).join(' ');
}

/** How often each file writes a limit, if the limit has the given value. */
function countWritings(pattern: string, value: number): Record<string, number> {
  const filled = pattern.replaceAll('N', String(value)).replaceAll('M', String(value + 1));
  const counts = files.map(
    ([file, text]) => [file, text.match(new RegExp(filled, 'g'))?.length ?? 0] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

test('prose writes a limit only where somebody has looked at it', () => {
  const counted = Object.entries(writings).map(([name, { pattern, value }]) => [
    name,
    countWritings(pattern, value),
  ]);
  expect(
    Object.fromEntries(counted),
    'A limit changed, or a text that writes one: correct the files that differ, then run: vitest run -u limits-in-prose',
  ).toMatchInlineSnapshot(`
    {
      "accounts in one request": {
        "README.md": 1,
        "apps/conformance/scenarios/friends-refused.yaml": 1,
        "apps/conformance/scenarios/friends.yaml": 1,
        "apps/conformance/src/calls/send.ts": 1,
        "apps/docs/guides/clean-up.md": 4,
        "apps/docs/guides/limits-and-rate.md": 4,
        "apps/docs/guides/other-sdks.md": 1,
        "apps/docs/guides/partial-failure.md": 1,
        "apps/sandbox/src/gateway/admit.ts": 1,
        "apps/sandbox/src/service/envelope.ts": 1,
        "packages/client/src/bulk/settings.ts": 1,
        "packages/client/src/bytes.ts": 1,
        "packages/client/src/client.ts": 1,
        "spec/README.md": 1,
        "spec/components/schemas/DeleteFriendsRequest.yaml": 1,
        "spec/discoveries.yaml": 3,
        "spec/errors/account.yaml": 1,
        "spec/errors/relationship.yaml": 4,
        "spec/overlays/ko.yaml": 9,
        "spec/paths/deleteFriends.yaml": 1,
        "spec/sources/choices.yaml": 2,
      },
      "bytes of a UserID": {
        "apps/conformance/scenarios/friends-refused.yaml": 1,
        "apps/conformance/src/calls/own-accounts.ts": 1,
        "apps/conformance/src/scenarios/accounts.ts": 1,
        "apps/docs/guides/limits-and-rate.md": 1,
        "spec/components/schemas/UserId.yaml": 1,
        "spec/overlays/ko.yaml": 2,
        "spec/sources/choices.yaml": 1,
      },
      "bytes of a list name": {
        "apps/conformance/scenarios/lists.yaml": 2,
        "apps/docs/guides/limits-and-rate.md": 2,
        "apps/mock/src/proxy/forward.ts": 1,
        "apps/sandbox/state.schema.json": 1,
        "packages/client/src/client.ts": 1,
        "packages/client/src/retry.ts": 1,
        "spec/components/schemas/FriendListName.yaml": 1,
        "spec/errors/relationship.yaml": 3,
        "spec/overlays/ko.yaml": 8,
        "spec/sources/choices.yaml": 3,
      },
      "calls per second": {
        "apps/docs/guides/limits-and-rate.md": 2,
        "apps/docs/guides/other-sdks.md": 1,
        "packages/client/README.md": 1,
        "packages/client/src/options.ts": 1,
        "packages/client/src/redis.ts": 1,
        "spec/discoveries.yaml": 1,
        "spec/errors/gateway.yaml": 1,
        "spec/overlays/ko.yaml": 3,
        "spec/sources/choices.yaml": 2,
      },
      "lists in one request": {
        "README.md": 1,
        "apps/conformance/scenarios/friends-refused.yaml": 1,
        "apps/conformance/scenarios/lists.yaml": 2,
        "apps/docs/guides/limits-and-rate.md": 1,
        "apps/docs/guides/other-sdks.md": 1,
        "packages/client/src/client.ts": 1,
        "spec/components/schemas/DeleteFriendListsRequest.yaml": 2,
        "spec/discoveries.yaml": 1,
        "spec/errors/relationship.yaml": 4,
        "spec/overlays/ko.yaml": 11,
        "spec/paths/deleteFriendLists.yaml": 1,
        "spec/sources/choices.yaml": 4,
        "tools/release/README.md": 1,
      },
      "seconds of the webhook": {
        "apps/sandbox/README.md": 1,
        "spec/overlays/ko.yaml": 1,
        "spec/webhooks/friendDeleted.yaml": 1,
      },
    }
  `);
});

test.each(Object.entries(writings))(
  'a change of the %s is reported for every file',
  (_, { pattern, value }) => {
    const now = countWritings(pattern, value);
    const after = countWritings(pattern, value + 1);
    expect(Object.keys(now).length).toBeGreaterThan(2);
    for (const [file, count] of Object.entries(now)) expect(after[file] ?? 0, file).not.toBe(count);
  },
);
