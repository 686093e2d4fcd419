export type { CatalogueEntry, ContractDocument as Document } from '@chat-sns/spec';
// The only door to spec/tools, which are no part of the published package.
export { readCatalogue } from '../../spec/tools/catalogue.ts';
