import type { Claim, ClaimGroup, Status } from '@chat-sns/spec';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { claimBadge, renderClaim } from '../parts/claims.ts';
import { labelsOf, renderFilter } from '../parts/forms.ts';
import type { View } from '../view.ts';

/** The ledger: every fact of the contract, group by group, with its evidence. */
export const claimsPage: PageSource = {
  path: 'claims/',
  render: (view) => {
    const { claims: words } = view.strings;
    const { claims } = view.site.spec;
    const groups = [...Map.groupBy(claims, ({ group }) => group)];
    return {
      title: words.title,
      description: words.description,
      script: 'catalogue-filter.js',
      body: html`<h1>${words.title}</h1>
<p class="lead">${view.inline(words.lead)}</p>
${renderTally(view, claims)}
${view.blocks(words.statusNote)}
<p>${words.seeSources} <a href="${view.to('sources/')}">${view.strings.sources.title}</a>, <a href="${view.to('disagreements/')}">${view.strings.disagreements.title}</a></p>
<p>${words.download} <a href="${view.file('claims.json')}"><code>claims.json</code></a></p>
${renderFilter(view, {
  entries: 'tr.claim',
  placeholder: 'To_Account',
  shown: words.shown,
  choices: [
    { name: 'group', label: words.group, options: groups.map(([group]) => [group, words.groups[group]]) },
    { name: 'status', label: words.status, options: labelsOf(view.strings.status) },
  ],
})}
${groups.map(([group, members]) => renderGroup(view, group, members))}`,
    };
  },
};

/** The number of claims of each status, zero included. */
function renderTally(view: View, claims: readonly Claim[]): Html {
  const { status } = view.strings;
  return html`<dl class="tally">${(Object.keys(status) as Status[]).map(
    (name) =>
      html`<div><dt>${claimBadge(view, name)}</dt><dd><strong>${claims.filter((claim) => claim.status === name).length}</strong> ${status[name].meaning}</dd></div>`,
  )}</dl>`;
}

function renderGroup(view: View, group: ClaimGroup, claims: readonly Claim[]): Html {
  const { columns, groups } = view.strings.claims;
  return html`<section class="group room"><h2 id="${group}">${groups[group]} <span class="count">${claims.length}</span></h2>
<table class="claims">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${claims.map((claim) => renderClaim(view, claim))}</tbody>
</table></section>`;
}
