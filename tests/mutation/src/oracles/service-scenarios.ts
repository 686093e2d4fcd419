import { asArray, type Contract, isObject, type JsonObject } from '@chat-sns/release/contract';
import type { CatalogueEntry, ContractDocument } from '@chat-sns/spec';
import { codeFacts } from '../../scenarios/codes.ts';
import * as service from '../../scenarios/service.ts';

type Expectation = [what: string, expected: unknown, found: unknown];

/** The hand-written facts about the service and its codes that the contract contradicts. */
export function serviceScenarioProblems({ document, catalogue }: Contract): string[] {
  const expectations = [
    ...regions(document),
    ...operations(document),
    ...webhookParameters(document),
    ...codes(catalogue),
  ];
  return expectations
    .filter(([, expected, found]) => JSON.stringify(expected) !== JSON.stringify(found))
    .map(
      ([what, expected, found]) =>
        `${what}: expected ${JSON.stringify(expected)}, the contract has ${JSON.stringify(found)}.`,
    );
}

function regions(document: ContractDocument): Expectation[] {
  const host = (url: string | undefined) => (url ? new URL(url).host : undefined);
  const offered = document.servers.map((server) => server['x-region']);
  const warned = asArray((document as unknown as JsonObject)['x-hosts-not-offered']).filter(isObject);
  return [
    ['regions offered, the default first', Object.keys(service.regions), offered],
    ...Object.entries(service.regions).map(([region, hosts]): Expectation => {
      const server = document.servers.find((one) => one['x-region'] === region);
      return [`hosts of region ${region}`, hosts, [host(server?.url), host(server?.['x-backup-url'])]];
    }),
    [
      'hosts that are not offered',
      service.notOffered,
      Object.fromEntries(warned.map((one) => [one.host, one.why])),
    ],
    ...document.servers.map(
      ({ url, 'x-backup-url': backup }): Expectation => [
        `${url} and its backup are called by https`,
        ['https:', 'https:'],
        [new URL(url).protocol, new URL(backup).protocol],
      ],
    ),
  ];
}

function operations(document: ContractDocument): Expectation[] {
  const root = document as unknown as JsonObject;
  const secrets = Object.values(document.components.parameters)
    .filter(({ schema }) => schema.format === 'password')
    .map(({ name }) => name);
  const { schemas } = document.components;
  const deleteType = (request: string) =>
    schemas[request]?.properties?.DeleteType as unknown as JsonObject | undefined;
  return [
    ['query parameters that are secret', service.secretQuery, secrets],
    ['security, which no scheme describes', service.security, root.security],
    ['operations', Object.keys(service.operations).length, Object.keys(document.paths).length],
    ...Object.entries(service.operations).flatMap(([id, expected]) => ofOperation(document, id, expected)),
    [
      'DeleteType of deleteAllFriends, default',
      service.operations.deleteAllFriends.defaultDeleteType,
      deleteType('DeleteAllFriendsRequest')?.default,
    ],
    ['DeleteType of deleteFriends, default', undefined, deleteType('DeleteFriendsRequest')?.default],
    [
      'DeleteType of deleteFriends, inferred when absent',
      service.inferredDeleteType,
      deleteType('DeleteFriendsRequest')?.['x-default-when-absent'],
    ],
    [
      'webhook friendDeleted, seconds until it gives up',
      service.webhookTimeoutSeconds,
      document.webhooks.friendDeleted?.post['x-timeout-seconds'],
    ],
  ];
}

function ofOperation(
  document: ContractDocument,
  id: string,
  expected: { path: string; webhook: string | null },
): Expectation[] {
  const paths = document.paths as unknown as Record<string, JsonObject>;
  const [path, item = {}] =
    Object.entries(paths).find(([, one]) =>
      Object.values(one).some((op) => isObject(op) && op.operationId === id),
    ) ?? [];
  const [method, post] = Object.entries(item).find(([, op]) => isObject(op)) ?? [];
  const operation = isObject(post) ? post : {};
  const { 'x-source': _, ...limit } = isObject(operation['x-rate-limit']) ? operation['x-rate-limit'] : {};
  const responses = isObject(operation.responses) ? operation.responses : {};
  return [
    [`path of ${id} (${expected.path})`, expected.path, path],
    [`method of ${id}`, service.method, method],
    [`security of ${id}`, undefined, operation.security],
    [`webhook of ${id}`, expected.webhook, operation['x-webhook']],
    [`call frequency of ${id}: calls, perSeconds, scope`, service.frequency, limit],
    [`body of ${id} required`, true, isObject(operation.requestBody) && operation.requestBody.required],
    [`HTTP statuses of ${id}`, Object.keys(service.statuses), Object.keys(responses)],
  ];
}

function webhookParameters(document: ContractDocument): Expectation[] {
  const parameters = document.webhooks.friendDeleted?.post.parameters ?? [];
  const names = new Set([...Object.keys(service.webhookQuery), ...parameters.map(({ name }) => name)]);
  return [...names].map((name) => [
    `query parameter ${name} of the webhook, required`,
    service.webhookQuery[name],
    parameters.find((one) => one.name === name)?.required,
  ]);
}

function codes(catalogue: CatalogueEntry[]): Expectation[] {
  const known = codeFacts.map(({ code }) => code);
  const extra = catalogue.map(({ code }) => code).filter((code) => !known.includes(code));
  return [
    [`codes beside those of the scenarios (${extra.join(', ')})`, [], extra],
    ...codeFacts.map((expected): Expectation => {
      const entry = catalogue.find(({ code }) => code === expected.code);
      const found = entry && {
        code: entry.code,
        title: entry.title,
        retry: entry.retry,
        carriedOut: entry.carriedOut.value,
        levels: entry.levels,
        operations: entry.operations,
      };
      return [`error code ${expected.code}`, expected, found];
    }),
    ...codeFacts.map(
      ({ code }): Expectation => [
        `text of ${code} on the wire`,
        service.wireTexts[code],
        catalogue.find((entry) => entry.code === code)?.info?.text,
      ],
    ),
  ];
}
