import { policyFor } from './csp.ts';
import {
  languageOffers,
  machineNotice,
  renderContents,
  renderCopyPage,
  renderCrumbs,
  renderTopBar,
  renderTree,
  renderTurn,
} from './frame.ts';
import { Html, html } from './html.ts';
import { renderHead } from './machines/site-address.ts';
import { listHeadings } from './outline.ts';
import type { PageContent } from './page.ts';
import { changelogPath, notFoundPath } from './paths.ts';
import type { Tree } from './site-map.ts';
import { inEnglish, type View } from './view.ts';

/** A whole page: the content in the frame of the site. */
export function renderLayout(view: View, tree: Tree, path: string, page: PageContent): Html {
  const { strings, site } = view;
  const place = tree.places.get(path);
  if (place === undefined && path !== notFoundPath)
    throw new Error(`The page "${path}" is not in src/site-map.ts`);
  const headings = page.withoutContents ? [] : listHeadings(page.body);
  const contents = headings.length > 1 ? renderContents(view, headings) : undefined;
  return html`<!doctype html>
<html lang="${site.language.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(path)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${titleOf(view, page.title)}</title>
${place ? renderHead(view, path, page) : html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${assetLink(view, 'icon.svg')}">
<script src="${assetLink(view, 'theme.js')}"></script>
<link rel="stylesheet" href="${assetLink(view, 'site.css')}">
${page.sheet && html`<link rel="stylesheet" href="${assetLink(view, page.sheet)}">`}
<script type="module" src="${assetLink(view, 'frame.js')}"></script>
${page.script && html`<script type="module" src="${assetLink(view, page.script)}"></script>`}
${page.body.text.includes('<pre') && renderCopyScript(view)}
</head>
<body>
<a class="skip" href="#content">${strings.site.skip}</a>
${renderTopBar(view, tree, path)}
<div class="frame">
<div class="sidebar">${renderTree(view, tree, path)}</div>
${page.wide ? undefined : contents?.beside}
<div class="page">
${place && html`<div class="page-head">${renderCrumbs(view, place)}${renderCopyPage(view, path)}</div>`}
<main id="content">
${place && machineNotice(view, path)}${languageOffers(view, path)}
${insertBelowTitle(page.body, contents?.folded)}
${contents?.back}
</main>
${place && renderTurn(view, place)}
<footer class="site-footer">
<p>${strings.site.unofficial}</p>
<p>${strings.site.version(site.spec.document.info.version)} <a href="${view.to(changelogPath)}"${inEnglish(view, changelogPath)}>${strings.changelog.title}</a></p>
</footer>
</div>
</div>
</body>
</html>
`;
}

/** The list of headings after the title, which a reader sees first. */
function insertBelowTitle({ text }: Html, folded: Html | undefined): Html {
  return new Html(text.replace('</h1>', () => `</h1>\n${folded?.text ?? ''}`));
}

/** What a tab and a search engine show: the page, and what the site is about. */
export function titleOf({ strings: { site } }: View, title: string): string {
  return title.includes(site.about) ? `${title} · ${site.name}` : `${title} · ${site.name}: ${site.about}`;
}

/** The last script, because the catalogue's filter must not search the names of its buttons. */
function renderCopyScript(view: View): Html {
  const { copy, copyCode, copied, copyFailed } = view.strings.site;
  return html`<script type="module" src="${assetLink(view, 'copy-buttons.js')}" data-copy="${copy}" data-copy-code="${copyCode}" data-copied="${copied}" data-copy-failed="${copyFailed}"></script>`;
}

export function assetLink(view: View, name: string): string {
  const path = view.site.assets.get(name);
  if (path === undefined) throw new Error(`No asset is named "${name}". Add it in src/assets.ts.`);
  return view.file(path);
}
