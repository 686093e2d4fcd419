// The service of the bulk benchmark, in a process of its own: a sandbox without a rate limit whose accounts have as many
// friends as a request may name. A message puts all friends back.
import { createSandbox, type StateDocument } from '@chat-sns/sandbox';

const [accounts = 0, friends = 0] = process.argv.slice(2).map(Number);
const names = Array.from({ length: friends }, (_, place) => `f${place}`);
const whole = { friends: Object.fromEntries(names.map((name) => [name, {}])) };
const state: StateDocument = {
  accounts: Object.fromEntries([
    ...names.map((name) => [name, {}]),
    ...Array.from({ length: accounts }, (_, place) => [`a${place}`, whole]),
  ]),
};
const sandbox = createSandbox({ state, rateLimit: 0 });
const { url } = await sandbox.listen({ port: 0 });
process.send?.(url);
process.on('message', () => {
  sandbox.reset();
  process.send?.('reset');
});
process.on('disconnect', () => process.exit());
