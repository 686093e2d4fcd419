import { createChatClient } from '@chat-sns/client';
import type * as Sandbox from '@chat-sns/sandbox';
import { failureOf } from './check.ts';

export type Module = typeof Sandbox;
const friendOf = (...ids: string[]) => ({ friends: Object.fromEntries(ids.map((id) => [id, {}])) });

/** ann and ben are friends of each other, ann has cat who has not her, dan has ann who has not him. */
export const seed = {
  accounts: {
    ann: { friends: { ben: { lists: ['work'] }, cat: {} }, lists: ['work', 'old', 'home'], sequence: 6 },
    ben: friendOf('ann'),
    cat: {},
    dan: friendOf('ann'),
    id: { lists: ['group1'] },
  },
};

/** A sandbox with these people, and clients that call it. */
export function openSandbox({ createSandbox, demoKey }: Module, options: object = {}) {
  const sandbox = createSandbox({ state: seed, ...options });
  const settings = {
    region: 'singapore',
    sdkAppId: 1400000000,
    identifier: 'administrator',
    secretKey: demoKey,
    fetch: sandbox.fetch,
    retry: false,
    rateLimit: false,
  };
  const chatAs = (change: object) => createChatClient({ ...settings, ...change } as never);
  const friends = (id: string) => Object.keys(sandbox.state.read().accounts[id]?.friends ?? {});
  return { sandbox, chat: chatAs({}), chatAs, friends };
}

/** The code with which a call is refused, undefined when it succeeds. */
export const codeOf = async (promise: Promise<unknown>) =>
  ((await failureOf(promise)) as { code?: number }).code;
