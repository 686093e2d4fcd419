import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';
import { statusBadge } from './badges.ts';
import { foldedSources } from './source-links.ts';

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
