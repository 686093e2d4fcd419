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
  const [, host, backup] = strings.calling.hostColumns;
  const { servers, 'x-hosts-not-offered': notOffered } = view.site.spec.document;
  return html`<div class="room"><table class="hosts">
<thead><tr>${strings.calling.hostColumns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${servers.map(
    (
      server,
    ) => html`<tr id="${server['x-region']}"><th scope="row">${server.description} ${disputed(view, server['x-region'])}</th>
<td data-label="${host}"><code>${server.url}</code></td>
<td data-label="${backup}"><code>${server['x-backup-url']}</code></td></tr>`,
  )}</tbody>
</table></div>
<h2>${strings.calling.notOffered}</h2>
<dl class="fields">${notOffered.map(
    (other) => html`<div class="field">
<dt>${other.region} <code>${other.host}</code> ${statusBadge(view, other['x-status'])}</dt>
<dd>${view.blocks(other.description)}${foldedSources(view, other['x-source'])}</dd>
</div>`,
  )}</dl>`;
}

/** A mark that leads to what the pages say differently about the host of a region. */
function disputed(view: View, region: string): Html | undefined {
  const topic = `region-${region}`;
  if (!view.site.spec.sources.choices.some((choice) => choice.topic === topic)) return undefined;
  return html`<a class="disputed" href="${view.to(`disagreements/#${topic}`)}">${view.strings.calling.disputed}</a>`;
}
