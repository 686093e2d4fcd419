import { readFileSync } from 'node:fs';
import type { CatalogueEntry, ContractDocument, OperationId } from '@chat-sns/spec';
import errorsJson from '@chat-sns/spec/errors.json' with { type: 'json' };
import documentJson from '@chat-sns/spec/openapi.json' with { type: 'json' };

/** The built contract that the site shows. */
export const document = documentJson as unknown as ContractDocument;
export const catalogue = errorsJson.errors as CatalogueEntry[];

export const repository = new URL('../../../../../', import.meta.url);
export const readText = (path: string) => readFileSync(new URL(path, repository), 'utf8');

/** Operation ids in the order of the document. */
export const operationIds = Object.values(document.paths).map(({ post }) => post.operationId);
export const pathOf = (operation: OperationId): string =>
  Object.entries(document.paths).find(([, { post }]) => post.operationId === operation)?.[0] ?? '';
