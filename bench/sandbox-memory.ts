import { createSandbox } from '@chat-sns/sandbox';
import { createHubs } from './sandbox-state.ts';

/** Started as a child with --expose-gc: prints the heap in MiB that a million edges take. */
const collect = globalThis.gc ?? (() => {});
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

const before = heap();
const sandbox = createSandbox({ state: { accounts: {} } });
// Through JSON, as a seed file comes: then each UserID is one string however often it is named.
sandbox.state.replace(JSON.parse(JSON.stringify(createHubs(500, 1000))));
const after = heap();
console.log(
  JSON.stringify({ mebibytes: after - before, accounts: Object.keys(sandbox.state.read().accounts).length }),
);
