import type { Html } from './html.ts';
import type { View } from './view.ts';

export interface PageContent {
  title: string;
  /** One sentence for search engines and previews. */
  description: string;
  body: Html;
  /** Script that enhances the page; the page is complete without it. */
  script?: string;
}

export interface PageSource {
  /** Folder of the page below the language's folder: empty, or ending in a slash. */
  path: string;
  render(view: View): PageContent;
}
