import { listCalls } from '../calls.ts';
import type { Guide } from '../guides.ts';
import { html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { renderCallCards } from '../parts/cards.ts';
import { guidePath } from '../paths.ts';
import { inEnglish } from '../view.ts';
import { explorerPage } from './explorer.ts';

/** What the site is about, with the first step: the guide to the first call. */
export const homePage = (first: Guide): PageSource => ({
  path: '',
  render: (view) => {
    const { home } = view.strings;
    const { document } = view.site.spec;
    const steps = [
      [guidePath(first), first.title],
      [explorerPage.path, view.strings.explorer.label],
    ] as const;
    return {
      title: home.title,
      label: home.label,
      description: home.description,
      withoutContents: true,
      body: html`<h1>${home.title}</h1>
<p class="lead">${home.lead}</p>
<p class="steps">${steps.map(([path, label]) => html`<a href="${view.to(path)}"${inEnglish(view, path)}>${label}</a> `)}</p>
<p class="notice">${home.unofficial} ${view.inline(home.without)}</p>
<h2 id="operations">${home.operations}</h2>
${renderCallCards(view, listCalls(document), 'short')}
<h2 id="before">${home.before}</h2>
<ol class="points">${home.points.map((point) => html`<li>${view.inline(point)}</li>`)}</ol>
<h2 id="find">${home.find}</h2>
<dl class="ways">${Object.entries(home.ways).map(
        ([path, text]) =>
          html`<div><dt><a href="${view.to(path)}"${inEnglish(view, path)}>${view.strings.nav[path as keyof typeof home.ways]}</a></dt><dd${view.isForeign(path) && html` lang="en"`}>${text}</dd></div>`,
      )}</dl>
<h2 id="downloads">${home.downloads}</h2>
<dl class="ways">${Object.entries(home.files).map(
        ([file, text]) =>
          html`<div><dt><a href="${view.file(file)}"><code>${file}</code></a></dt><dd>${text}</dd></div>`,
      )}</dl>`,
    };
  },
});
