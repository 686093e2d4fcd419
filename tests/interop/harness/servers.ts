import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { calls, type Example } from './document.ts';
import type { Server } from './project.ts';
import { brokenResponses, faults, query, type Reply, send, unknownCodes } from './requests.ts';
import type { Run } from './tool.ts';

/** A server of which every response is known: the one that a check has set, or that of the mock. */
export interface Upstream extends Server {
  /** What the next responses say. Without it, requests go on to the mock. */
  response: unknown;
  received: number;
}

export async function startUpstream(mockUrl: string): Promise<Upstream> {
  const server = createServer(async (request, response) => {
    upstream.received += 1;
    const body = await text(request);
    const reply = upstream.response
      ? Response.json(upstream.response)
      : await fetch(mockUrl + request.url, { method: 'POST', body });
    response.writeHead(reply.status, { 'content-type': 'application/json' });
    response.end(await reply.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const upstream: Upstream = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    response: undefined,
    received: 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return upstream;
}

/**
 * A validator in front of a server: it must let pass what the document allows, stop what it does not, in both
 * directions, and let through the codes that no page lists.
 */
export async function checkGateway({ commands, project, mock, checks }: Run): Promise<void> {
  await using upstream = await startUpstream(mock.url);
  const started = await checks.attempt('loads', () =>
    project.serve(commands.join('\n'), { UPSTREAM: upstream.url }),
  );
  if (!started) return;
  await using gateway = started;

  await checks.attemptEach('calls: success', calls, async ({ path, requests }) => {
    const [{ body }] = requests;
    return expectCode(0, await send(gateway.url, { path, body: { ...body, From_Account: 'ann' } }));
  });
  await checks.attemptEach('calls: refusal', calls, async ({ path, requests }) => {
    const [{ body }] = requests;
    return expectCode(
      30003,
      await send(gateway.url, { path, body: { ...body, From_Account: 'mock-30003' } }),
    );
  });
  await checks.attemptEach(
    'requests: examples',
    calls.flatMap(({ requests, responses }) =>
      requests.map((request) => ({ ...request, response: responses[0] })),
    ),
    ({ response, ...request }) => {
      upstream.response = response.body;
      return expectOk(gateway.url, request);
    },
  );
  await checks.attemptEach('requests: faults', faults, async (fault) => {
    const before = upstream.received;
    const { status } = await send(gateway.url, fault);
    if (upstream.received !== before) return 'passed on';
    return status >= 400 ? null : describeStatus(status);
  });
  const respond = ({ path, body }: Example) => {
    upstream.response = body;
    const [request] = calls.find((call) => call.path === path)?.requests ?? [];
    return expectOk(gateway.url, { path, body: request?.body });
  };
  const examples = calls.flatMap(({ responses }) => responses);
  await checks.attemptEach('responses: examples', examples, respond);
  await checks.attemptEach('responses: unknown codes', unknownCodes, respond);
  await checks.attemptEach('responses: faults', brokenResponses, async (example) =>
    (await respond(example)) === null ? 'passed on' : null,
  );
}

/** The stock mock: it must accept and refuse what the document says, and give each response example on request. */
export async function checkPrismMock({ commands, project, checks }: Run): Promise<void> {
  const started = await checks.attempt('loads', () => project.serve(commands.join('\n')));
  if (!started) return;
  await using prism = started;

  await checks.attemptEach('calls: success', calls, async ({ path, requests: [{ body }] }) =>
    expectCode(0, await send(prism.url, { path, body })),
  );
  await checks.attemptEach('calls: refusal', calls, async ({ path, requests: [{ body }] }) =>
    expectCode(30003, await send(prism.url, { path, body }, { prefer: 'example=error-30003' })),
  );
  // As a reader pastes them into a terminal.
  await checks.attemptEach('calls: curl samples', calls, async ({ operation }) => {
    const sample = operation['x-codeSamples'].find(({ lang }) => lang === 'Shell')?.source ?? '';
    const variables = { SDK_APP_ID: query.sdkappid, IDENTIFIER: query.identifier, USER_SIG: query.usersig };
    const output = await project.run(sample, { ...variables, CHAT_URL: prism.url });
    return output.includes('"ErrorCode":0') ? null : output;
  });
  const requests = calls.flatMap((call) => call.requests);
  await checks.attemptEach('requests: examples', requests, (request) => expectOk(prism.url, request));
  await checks.attemptEach('requests: faults', faults, async (fault) => {
    const { status } = await send(prism.url, fault);
    return status >= 400 ? null : describeStatus(status);
  });
  const examples = calls.flatMap((call) => call.responses.map((response) => ({ ...response, call })));
  await checks.attemptEach('responses: examples', examples, async ({ call, key, body }) => {
    const [request] = call.requests;
    const reply = await send(prism.url, request, { prefer: `example=${key}` });
    return reply.status === 200 && isDeepStrictEqual(JSON.parse(reply.text), body) ? null : reply.text;
  });
}

/** Null when the response has the code, otherwise the response. */
export function expectCode(code: number, { status, text }: Reply): string | null {
  return status === 200 && JSON.parse(text).ErrorCode === code ? null : text;
}

async function expectOk(url: string, request: { path: string; body: unknown }): Promise<string | null> {
  const { status, text } = await send(url, request);
  return status === 200 ? null : text;
}

const describeStatus = (status: number) => (status ? `HTTP ${status}` : 'no response');
