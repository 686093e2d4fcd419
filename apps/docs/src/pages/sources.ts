import type { Discovery, SourceRecord } from '@chat-sns/spec';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { claimsLink, foldedClaims, foldedSources, statusBadge } from '../parts/claims.ts';
import type { View } from '../view.ts';

/** The pages that were read, and every claim that goes beyond them. */
export const sourcesPage: PageSource = {
  path: 'sources/',
  render: (view) => {
    const { sources: words } = view.strings;
    const { records, discoveries } = view.site.spec.sources;
    return {
      title: words.title,
      description: words.description,
      body: html`<h1>${words.title}</h1>
${view.blocks(words.lead)}
${claimsLink(view)}
<h2 id="records">${words.records}</h2>
<dl class="fields"${inEnglish(view)}>${records.map((record) => renderRecord(view, record))}</dl>
<h2 id="discoveries">${words.discoveries}</h2>
${view.blocks(words.discoveriesLead)}
<dl class="fields"${inEnglish(view)}>${discoveries.map((discovery) => renderDiscovery(view, discovery))}</dl>`,
    };
  },
};

/** The records are kept in English only. */
function inEnglish(view: View): Html | undefined {
  return view.site.language.tag === 'en' ? undefined : html` lang="en"`;
}

function renderRecord(view: View, record: SourceRecord): Html {
  const { operation, notes = [], alsoAt = [] } = record;
  return html`<div class="field" id="${record.id}">
<dt><code>${record.id}</code> ${statusBadge(view, record.status === 'historical' ? 'historical' : undefined)}</dt>
<dd><p>${[record.page, ...alsoAt].map((url, index) => html`${index > 0 && ', '}<a href="${url}">${shortAddress(url)}</a>`)}
· ${record.edition}${operation && html` · <a href="${view.to(`operations/${operation}/`)}">${operation}</a>`}</p>
${notes.length > 0 && html`<ul>${notes.map((note) => html`<li>${view.inline(note)}</li>`)}</ul>`}
${foldedClaims(view, record.id)}</dd>
</div>`;
}

/** Host and last step of an address. */
function shortAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  return `${hostname} …/${decodeURIComponent(pathname.split('/').at(-1) ?? '')}`;
}

function renderDiscovery(view: View, discovery: Discovery): Html {
  return html`<div class="field" id="${discovery.id}">
<dt><code>${discovery.id}</code> ${statusBadge(view, discovery.status)}</dt>
<dd>${view.blocks(discovery.claim)}<p><strong>${view.strings.sources.evidence}</strong> ${view.inline(discovery.evidence)}</p>
${foldedSources(view, discovery.records)}${foldedClaims(view, discovery.id)}</dd>
</div>`;
}
