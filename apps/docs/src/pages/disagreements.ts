import type { Choice } from '@chat-sns/spec';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { claimsLink, foldedSources, statusBadge } from '../parts/claims.ts';
import { renderComparison } from '../parts/comparison.ts';
import type { View } from '../view.ts';

/** Where the vendor's pages say different things, and what the contract does there. */
export const disagreementsPage: PageSource = {
  path: 'disagreements/',
  render: (view) => {
    const { disagreements } = view.strings;
    const { choices } = view.site.spec.sources;
    return {
      title: disagreements.title,
      description: disagreements.description,
      sheet: 'comparison.css',
      script: 'compare-editions.js',
      body: html`<h1>${disagreements.title}</h1>
${view.blocks(disagreements.lead)}
${claimsLink(view)}
${renderComparison(view)}
<h2 id="topics">${disagreements.topics}</h2>
<nav class="index" aria-label="${disagreements.index}"><ul>${choices.map(({ topic, title }) => html`<li><a href="#${topic}">${title}</a></li>`)}</ul></nav>
${choices.map((choice) => renderChoice(view, choice))}`,
    };
  },
};

function renderChoice(view: View, choice: Choice): Html {
  const inEnglish = view.site.language.tag !== 'en' && isOriginal(view, choice);
  const { disagreements } = view.strings;
  return html`<article class="choice" id="${choice.topic}">
<header>
<h3>${view.inline(`[${choice.title}](#${choice.topic})`)}</h3>
<p class="badges">${statusBadge(view, choice.status)}</p>
</header>
<div class="entry"${inEnglish && html` lang="en"`}>
${view.blocks(choice.difference)}
<p><strong>${disagreements.choice}</strong> ${view.inline(choice.choice)}</p>
<p><strong>${disagreements.reason}</strong> ${view.inline(choice.reason)}</p>
${foldedSources(view, choice.records)}
</div>
</article>`;
}

/** A choice without a translation is shown in English, and marked as such. */
function isOriginal(view: View, { topic, difference }: Choice): boolean {
  const [english] = view.site.languages;
  return (
    english?.spec.sources.choices.some(
      (choice) => choice.topic === topic && choice.difference === difference,
    ) ?? false
  );
}
