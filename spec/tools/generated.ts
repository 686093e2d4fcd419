import openapiTypescript, { astToString } from 'openapi-typescript';
import { stringify } from 'yaml';
import type { CatalogueEntry } from '../documents/catalogue.ts';
import type { ContractDocument, OperationId } from '../documents/openapi.ts';
import { bundle } from './bundle.ts';
import { codesOf, itemFields, operationIds, readCatalogue } from './catalogue.ts';

const command = 'npm run generate';
const yamlHeader = `# Written by \`${command}\` from spec/errors. Do not edit.\n`;
const tsHeader = `// Written by \`${command}\` from spec/openapi.yaml and spec/errors. Do not edit.\n`;

const pascal = (name: string) => name[0]?.toUpperCase() + name.slice(1);
const constant = (name: string, value: unknown) =>
  `${tsHeader}\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;

/**
 * Two schemas per operation and level. `…Known` lists exactly the codes that the catalogue has, with their names. The
 * other is what a response can have: the service sends codes that no page lists.
 */
export function enumFiles(): Map<string, string> {
  const catalogue = readCatalogue();
  const files = new Map<string, string>();
  const write = (name: string, entries: CodeName[], text: string, isOpen: object) => {
    const example = { examples: [entries[0]?.code], 'x-source': ['error-codes.2025'] };
    const known = {
      ...{ type: 'integer', format: 'int32', description: text, enum: entries.map(({ code }) => code) },
      ...namesOf(entries),
      ...example,
    };
    const open = {
      description: `${text} The service can send codes that no page lists.`,
      anyOf: [{ $ref: `./${name}Known.yaml` }, { type: 'integer', format: 'int32', ...isOpen }],
      ...example,
    };
    files.set(
      `schemas/${name}Known.yaml`,
      yamlHeader + stringify(known, { aliasDuplicateObjects: false, lineWidth: 0 }),
    );
    files.set(
      `schemas/${name}.yaml`,
      yamlHeader + stringify(open, { aliasDuplicateObjects: false, lineWidth: 0 }),
    );
  };
  for (const operation of operationIds) {
    write(
      `${pascal(operation)}ErrorCode`,
      codesOf(catalogue, operation, 'request'),
      'Code of a failed request. The error catalogue explains every code.',
      { not: { const: 0 } },
    );
    if (!itemFields.get(operation)) continue;
    write(
      `${pascal(operation)}ResultCode`,
      [success, ...codesOf(catalogue, operation, 'item')],
      'Code for one account. 0 means success, any other code that the account failed.',
      {},
    );
  }
  return files;
}

type CodeName = Pick<CatalogueEntry, 'code' | 'title' | 'meaning'>;

const success: CodeName = { code: 0, title: 'Success', meaning: 'Success' };

/** Names and meanings of the codes, under each of the keys by which some generator or page reads them. */
function namesOf(entries: CodeName[]) {
  const titles = entries.map(({ title }) => title);
  return {
    'x-enum-varnames': titles,
    'x-enumNames': titles,
    'x-enum-descriptions': entries.map(({ meaning }) => meaning),
    'x-enumDescriptions': Object.fromEntries(entries.map(({ code, title }) => [String(code), title])),
  };
}

/** Every other generated file: types, and the facts that code reads at run time. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const document: ContractDocument = JSON.parse(bundle());
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
    ['error-families.ts', constant('errorFamilies', errorFamilies(catalogue))],
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
      items: itemFields.get(post.operationId),
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

function errorFamilies(catalogue: CatalogueEntry[]) {
  return Object.fromEntries(catalogue.map(({ code, family }) => [code, family]));
}

function errorTable(catalogue: CatalogueEntry[]) {
  return Object.fromEntries(
    catalogue.map(({ code, title, retry, carriedOut }) => [
      code,
      { title, retry, carriedOut: carriedOut.value },
    ]),
  );
}
