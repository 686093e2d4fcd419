import { createChatClient } from '@chat-sns/client';
import { startMock } from '@chat-sns/mock';
import { type Contract, cloneContract, isObject, type JsonObject } from '@chat-sns/release/contract';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import fc from 'fast-check';
import { jsonContent, validatorsOf } from '../oracles/validators.ts';
import { arbitraryOf, faultsOf } from './arbitrary.ts';

type Answer = JsonObject & { ActionStatus?: string; ErrorCode?: number };
type Send = (path: string, body: JsonObject) => Promise<Answer>;

/**
 * For generated bodies: a valid request gets a valid answer from mock and sandbox, a request with a single fault gets
 * the FAIL envelope with a documented code, and what goes out through the client arrives as it was. Throws with the
 * seed, the path and the smallest body that fails.
 */
export async function checkProperties(contract: Contract, runs: number, seed: number): Promise<number> {
  const { document } = cloneContract(contract);
  const validators = validatorsOf(document);
  await using mock = await startMock();
  await using sandbox = createSandbox({ rateLimit: 0, deletionLimit: 0 });
  let signed = '';
  const settings = {
    sdkAppId: 1400000000,
    identifier: 'administrator',
    secretKey: demoKey,
    retry: false,
    rateLimit: false,
  } as const;
  const spy = async (url: string, init: RequestInit) => {
    signed = new URL(url).search;
    return sandbox.fetch(url, init);
  };
  await createChatClient({ ...settings, region: 'singapore', fetch: spy }).safe.deleteAllFriends({
    From_Account: 'alice',
  });
  const client = createChatClient({ ...settings, baseUrl: mock.url });
  const servers: [string, Send][] = [
    [
      'mock',
      async (path, body) =>
        (
          await fetch(`${mock.url}${path}${signed}`, {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json' },
          })
        ).json() as Promise<Answer>,
    ],
    [
      'sandbox',
      async (path, body) =>
        (
          await sandbox.fetch(`http://sandbox${path}${signed}`, {
            method: 'POST',
            body: JSON.stringify(body),
          })
        ).json() as Promise<Answer>,
    ],
  ];
  const operations = Object.entries(document.paths);
  let cases = 0;
  for (const [path, { post }] of operations) {
    const request = jsonContent(post.requestBody) ?? {};
    const response = jsonContent(post.responses['200']) ?? {};
    const demand = (holds: boolean, what: string, found: unknown) => {
      if (!holds) throw new Error(`${what}: ${JSON.stringify(found)?.slice(0, 300)}`);
    };
    const property = fc.asyncProperty(arbitraryOf(document, request), fc.nat(), async (value, pick) => {
      const body = isObject(value) ? value : {};
      const faults = faultsOf(document, request, body);
      const fault = faults[pick % faults.length] ?? { name: 'none', body };
      for (const [name, send] of servers) {
        const answer = await send(path, body);
        demand(
          validators.complaints(response, answer).length === 0,
          `${name}: the answer to a valid request does not fit`,
          answer,
        );
        demand(name === 'sandbox' || answer.ErrorCode === 0, `${name}: a valid request was refused`, answer);
        const refusal = await send(path, fault.body);
        demand(
          validators.complaints(response, refusal).length === 0,
          `${name}: ${fault.name}: no documented answer`,
          refusal,
        );
        demand(
          refusal.ActionStatus === 'FAIL' && refusal.ErrorCode !== 0,
          `${name}: ${fault.name}: not refused`,
          refusal,
        );
        cases += 2;
      }
      const sent = { DeleteType: 'Delete_Type_Single', ...body };
      const call = client.safe[post.operationId as 'deleteFriends'] as (
        body: unknown,
      ) => Promise<{ ok: boolean }>;
      const { ok } = await call(post.operationId === 'deleteFriendLists' ? body : sent);
      const arrived = mock.calls().at(-1)?.body as JsonObject;
      demand(ok, 'client: a valid request failed', body);
      for (const [field, written] of Object.entries(body)) {
        const unique = Array.isArray(written) ? [...new Set(written)] : written;
        demand(
          JSON.stringify(arrived[field]) === JSON.stringify(unique),
          `client: ${field} arrived otherwise`,
          arrived,
        );
      }
      cases += 1;
    });
    await fc.assert(property, {
      numRuns: Math.ceil(runs / operations.length / 5),
      seed,
      includeErrorInReport: true,
    });
  }
  return cases;
}
