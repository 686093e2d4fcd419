import { type OperationId, operations } from '@chat-sns/spec';
import type { Settings } from '../settings.ts';
import { createWindow, type Window } from './frequency.ts';
import type { Query } from './read-query.ts';
import { createCallerCheck } from './verify-caller.ts';

type Limited = Pick<Settings, 'sdkAppId' | 'rateLimit' | 'badSignatureLimit' | 'deletionLimit'> & {
  readonly secretKey: string;
};

const minute = 60_000;

/** Everything that counts calls over time, in one place, so that a reset can start all of it afresh. */
export function createLimits(settings: Limited, now: () => number) {
  let counters = create();

  function create() {
    const perOperation = Object.fromEntries(
      Object.entries(operations).map(([id, { perSeconds }]) => [
        id,
        createWindow(settings.rateLimit, perSeconds * 1000, now),
      ]),
    ) as Record<OperationId, Window>;
    return {
      perOperation,
      perAccount: new Map<string, Window>(),
      verifyCaller: createCallerCheck(settings, now),
    };
  }

  return {
    verifyCaller: (query: Query) => counters.verifyCaller(query),
    countCall: (operation: OperationId) => counters.perOperation[operation](),
    /** Only imported accounts come here, so the windows stay within the size of the graph. */
    countDeletion(account: string): boolean {
      if (settings.deletionLimit === 0) return true;
      const window = counters.perAccount.get(account) ?? createWindow(settings.deletionLimit, minute, now);
      counters.perAccount.set(account, window);
      return window();
    },
    reset() {
      counters = create();
    },
  };
}
