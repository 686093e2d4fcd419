import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Call, calls, document } from './document.ts';
import { query, send } from './requests.ts';
import { expectCode } from './servers.ts';
import type { Run } from './tool.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, 'document');

/** Whether a value is one that the document allows as the response of an operation. */
function isResponse({ operation }: Call, value: unknown): boolean {
  const { $ref } = operation.responses[200].content['application/json'].schema;
  return ajv.validate(`document${$ref}`, value);
}

/** A linter: its full set of rules must find nothing. Each rule that finds something is a check that fails. */
export async function checkSpectral({ commands, project, checks }: Run): Promise<void> {
  await checks.attempt('loads', async () => {
    const output = await project.run(`${commands.join('\n')} || true`);
    const findings = [...output.matchAll(/:\d+:\d+ \w+ ([\w-]+) (.*)/g)];
    if (findings.length === 0 && output.trim()) throw new Error(output);
    for (const [, rule, found = ''] of findings) checks.results[`loads: ${rule}`] ??= found;
  });
}

/** A parser: it must follow every reference, and find the operations. */
export async function checkSwaggerParser({ commands, project, checks }: Run): Promise<void> {
  await checks.attempt('loads', async () => {
    const found = (await project.run(commands.join('\n'))).trim().split('\n');
    if (String(found) !== String(calls.map(({ path }) => path))) throw new Error(`found the paths ${found}`);
  });
}

/** A sampler: what it makes out of the schemas must be what the service takes and sends. */
export async function checkSampler({ commands, project, mock, checks }: Run): Promise<void> {
  const output = await checks.attempt('loads', () => project.run(commands.join('\n')));
  if (output === undefined) return;
  const samples = output
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { path, request, response } = JSON.parse(line);
      return calls.filter((call) => call.path === path).map((call) => ({ ...call, call, request, response }));
    });
  await checks.attemptEach('calls: success', samples, async ({ path, request }) =>
    expectCode(0, await send(mock.url, { path, body: request })),
  );
  await checks.attemptEach('responses: valid', samples, async ({ call, response }) =>
    isResponse(call, response) ? null : JSON.stringify(response),
  );
  await checks.attemptEach('responses: as expected', samples, async ({ response }) =>
    'Fail_Account' in response ? JSON.stringify(response) : null,
  );
}

/** A mock inside of a program: it must respond for every host. */
export async function checkMsw({ project, checks }: Run): Promise<void> {
  type Snippet = { startMock(file: string): Promise<{ close(): void }> };
  const server = await checks.attempt('loads', async () => {
    const { startMock } = await project.load<Snippet>('mock.ts');
    return startMock(join(project.folder, 'openapi.json'));
  });
  // Without it, the calls would reach the service.
  if (!server) return;
  const cases = calls.flatMap((call) =>
    document.servers.map(({ url }) => ({ call, url, name: `${call.name} of ${url}` })),
  );
  await checks.attemptEach('calls: success', cases, async ({ call, url }) => {
    const reply = await send(url, call.requests[0]);
    return expectCode(0, reply) ?? (isResponse(call, JSON.parse(reply.text)) ? null : reply.text);
  });
  server.close();
}

/** What newman writes about a run. */
interface Report {
  run: { executions: { item: { name: string }; response?: { stream: { data: number[] } } }[] };
}

/** A converter to collections: the collection must make the calls. */
export async function checkPostman({ commands, project, mock, checks }: Run): Promise<void> {
  const [convert = '', call = ''] = commands;
  await checks.attempt('loads', () => project.run(convert));
  if (checks.results.loads !== null) return;
  const file = join(project.folder, 'collection.json');
  const collection = readFileSync(file, 'utf8');
  for (const [name, account, code] of [
    ['calls: success', 'ann', 0],
    ['calls: refusal', 'mock-30003', 30003],
  ] as const) {
    // As someone does who edits the three bodies in Postman.
    writeFileSync(file, collection.replaceAll(/(From_Account\\": \\")[^"\\]*/g, `$1${account}`));
    await checks.attempt(name, async () => {
      await project.run(call, { CHAT_URL: mock.url });
      const report: Report = JSON.parse(readFileSync(join(project.folder, 'report.json'), 'utf8'));
      const texts = report.run.executions.map(({ response }) =>
        Buffer.from(response?.stream.data ?? []).toString(),
      );
      const wrong = texts.filter((text) => JSON.parse(text).ErrorCode !== code);
      if (texts.length !== calls.length) throw new Error(`${texts.length} calls`);
      if (wrong[0]) throw new Error(`${texts.length - wrong.length} of ${texts.length}; not ${wrong[0]}`);
    });
  }
  const sent = mock
    .calls()
    .slice(-calls.length)
    .map((received) => ({ name: received.path, names: Object.keys(received.query).toSorted() }));
  await checks.attemptEach('calls: sent', sent, async ({ names }) =>
    String(names) === String(Object.keys(query).toSorted()) ? null : `sent ${names}`,
  );
}
