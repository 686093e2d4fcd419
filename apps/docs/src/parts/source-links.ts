import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

/** Links to the records and discoveries behind a claim. */
export function sourceLinks(view: View, ids: readonly string[]): Html {
  return html`${ids.map((id, index) => html`${index > 0 && ', '}<a href="${view.to(`sources/#${id}`)}">${id}</a>`)}`;
}

/** The same as a line that stays folded until a reader opens it. */
export function foldedSources(view: View, ids: readonly string[] | undefined): Html | undefined {
  if (ids === undefined || ids.length === 0) return undefined;
  return html`<details class="sources"><summary>${view.strings.sources.folded(ids.length)}</summary><p>${sourceLinks(view, ids)}</p></details>`;
}
