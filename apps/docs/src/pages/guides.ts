import { fillDiscoveries, type Guide } from '../guides.ts';
import { html } from '../html.ts';
import { firstSentence } from '../markdown.ts';
import type { PageSource } from '../page.ts';
import { guidePath, sandboxControlPath, workflowsPath } from '../paths.ts';

/** The list of guides. */
export function guideIndexPage(guides: readonly Guide[]): PageSource {
  return {
    path: 'guides/',
    englishOnly: true,
    render: (view) => {
      const { guides: words } = view.strings;
      return {
        title: words.title,
        label: words.label,
        description: words.lead,
        body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<ol class="guides">${guides.map(
          (guide) =>
            html`<li><a href="${view.to(guidePath(guide))}">${guide.title}</a> ${view.inline(firstSentence(guide.lead))}</li>`,
        )}</ol>
<p>${view.strings.sandboxControl.seeAlso} <a href="${view.to(sandboxControlPath)}">${view.strings.sandboxControl.title}</a>, <a href="${view.to(workflowsPath)}">${view.strings.workflows.title}</a></p>`,
      };
    },
  };
}

export function guidePage(guide: Guide): PageSource {
  return {
    path: guidePath(guide),
    englishOnly: true,
    render: (view) => ({
      title: guide.title,
      description: firstSentence(guide.lead).replaceAll('`', ''),
      body: html`<article class="guide">
<h1>${guide.title}</h1>
${view.blocks(guide.lead)}
${view.blocks(fillDiscoveries(guide.body, view.site.spec.sources.discoveries))}
</article>`,
    }),
  };
}
