import openapiTypescript, { astToString } from 'openapi-typescript';
import { stringify } from 'yaml';
import type { CatalogueEntry } from '../documents/catalogue.ts';
import type { ContractDocument, OperationId } from '../documents/openapi.ts';
import { bundle } from './bundle.ts';
import { codesOf, operationIds, readCatalogue } from './catalogue.ts';

const command = 'npm run generate';
const yamlHeader = `# Written by \`${command}\` from spec/errors. Do not edit.\n`;
const tsHeader = `// Written by \`${command}\` from spec/openapi.yaml and spec/errors. Do not edit.\n`;

const pascal = (name: string) => name[0]?.toUpperCase() + name.slice(1);
const constant = (name: string, value: unknown) =>
  `${tsHeader}\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;

/** The schemas that list, per operation and level, exactly the codes that a response can have. */
export function enumFiles(): Map<string, string> {
  const catalogue = readCatalogue();
  const files = new Map<string, string>();
  for (const operation of operationIds) {
    files.set(
      `schemas/${pascal(operation)}ErrorCode.yaml`,
      enumSchema(codesOf(catalogue, operation, 'request'), {
        description: 'Code of a failed request. The error catalogue explains every code.',
      }),
    );
  }
  files.set(
    'schemas/DeleteFriendsResultCode.yaml',
    enumSchema(codesOf(catalogue, 'deleteFriends', 'item'), {
      description: 'Code for one account. 0 means that it was deleted, any other code that it was not.',
      success: 'Deleted',
    }),
  );
  return files;
}

function enumSchema(entries: CatalogueEntry[], text: { description: string; success?: string }): string {
  const titles = entries.map((entry) => [String(entry.code), entry.title]);
  const codes = entries.map((entry) => entry.code);
  return (
    yamlHeader +
    stringify({
      type: 'integer',
      format: 'int32',
      description: text.description,
      enum: text.success ? [0, ...codes] : codes,
      'x-enumDescriptions': Object.fromEntries(text.success ? [['0', text.success], ...titles] : titles),
      examples: [text.success ? 0 : codes[0]],
      'x-source': ['error-codes.2025'],
    })
  );
}

/** Every other generated file: types, and the facts that code reads at run time. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const document: ContractDocument = JSON.parse(bundle('json'));
  const types = await openapiTypescript(JSON.stringify(document), {
    alphabetize: false,
    defaultNonNullable: false,
  });
  const catalogue = readCatalogue();
  return new Map([
    ['api.ts', `${tsHeader}\n${astToString(types)}`],
    ['operations.ts', constant('operations', operationFacts(document))],
    ['regions.ts', constant('regions', regionFacts(document))],
    ['limits.ts', constant('limits', limitFacts(document))],
    ['error-table.ts', constant('errorTable', errorTable(catalogue))],
    ['error-catalogue.ts', typedCatalogue(catalogue)],
  ]);
}

function operationFacts(document: ContractDocument) {
  const facts: Partial<Record<OperationId, unknown>> = {};
  for (const [path, { post }] of Object.entries(document.paths)) {
    facts[post.operationId as OperationId] = {
      path,
      calls: post['x-rate-limit'].calls,
      perSeconds: post['x-rate-limit'].perSeconds,
      webhook: post['x-webhook'],
      docs: post.externalDocs.url,
    };
  }
  return facts;
}

function regionFacts(document: ContractDocument) {
  return Object.fromEntries(
    document.servers.map((server) => [
      server['x-region'],
      { host: new URL(server.url).host, backupHost: new URL(server['x-backup-url']).host },
    ]),
  );
}

function limitFacts({ components: { schemas } }: ContractDocument) {
  const accounts = schemas.DeleteFriendsRequest?.properties?.To_Account;
  const lists = schemas.DeleteFriendListsRequest?.properties?.GroupName;
  return {
    accountsPerRequest: accounts?.maxItems,
    listsPerRequest: lists?.maxItems,
    listNameBytes: schemas.FriendListName?.['x-max-bytes'],
    userIdLength: schemas.UserId?.maxLength,
    userIdPattern: schemas.UserId?.pattern,
  };
}

// Its literal type would be longer than the data, and no code narrows it.
function typedCatalogue(catalogue: CatalogueEntry[]): string {
  const type = "import type { CatalogueEntry } from '../documents/catalogue.ts';";
  const data = JSON.stringify(catalogue, null, 2);
  return `${tsHeader}\n${type}\n\nexport const errorCatalogue: readonly CatalogueEntry[] = ${data};\n`;
}

function errorTable(catalogue: CatalogueEntry[]) {
  return Object.fromEntries(catalogue.map(({ code, title, retry }) => [code, { title, retry }]));
}
