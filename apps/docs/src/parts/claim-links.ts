import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

/** One line that leads to the ledger. */
export function claimsLink(view: View): Html {
  const { seeAlso, title } = view.strings.claims;
  return html`<p>${seeAlso} <a href="${view.to('claims/')}">${title}</a></p>`;
}

/** Links to the claims that a record or discovery states, folded, with their number. */
export function foldedClaims(view: View, source: string): Html | undefined {
  const claims = view.site.spec.claims.filter(({ records, discoveries }) =>
    [...records, ...discoveries].includes(source),
  );
  if (claims.length === 0) return undefined;
  const links = claims.map(
    ({ id }, index) => html`${index > 0 && ', '}<a href="${view.to(`claims/#${id}`)}">${id}</a>`,
  );
  return html`<details class="sources" lang="${view.site.language.tag}"><summary>${view.strings.claims.restOnIt(claims.length)}</summary><p lang="en">${links}</p></details>`;
}
