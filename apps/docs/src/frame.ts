import { canLoadItself } from './csp.ts';
import { type Html, html } from './html.ts';
import { twinName } from './machines/twin.ts';
import type { Heading } from './outline.ts';
import { contentsPath } from './paths.ts';
import type { Place, SectionName, Tree, TreePage } from './site-map.ts';
import { inEnglish, type View } from './view.ts';

/** The sections that the bar leads to. */
const inBar: readonly SectionName[] = ['guides', 'api', 'errors', 'tools', 'evidence'];

/** The bar at the top of every page, the reference included. On a narrow screen a menu has all but brand and search. */
export function renderTopBar(view: View, tree: Tree, path: string): Html {
  const { site } = view.strings;
  const place = tree.places.get(path);
  const sections = inBar.map((name) => {
    const [first] = tree.sections.find((section) => section.name === name)?.pages ?? [];
    if (first === undefined) throw new Error(`The section ${name} has no page`);
    const current = first.path === path ? 'page' : place?.section.name === name ? 'true' : undefined;
    // A reader looks for the explorer, not for tools; other tools are not part of it.
    if (name === 'tools') return pageLink(view, first, first.path === path ? 'page' : undefined);
    return sectionLink(view, first, view.strings.sections[name], current);
  });
  return html`<header class="site-header">
<a class="brand" href="${view.to('')}"${path === '' && html` aria-current="page"`}>${site.name}</a>
<nav class="sections" aria-label="${site.nav}">${sections}</nav>
<div class="search-slot">${renderSearch(view)}</div>
<div class="switches">${renderSwitches(view, path)}</div>
<details class="menu"><summary>${site.menu}</summary><div class="menu-panel">
<div class="switches">${renderSwitches(view, path)}</div>
${renderTree(view, tree, path)}
</div></details>
</header>`;
}

/** A link to the list of what the search finds, which its script turns into a button. */
function renderSearch(view: View): Html {
  const index = view.site.assets.get(`search-index-${view.site.language.tag}.js`);
  if (index === undefined) throw new Error('The index of the search must be written before the pages');
  return html`<a class="search" href="${view.to(contentsPath)}" data-index="${view.file(index)}">${view.strings.search.open}</a>`;
}

/**
 * Every listed page by section. A page without a line of its own marks the line of the page that it belongs to, which
 * the home page, above everything, is not.
 */
export function renderTree(view: View, { sections, places }: Tree, path: string): Html {
  const parent = places.get(path)?.parent?.path || undefined;
  const line = (page: TreePage) =>
    pageLink(view, page, page.path === path ? 'page' : page.path === parent ? 'true' : undefined);
  return html`<nav class="tree" aria-label="${view.strings.site.tree}">${sections.map(({ name, pages }) => {
    const [first] = pages;
    // A heading above nothing but itself would say the same twice.
    if (first && pages.length === 1) return html`<p>${line(first)}</p>\n`;
    return html`<p>${view.strings.sections[name]}</p>\n<ul>${pages.map((page) => html`<li>${line(page)}</li>\n`)}</ul>\n`;
  })}</nav>`;
}

/** The way from the home page to a page. */
export function renderCrumbs(view: View, { section, page, parent }: Place): Html | undefined {
  if (page.path === '') return undefined;
  const { name, index } = section;
  const title = view.strings.sections[name];
  const steps = [
    // The first section begins at the home page.
    name !== 'start' && index !== page && (index ? sectionLink(view, index, title) : title),
    parent && parent !== index && pageLink(view, parent),
  ].filter(Boolean);
  return html`<nav class="crumbs" aria-label="${view.strings.site.crumbs}"><ol>
<li><a href="${view.to('')}">${view.strings.site.name}</a></li>${steps.map((step) => html`<li>${step}</li>`)}<li aria-current="page">${index === page ? title : page.label}</li>
</ol></nav>`;
}

/** Links to the pages before and after this one in reading order. */
export function renderTurn(view: View, { previous, next }: Place): Html | undefined {
  if (!previous && !next) return undefined;
  const { site } = view.strings;
  const link = (page: TreePage | undefined, kind: 'previous' | 'next') =>
    page &&
    html`<a class="${kind}" rel="${kind === 'next' ? 'next' : 'prev'}" href="${view.to(page.path)}"${inEnglish(view, page.path)}><span${view.isForeign(page.path) && html` lang="${view.site.language.tag}"`}>${site[kind]}</span> ${page.label}</a>`;
  return html`<nav class="turn" aria-label="${site.turn}">${link(previous, 'previous')}${link(next, 'next')}</nav>`;
}

/** The headings of a page as links: beside it on a wide screen, else folded below its title, with a way back to them. */
export function renderContents(
  view: View,
  headings: readonly Heading[],
): { beside: Html; folded: Html; back: Html } {
  const { onPage } = view.strings.site;
  const links = html`<ul>${headings.map(({ level, id, text }) => html`<li${level === 3 && html` class="sub"`}><a href="#${id}">${text}</a></li>\n`)}</ul>`;
  return {
    beside: html`<nav class="toc" aria-label="${onPage}"><p>${onPage}</p>\n${links}</nav>`,
    folded: html`<details class="on-page"><summary>${onPage}</summary><nav id="on-page" aria-label="${onPage}">${links}</nav></details>`,
    // A browser opens the folded list that the link leads into.
    back: html`<div class="back"><a href="#on-page"><span aria-hidden="true">↑</span> ${onPage}</a></div>`,
  };
}

/** Links to the page in every language, and a button for the colours that needs its script to be shown. */
function renderSwitches(view: View, path: string): Html {
  const { label, machine } = view.strings.languages;
  const { language, languages } = view.site;
  const { theme, themes } = view.strings.site;
  const links = languages.map(({ tag, strings }) => {
    const current = tag === language.tag && html` aria-current="true"`;
    return html`<a href="${view.inLanguage(tag, path)}" lang="${tag}" hreflang="${tag}"${current}>${strings.languages.name}</a>`;
  });
  return html`${
    languages.length > 1 &&
    html`<nav class="languages" aria-label="${label}">${machine && html`<span class="machine">${machine.short}</span> `}${links}</nav>`
  }<button type="button" class="theme" data-label="${theme}" data-system="${themes.system}" data-light="${themes.light}" data-dark="${themes.dark}" hidden></button>`;
}

/** The page as Markdown, with a button that needs its script to be shown. */
export function renderCopyPage(view: View, path: string): Html {
  const { copyPage, copied, copyFailed } = view.strings.site;
  const button = html` <button type="button" data-copied="${copied}" data-copy-failed="${copyFailed}" hidden>${copyPage}</button>`;
  return html`<aside class="copy-page" aria-label="Markdown"><a href="${twinName}" type="text/markdown">Markdown</a>${canLoadItself(path) && button}</aside>`;
}

/** Says on every page that a machine translated it, with a link to the original, which decides. */
export function machineNotice(view: View, path: string): Html | undefined {
  const { machine } = view.strings.languages;
  if (machine === undefined) return undefined;
  return html`<p class="notice machine-notice">${view.inline(machine.notice)} <a class="original" href="${view.inLanguage('en', path)}" hreflang="en">${machine.original}</a></p>`;
}

/** At the home page, shown by a script to readers whose browser prefers another language of the site. */
export function languageOffers(view: View, path: string): Html | undefined {
  if (path !== '' || view.site.language.tag !== 'en') return undefined;
  const others = view.site.languages.filter(({ tag }) => tag !== 'en');
  return html`${others.map(
    ({ tag, strings: { languages } }) =>
      html`<p class="offer" lang="${tag}" hidden><a href="${view.inLanguage(tag, path)}" hreflang="${tag}">${languages.offer}</a> <button type="button">${languages.dismiss}</button></p>\n`,
  )}`;
}

/** A link to a page by its own name. */
function pageLink(view: View, { path, label }: TreePage, current?: Current): Html {
  return html`<a href="${view.to(path)}"${inEnglish(view, path)}${mark(current)}>${label}</a>`;
}

/** A link to the first page of a section by the section's name, which every language has. */
function sectionLink(view: View, { path }: TreePage, title: string, current?: Current): Html {
  const foreign = view.isForeign(path) && html` hreflang="en"`;
  return html`<a href="${view.to(path)}"${foreign}${mark(current)}>${title}</a>`;
}

/** Whether a link leads to the page itself, or to what the page belongs to. */
type Current = 'page' | 'true' | undefined;

const mark = (current: Current) => current && html` aria-current="${current}"`;
