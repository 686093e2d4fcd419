import type { Changes } from '../changes.ts';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { changelogPath } from '../paths.ts';
import type { View } from '../view.ts';

/** The releases of each package, and the changes that wait for the next release. */
export function changelogPage({ packages, pending }: Changes): PageSource {
  return {
    path: changelogPath,
    englishOnly: true,
    render: (view) => {
      const { changelog } = view.strings;
      const { version } = view.site.spec.document.info;
      return {
        title: changelog.title,
        description: changelog.lead,
        body: html`<h1>${changelog.title}</h1>
<p class="lead">${changelog.lead}</p>
<p>${changelog.contract(version)}</p>
${pending.length > 0 && html`<h2 id="pending">${changelog.pending}</h2>${pending.map((change) => renderPending(view, change))}`}
${packages.length === 0 && html`<p>${changelog.none}</p>`}
${packages.map((entry) => renderPackage(view, entry))}`,
      };
    },
  };
}

function renderPending(view: View, { id, summary, bumps }: Changes['pending'][number]): Html {
  return html`<article class="change" id="change-${id}">
<p class="badges">${bumps.map(({ name, type }) => html`<span class="badge"><code>${name}</code> ${view.strings.changelog.bumps[type as 'minor'] ?? type}</span> `)}</p>
${view.blocks(summary)}
</article>`;
}

function renderPackage(view: View, { name, releases }: Changes['packages'][number]): Html {
  const anchor = name.replace(/^@[^/]+\//, '');
  return html`<section>
<h2 id="${anchor}"><code>${name}</code></h2>
${releases.map(({ version, notes }) => html`<h3 id="${anchor}-${version}">${version}</h3>${view.blocks(notes)}`)}
</section>`;
}
