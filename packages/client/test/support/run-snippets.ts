// Runs the snippets of the documentation, each as a module, with a stub instead of a network. Prints their results.
import { inspect } from 'node:util';
import { createFetchStub } from '@chat-sns/client/testing';
import { trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

globalThis.fetch = createFetchStub().fetch as typeof fetch;
const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
);

const print = console.log;
const results: Record<string, { output: string; spans: string[]; error?: string }> = {};
for (const file of process.argv.slice(2)) {
  const lines: string[] = [];
  console.log = (...values: unknown[]) => lines.push(values.map((value) => inspect(value)).join(' '));
  exporter.reset();
  const error = await import(file).then(
    () => undefined,
    (thrown: unknown) => inspect(thrown),
  );
  const spans = exporter.getFinishedSpans().map(({ name }) => name);
  results[file] = { output: lines.join('\n'), spans, ...(error === undefined ? {} : { error }) };
}
print(JSON.stringify(results));
