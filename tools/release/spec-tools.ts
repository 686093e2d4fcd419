// The only door to spec/tools, which are no part of the published package.
export type { Document } from '../../spec/tools/bundle.ts';
export { type CatalogueEntry, readCatalogue } from '../../spec/tools/catalogue.ts';
