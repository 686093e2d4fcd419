import type { Contract, JsonObject } from '@chat-sns/release/contract';
import { type Mutant, nodeAt } from './mutant.ts';

/** Servers, backup hosts and the hosts that are not offered. */
export function serverMutants({ document }: Contract): Mutant[] {
  const list = (document as unknown as { 'x-hosts-not-offered': JsonObject[] })['x-hosts-not-offered'];
  return [
    ...document.servers.flatMap((server, index) => {
      const region = server['x-region'];
      const mutant = (what: string, change: (servers: JsonObject[], at: JsonObject) => void): Mutant => ({
        family: 'server',
        name: `region ${region}: ${what}`,
        words: [region, server.description, new URL(server.url).host, new URL(server['x-backup-url']).host],
        apply: (contract) => {
          const servers = contract.document.servers as unknown as JsonObject[];
          change(servers, servers[index] as JsonObject);
        },
      });
      return [
        mutant('withdrawn', (servers) => {
          servers.splice(index, 1);
        }),
        mutant('another host', (_, at) => {
          at.url = server.url.replace('//', '//x');
        }),
        mutant('another backup host', (_, at) => {
          at['x-backup-url'] = server['x-backup-url'].replace('//', '//x');
        }),
        mutant('the backup for the host', (_, at) => {
          at.url = server['x-backup-url'];
        }),
        mutant('no https', (_, at) => {
          at.url = server.url.replace('https', 'http');
        }),
        mutant('another key', (_, at) => {
          at['x-region'] = `${region}-1`;
        }),
        mutant('another name', (_, at) => {
          at.description = `${server.description} 1`;
        }),
        ...(index === 0
          ? [
              mutant('no longer the first', (servers) => {
                servers.reverse();
              }),
            ]
          : []),
      ];
    }),
    ...list.flatMap((entry, index) =>
      (['host', 'backup', 'why', 'dropped'] as const).map(
        (key): Mutant => ({
          family: 'server',
          name: `host ${entry.host} (not offered): ${key === 'dropped' ? key : `another ${key}`}`,
          words: [String(entry.host), String(entry.backup)],
          apply: (contract) => {
            const node = nodeAt(contract, ['x-hosts-not-offered']) as unknown as JsonObject[];
            if (key === 'dropped') node.splice(index, 1);
            else (node[index] as JsonObject)[key] = `x${entry[key]}`;
          },
        }),
      ),
    ),
    {
      family: 'server',
      name: 'Mumbai is offered again',
      words: ['adminapiind'],
      apply: ({ document: copy }) => {
        copy.servers.push({
          url: 'https://adminapiind.im.qcloud.com',
          description: 'Mumbai',
          'x-region': 'mumbai',
          'x-backup-url': 'https://adminapiind.my-imcloud.com',
        });
      },
    },
  ];
}

/** Parameters: renamed, moved out of the query, dropped, optional. */
export function parameterMutants({ document }: Contract): Mutant[] {
  const homes = [
    ['components', 'parameters'],
    ['webhooks', 'friendDeleted', 'post', 'parameters'],
  ];
  return homes.flatMap((home) =>
    Object.entries(nodeAt({ document, catalogue: [] }, home)).flatMap(([key, parameter]) => {
      const { name } = parameter as JsonObject;
      const mutant = (what: string, change: (at: JsonObject) => void): Mutant => ({
        family: 'parameter',
        name: `${home[0] === 'webhooks' ? 'webhook ' : ''}parameter ${name}: ${what}`,
        words: [String(name)],
        apply: (contract) => change(nodeAt(contract, [...home, key])),
      });
      return [
        mutant('renamed', (at) => {
          at.name = `${name}s`;
        }),
        mutant('spelt with another case', (at) => {
          at.name = swapCase(String(name));
        }),
        mutant('in a header', (at) => {
          at.in = 'header';
        }),
        mutant('required toggled', (at) => {
          at.required = at.required !== true;
        }),
        {
          ...mutant('dropped', () => {}),
          apply: (contract: Contract) => dropParameter(contract, home, key),
        },
      ];
    }),
  );
}

const swapCase = (name: string) =>
  name[0] === name[0]?.toUpperCase() ? name.toLowerCase() : name.toUpperCase();

function dropParameter(contract: Contract, home: string[], key: string): void {
  const { document } = contract;
  if (home[0] === 'webhooks') {
    (nodeAt(contract, home) as unknown as unknown[]).splice(Number(key), 1);
    return;
  }
  delete nodeAt(contract, home)[key];
  for (const { post } of Object.values(document.paths)) {
    const operation = post as unknown as { parameters: { $ref: string }[] };
    operation.parameters = operation.parameters.filter(({ $ref }) => !$ref.endsWith(`/${key}`));
  }
}
