import { request } from 'node:http';
import { createUserSig } from '@chat-sns/client/usersig';
import { startMock } from '@chat-sns/mock';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import type { OperationId } from '@chat-sns/spec';
import fc from 'fast-check';
import { afterAll, beforeAll, expect } from 'vitest';
import { catalogue, examples, pathOf } from './contract.ts';

/**
 * Where client, mock and sandbox judge the same input differently, and why. Everything else below must agree.
 */
export const differences = {
  unsigned: 'The mock verifies no signature: it keeps no key, and any string will do.',
  random:
    'The sandbox requires random by default, as the contract states; the mock does not, as old SDKs left it out.',
  userBuf:
    'The client expects the extra bytes that it is told; the sandbox, which is told none, accepts signed ones.',
  alphabet:
    'The pages disagree on the characters of a UserID: the client lets the service judge, the servers follow the contract.',
  duplicates: 'The client sends each value once and asks for a DeleteType; the servers take what they get.',
};

const runs = Number(process.env.SAME_VERDICT_RUNS ?? 300);
const seed = Number(process.env.SAME_VERDICT_SEED ?? 20261128);
export const app = { sdkAppId: 1400000000, identifier: 'administrator', secretKey: demoKey };
export const now = 1_790_000_000;

export let mockUrl = '';
export let sandboxUrl = '';
/** A UserSig that is valid. */
export let genuine = '';
const started: AsyncDisposable[] = [];

/** Starts both servers for the tests of a file. */
export function startServers() {
  beforeAll(async () => {
    const mock = await startMock({ requireRandom: true, keepCalls: 0 });
    const sandbox = createSandbox({ rateLimit: 0, missingLists: 'lenient', now: () => now * 1000, port: 0 });
    started.push(mock, sandbox);
    mockUrl = mock.url;
    sandboxUrl = (await sandbox.listen()).url;
    genuine = await createUserSig({ ...app, now: now - 60, expiresIn: 3600 });
  });
  afterAll(async () => {
    for (const one of started.splice(0)) await one[Symbol.asyncDispose]();
  });
}

export const codeOf = (title: string) => catalogue.find((entry) => entry.title === title)?.code;
export const queryOf = (usersig: string) =>
  `sdkappid=${app.sdkAppId}&identifier=${app.identifier}&usersig=${encodeURIComponent(usersig)}&random=1&contenttype=json`;
export const validBody = (operation: OperationId) =>
  Object.values(examples[operation].requests)[0]?.value as Record<string, unknown>;

export interface Sent {
  path?: string;
  query?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/** The status and the code of a server's response. What the sandbox refuses for its state alone counts as accepted. */
export function ask(
  url: string,
  { path = pathOf('deleteFriends'), query, method = 'POST', headers, body = '' }: Sent,
) {
  return new Promise<string>((resolve, reject) => {
    const bytes = Buffer.from(body);
    const outgoing = request(
      url,
      {
        path: `${path}?${query ?? queryOf(genuine)}`,
        method,
        headers: { 'Content-Length': bytes.length, ...headers },
      },
      async (response) => {
        const text = Buffer.concat(await response.toArray()).toString();
        const { ErrorCode } = JSON.parse(text) as { ErrorCode: number };
        const accepted = ErrorCode === codeOf('AccountNotFound') || ErrorCode === 0;
        resolve(`HTTP ${response.statusCode} ${accepted ? 'accepted' : ErrorCode}`);
      },
    );
    outgoing.on('error', reject).end(bytes);
  });
}

export const property = <Value>(
  arbitrary: fc.Arbitrary<Value>,
  check: (value: Value) => Promise<void>,
  most = runs,
) => fc.assert(fc.asyncProperty(arbitrary, check), { numRuns: most, seed, includeErrorInReport: true });

export async function expectSame(sent: Sent) {
  const [byMock, bySandbox] = await Promise.all([ask(mockUrl, sent), ask(sandboxUrl, sent)]);
  // Codes from 70001 are about the signature, which the mock does not look at: it judges the identifier instead.
  const isSignature = / 70\d{3}$/.test(bySandbox) && differences.unsigned;
  if (isSignature && /accepted| 60025$/.test(byMock)) return;
  expect(`mock: ${byMock}`, JSON.stringify(sent).slice(0, 500)).toBe(`mock: ${bySandbox}`);
}

/** Values of every JSON type, the ones that are often wrong above all. */
export const json = fc.oneof(
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      0,
      -0,
      1.5,
      -1,
      1e300,
      2 ** 53,
      '',
      ' ',
      'a',
      '\ud800',
      '\u0000',
      [],
      {},
      '老',
      'x'.repeat(33),
    ),
  },
);
