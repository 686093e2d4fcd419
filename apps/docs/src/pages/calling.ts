import type { ContractDocument } from '@chat-sns/spec';
import { listOperations, listWebhooks } from '../calls.ts';
import { type Html, html } from '../html.ts';
import { slugOf } from '../markdown.ts';
import type { PageSource } from '../page.ts';
import { renderCallCards } from '../parts/cards.ts';
import { queryFields } from '../parts/messages.ts';
import { renderFields } from '../parts/schema.ts';
import { hostsPath } from '../paths.ts';
import type { View } from '../view.ts';

/** What the operations have in common, with a link to each of them. */
export const callingPage: PageSource = {
  path: 'operations/',
  render: (view) => {
    const { document } = view.site.spec;
    const { calling } = view.strings;
    const [server] = document.servers;
    const { UserId: userId } = document.components.schemas;
    return {
      title: calling.title,
      description: calling.lead,
      body: html`<h1>${calling.title}</h1>
<p class="lead">${calling.lead}</p>
${document.tags.map((tag) => renderTag(view, tag))}
<h2 id="webhook">${calling.webhook}</h2>
${renderCallCards(view, listWebhooks(document), 'full')}
<h2 id="address">${calling.address}</h2>
${view.blocks(calling.addressText)}
<pre tabindex="0"><code>POST ${server?.url}/v4/sns/<var>command</var>?sdkappid=<var>…</var>&amp;identifier=<var>…</var>&amp;usersig=<var>…</var>&amp;random=<var>…</var>&amp;contenttype=json</code></pre>
${renderFields(view, queryFields(view, Object.values(document.components.parameters)))}
<h2 id="user-id">${calling.userId}</h2>
${view.blocks(userId?.description ?? '')}
<p class="limits">${view.strings.field.pattern} <code>${userId?.pattern}</code></p>
<h2 id="hosts">${calling.hosts}</h2>
${view.blocks(calling.hostsText)}
<p><a href="${view.to(hostsPath)}">${document.servers.map(({ description }) => description).join(', ')}</a></p>
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
  return html`<h2 id="${slugOf(name)}">${title}</h2>
${view.blocks(description)}
${renderCallCards(view, calls, 'full')}`;
}
