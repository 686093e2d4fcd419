import type { ContractDocument } from '@chat-sns/spec';
import { listOperations, listWebhooks } from '../calls.ts';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { renderCallCards } from '../parts/cards.ts';
import { foldedSources, statusBadge } from '../parts/claims.ts';
import { queryFields } from '../parts/messages.ts';
import { renderFields } from '../parts/schema.ts';
import type { View } from '../view.ts';

/** What the operations have in common, with a link to each of them. */
export const callingPage: PageSource = {
  path: 'operations/',
  render: (view) => {
    const { document } = view.site.spec;
    const { calling } = view.strings;
    const [server] = document.servers;
    return {
      title: calling.title,
      description: calling.lead,
      body: html`<h1>${calling.title}</h1>
<p class="lead">${calling.lead}</p>
${document.tags.map((tag) => renderTag(view, tag))}
<h2>${calling.webhook}</h2>
${renderCallCards(view, listWebhooks(document), 'full')}
<h2 id="address">${calling.address}</h2>
${view.blocks(calling.addressText)}
<pre tabindex="0"><code>POST ${server?.url}/v4/sns/<var>command</var>?sdkappid=<var>…</var>&amp;identifier=<var>…</var>&amp;usersig=<var>…</var>&amp;random=<var>…</var>&amp;contenttype=json</code></pre>
${renderFields(view, queryFields(view, Object.values(document.components.parameters)))}
<h2 id="hosts">${calling.hosts}</h2>
${view.blocks(calling.hostsText)}
${renderHosts(view)}
<h2 id="about">${calling.about}</h2>
${view.blocks(document.info.description)}`,
    };
  },
};

function renderTag(view: View, tag: ContractDocument['tags'][number]): Html {
  const { name, description, 'x-displayName': title = name } = tag;
  const calls = listOperations(view.site.spec.document).filter(({ operation }) =>
    operation.tags.includes(name),
  );
  return html`<h2>${title}</h2>
${view.blocks(description)}
${renderCallCards(view, calls, 'full')}`;
}

/** The hosts of every region, and those that some source names and the contract does not offer. */
export function renderHosts(view: View): Html {
  const { strings } = view;
  const { servers, 'x-hosts-not-offered': notOffered } = view.site.spec.document;
  return html`<div class="scroll" tabindex="0"><table class="hosts">
<thead><tr>${strings.calling.hostColumns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${servers.map(
    (server) => html`<tr><th scope="row">${server.description}</th>
<td><code>${server.url}</code></td>
<td><code>${server['x-backup-url']}</code></td></tr>`,
  )}</tbody>
</table></div>
<h3>${strings.calling.notOffered}</h3>
<dl class="fields">${notOffered.map(
    (host) => html`<div class="field">
<dt>${host.region} <code>${host.host}</code> ${statusBadge(view, host['x-status'])}</dt>
<dd>${view.blocks(host.description)}${foldedSources(view, host['x-source'])}</dd>
</div>`,
  )}</dl>`;
}
