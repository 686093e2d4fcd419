import { type Html, html } from '../html.ts';
import type { PageContent } from '../page.ts';
import type { Tree, TreePage } from '../site-map.ts';
import { inEnglish, type View } from '../view.ts';
import { type Entry, type Kind, kinds, type SearchIndex } from './entry.ts';
import { vendorTerms } from './other-names.ts';

/** Everything that the search finds, as a list: where the search leads without a script. */
export function renderContents(view: View, page: PageContent, tree: Tree, index: SearchIndex): PageContent {
  const { contents, calling, sections } = view.strings;
  const ofKind = (kind: Kind) => index.entries.filter((entry) => entry[0] === kinds.indexOf(kind));
  const pages = [...tree.places.keys()];
  const link = ([, position, anchor, title]: Entry, label = title) => {
    const path = pages[position] ?? '';
    return html`<a href="${view.to(anchor === '' ? path : `${path}#${anchor}`)}"${inEnglish(view, path)}>${label}</a>`;
  };
  const fields = Map.groupBy(
    ofKind('field').toSorted(([, , , one], [, , , other]) => one.localeCompare(other, 'en')),
    ([, , , title]) => title,
  );
  return {
    ...page,
    body: html`<h1>${contents.title}</h1>
<p class="lead">${contents.lead}</p>
${tree.sections.map(
  ({ name, pages: listed }) => html`<h2 id="${name}">${sections[name]}</h2>
<dl class="ways">${listed.map((one) => renderPage(view, one))}</dl>
${name === 'errors' && html`<ul class="names">${ofKind('code').map((entry) => html`<li>${link(entry)}</li>\n`)}</ul>`}`,
)}
<h2 id="hosts">${calling.hosts}</h2>
<ul class="names">${ofKind('host').map((entry) => html`<li>${link(entry)}: ${entry[4]}</li>\n`)}</ul>
<h2 id="fields">${contents.fields}</h2>
<ul class="names">${[...fields].map(([name, places]) => html`<li><code>${name}</code>: ${places.map((entry, place) => html`${place > 0 && ', '}${link(entry, labelOf(index, entry))}`)}</li>\n`)}</ul>
<h2 id="terms">${contents.terms}</h2>
<ul class="names">${Object.entries(vendorTerms).map(([path, terms]) => html`<li><span lang="zh">${terms.join('、')}</span>: <a href="${view.to(path)}"${inEnglish(view, path)}>${labelAt(tree, path)}</a></li>\n`)}</ul>`,
  };
}

const labelOf = ({ pages }: SearchIndex, [, page]: Entry) => pages[page]?.[1] ?? '';

function renderPage(view: View, { path, label, description }: TreePage): Html {
  return html`<div><dt><a href="${view.to(path)}"${inEnglish(view, path)}>${label}</a></dt><dd${view.isForeign(path) && html` lang="en"`}>${description}</dd></div>\n`;
}

function labelAt({ places }: Tree, path: string): string {
  const place = places.get(path);
  if (place === undefined)
    throw new Error(`src/search/other-names.ts has terms for ${path}, which is not a page`);
  return place.page.label;
}
