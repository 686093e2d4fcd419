import type { Html } from './html.ts';
import type { View } from './view.ts';

export interface PageContent {
  title: string;
  /** What the tree of pages calls it, where its title is too long for that. */
  label?: string;
  /** One sentence for search engines and previews. */
  description: string;
  body: Html;
  /** The page fills the space beside it, so the list of its headings is above it, folded. */
  wide?: true;
  /** The page has no list of its headings. */
  withoutContents?: true;
  /** Stylesheet of what only this page has. */
  sheet?: string;
  /** Script that enhances the page; the page is complete without it. */
  script?: string;
}

export interface PageSource {
  /** Folder of the page below the language's folder: empty, or ending in a slash. */
  path: string;
  /** Other languages lack the page; they link to the English one and say so. */
  englishOnly?: true;
  /** Pages that belong to this one. They have a place below it, and no line of their own in the tree. */
  below?: readonly PageSource[];
  render(view: View): PageContent;
}
