import { policyFor } from './csp.ts';
import {
  alternateLinks,
  languageOffers,
  machineNotice,
  renderContents,
  renderCrumbs,
  renderTopBar,
  renderTree,
  renderTurn,
} from './frame.ts';
import { type Html, html } from './html.ts';
import { listHeadings } from './outline.ts';
import type { PageContent } from './page.ts';
import { changelogPath } from './paths.ts';
import type { Tree } from './site-map.ts';
import { inEnglish, type View } from './view.ts';

/** A whole page: the content in the frame of the site. */
export function renderLayout(view: View, tree: Tree, path: string, page: PageContent): Html {
  const { strings, site } = view;
  const title = path === '' ? page.title : `${page.title} · ${strings.site.name}`;
  const place = tree.places.get(path);
  if (place === undefined) throw new Error(`The page "${path}" is not in src/site-map.ts`);
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
<title>${title}</title>
<meta name="description" content="${page.description}">
<link rel="icon" href="${assetLink(view, 'icon.svg')}">
<script src="${assetLink(view, 'theme.js')}"></script>
<link rel="stylesheet" href="${assetLink(view, 'site.css')}">
${alternateLinks(view, path)}
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
${renderCrumbs(view, place)}
<main id="content">
${machineNotice(view, path)}${languageOffers(view, path)}
${contents?.folded}
${page.body}
</main>
${renderTurn(view, place)}
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
