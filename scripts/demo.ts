import { serveDocs } from '@chat-sns/docs/serve';
import { startMock } from '@chat-sns/mock';
import { createSandbox } from '@chat-sns/sandbox';
import { makeCalls } from './demo/calls.ts';
import { describeNextSteps } from './demo/next-steps.ts';
import { startReceiver, tellStory } from './demo/story.ts';
import { formatTable } from './demo/table.ts';
import { choosePorts } from './ports.mjs';

const once = process.argv.includes('--once');

const ports = await choosePorts().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

await using docs = await serveDocs({ port: ports.docs });
await using mock = await startMock({ port: ports.mock });
await using receiver = await startReceiver();
await using sandbox = createSandbox({
  webhookUrl: receiver.url,
  // The state viewer of the docs reads the graph.
  allowOrigins: [new URL(docs.url).origin],
});
const { url: sandboxUrl } = await sandbox.listen({ port: ports.sandbox });

console.log('\nCalls of the built client against the mock:\n');
console.log(formatTable(['operation', 'sent', 'came back'], await makeCalls(mock.url)));
console.log('\nA story in the sandbox:\n');
console.log(formatTable(['what happens', 'result'], await tellStory(sandbox, sandboxUrl, receiver.received)));

if (once) {
  console.log('\nAll three have stopped. `npm start` keeps them running.');
} else {
  console.log(await describeNextSteps({ docs: docs.url, mock: mock.url, sandbox: sandboxUrl }));
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  console.log(
    '\nStopped docs, mock and sandbox. The friends of the sandbox start anew with the next `npm start`.',
  );
}
