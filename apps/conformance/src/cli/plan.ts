import { operations } from '@chat-sns/spec';
import type { AdapterName } from '../adapters/adapter.ts';
import type { Chosen } from '../run/choose.ts';
import { needsSeed } from '../scenarios/accounts.ts';

export interface PlanInput {
  readonly baseUrl: string;
  readonly sdkAppId: number;
  readonly identifier: string;
  readonly adapter: AdapterName;
  readonly prefix: string;
  readonly chosen: readonly Chosen[];
}

/** Says what a run will do, before it does anything. */
export function writePlan({ baseUrl, sdkAppId, identifier, adapter, prefix, chosen }: PlanInput): string {
  const leftOut = chosen.filter((entry) => entry.leftOut);
  const running = chosen.filter(
    ({ leftOut, scenario }) => !leftOut && (adapter !== 'none' || !needsSeed(scenario.given)),
  );
  const steps = running.flatMap(({ scenario }) => scenario.steps);
  const accounts = running.flatMap(({ scenario }) => Object.values(scenario.given.accounts ?? {}));
  const seeded = adapter === 'none' ? [] : accounts;
  const friendships = sum(seeded.map(({ friends = [] }) => friends.length));
  const lists = sum(seeded.map(({ lists: own = {} }) => Object.keys(own).length));
  const calls = Object.keys(operations)
    .map((id) => `${id} ${steps.filter(({ call }) => call === id).length}`)
    .join(', ');
  const unseeded = chosen.length - leftOut.length - running.length;
  return [
    `Plan for ${baseUrl}, app ${sdkAppId}, caller ${identifier}, adapter ${adapter}`,
    `  first     one call for ${prefix}-probe, an account that does not exist, to see whether the credentials are accepted`,
    `  runs      ${running.length} scenarios; calls: ${calls}`,
    `  creates   ${seeded.length} accounts, ${friendships} sides of friendships, ${lists} lists`,
    `  touches   only accounts whose names begin with ${prefix}`,
    ...(seeded.length > 0
      ? [
          '  leaves    those accounts, and what the scenarios do not delete. Delete the accounts in the console.',
        ]
      : []),
    ...(adapter === 'sandbox'
      ? ['  replaces  the whole state of the sandbox, and restores it at the end']
      : []),
    ...(leftOut.length > 0 ? [`  leaves out ${leftOut.map(({ scenario }) => scenario.id).join(', ')}`] : []),
    ...(unseeded > 0 ? [`  skips     ${unseeded} scenarios whose accounts cannot be seeded`] : []),
    '',
  ].join('\n');
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

export interface Consent {
  readonly accountPrefix: string | undefined;
  readonly yesDelete: boolean;
}

/** The options that a live run still requires, each with its reason; empty when it may begin. */
export function missingConsent({ accountPrefix, yesDelete }: Consent): string[] {
  return [
    ...(accountPrefix === undefined
      ? [
          '--account-prefix, which begins the name of every account of the run. Choose one that none of your accounts has.',
        ]
      : []),
    ...(yesDelete
      ? []
      : ['--yes-delete, because the run deletes friends and lists, and deletions cannot be undone.']),
  ];
}
