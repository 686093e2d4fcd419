import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { foldedSources, statusBadge } from '../parts/claims.ts';
import { hostsPath } from '../paths.ts';
import type { View } from '../view.ts';

/** Where to send the calls: host and backup host of each region. */
export const hostsPage: PageSource = {
  path: hostsPath,
  render: (view) => {
    const { calling } = view.strings;
    const regions = view.site.spec.document.servers.map(({ description }) => description);
    return {
      title: calling.hosts,
      description: `${calling.hosts}: ${regions.join(', ')}.`,
      body: html`<h1>${calling.hosts}</h1>
<div class="lead">${view.blocks(calling.hostsText)}</div>
${renderHosts(view)}`,
    };
  },
};

/** The hosts of every region, and those that some source names and the contract does not offer. */
function renderHosts(view: View): Html {
  const { strings } = view;
  const { servers, 'x-hosts-not-offered': notOffered } = view.site.spec.document;
  return html`<div class="scroll" tabindex="0"><table class="hosts">
<thead><tr>${strings.calling.hostColumns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${servers.map(
    (server) => html`<tr id="${server['x-region']}"><th scope="row">${server.description}</th>
<td><code>${server.url}</code></td>
<td><code>${server['x-backup-url']}</code></td></tr>`,
  )}</tbody>
</table></div>
<h2>${strings.calling.notOffered}</h2>
<dl class="fields">${notOffered.map(
    (host) => html`<div class="field">
<dt>${host.region} <code>${host.host}</code> ${statusBadge(view, host['x-status'])}</dt>
<dd>${view.blocks(host.description)}${foldedSources(view, host['x-source'])}</dd>
</div>`,
  )}</dl>`;
}
